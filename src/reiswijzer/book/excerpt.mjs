// @ts-check
// The words of a page around what was found in it: as far as can be whole sentences, with what was found marked.

import { forms, plain } from './ranking.mjs';

/** @typedef {import('./ranking.mjs').Hit} Hit */

/** How many letters of a text are shown, and how far before what was found its sentence may begin. */
const AROUND = 200;
const BEFORE = 90;
/** Where a sentence ends and the next begins. */
const NEXT = /[.?!…][)\]’”]*\s+(?=[(‘“’'\p{Lu}\p{N}])/gu;

/** Every word of a text that was found, with its place. @param {string} text @param {Set<string>} terms */
const found = (text, terms) =>
  [...text.matchAll(/[\p{L}\p{N}]+/gu)].filter(([word]) => forms(plain(word)).some((form) => terms.has(form)));

/** The section with most of the words. @param {Hit} hit */
export function bestSection({ page, terms }) {
  const scored = page.secties.map((section) => {
    const [, heading, text] = section;
    const words = found(text, terms).map(([word]) => plain(word));
    const head = found(heading, terms).length;
    return { section, score: 4 * head + 3 * new Set(words).size + Math.min(words.length, 5) };
  });
  return scored.reduce((best, next) => (next.score > best.score ? next : best)).section;
}

/** Where to begin and to end, so that what stands at a place is read in its sentence. @param {string} text @param {number} place */
function bounds(text, place) {
  const starts = [0, ...[...text.matchAll(NEXT)].map(({ 0: end, index }) => index + end.length), text.length];
  const start = starts.findLast((at) => at <= place) ?? 0;
  const within = Math.max(text.lastIndexOf('; ', place) + 2, text.lastIndexOf(' ', place - BEFORE / 2) + 1);
  const from = place - start <= BEFORE ? start : within;
  const most = from + AROUND;
  const whole = starts.findLast((at) => at > place && at <= most) ?? 0;
  const to = whole > from + AROUND / 2 ? whole : text.lastIndexOf(' ', most);
  return { from, to, opens: from === start, closes: to === whole };
}

/**
 * The parts of the text around the place with most of the words; `marked` are what was found.
 * @param {string} text @param {Set<string>} terms @returns {{words: string, marked: boolean}[]}
 */
export function excerpt(text, terms) {
  const places = found(text, terms);
  const near = (/** @type {number} */ at) =>
    new Set(places.filter(({ index }) => index >= at && index < at + AROUND - BEFORE).map(([word]) => plain(word))).size;
  const place = places.reduce((best, { index }) => (near(index) > near(best) ? index : best), places[0]?.index ?? 0);
  const { from, to, opens, closes } = bounds(text, place);
  const parts = [{ words: opens ? '' : '… ', marked: false }];
  let at = from;
  for (const { 0: word, index } of places) {
    if (index < from || index + word.length > to) continue;
    parts.push({ words: text.slice(at, index), marked: false }, { words: word, marked: true });
    at = index + word.length;
  }
  parts.push({ words: text.slice(at, to).trimEnd() + (closes ? '' : ' …'), marked: false });
  return parts.filter(({ words }) => words);
}

// @ts-check
// Which pages of the book answer what a reader types, best first. Knows the index and no page: no text, no document.

import MiniSearch from './minisearch.js';
import { slipsOf } from './slips.mjs';
import { stem } from './stemmer.mjs';

/**
 * @typedef {[anchor: string, heading: string, text: string]} Section
 * @typedef {{id: string, titel: string, soort: string, groep: string, gewicht: number, hoogstens: number, hints: string,
 *   delen: string, secties: Section[]}} Page
 * @typedef {{zelfde: string[][], stil: string[], paginas: Page[]}} Index
 * @typedef {{page: Page, score: number, terms: Set<string>}} Hit `terms`: what stands there, as the index has it
 * @typedef {{hits: Hit[], all: boolean, sought: string[], instead: [asked: string, taken: string][]}} Answer `all`: every word
 *   that was sought stands on every page; `instead`: words that nowhere stand, with what was taken for them, which may be nothing
 */

/** What counts how much beside the text (1): what a page is called, what readers call it, its headings, ends of compounds. */
const BOOST = { titel: 7, hints: 5, koppen: 2.5, tekst: 1, delen: 0.4 };
/** What counts how much beside the word itself: its beginning of another word, another word for it. */
const WEIGHTS = { prefix: 0.3 };
const ALIKE = 0.8;
/** Letters of a word that may begin another, of a stem that may, and of half of a compound. */
const PREFIX = 3;
const STEM = 6;
const HALF = 4;
/** What stands between the halves. */
const JOINTS = ['', 's', 'en', 'e'];
const OR = /** @type {const} */ ('OR');

/** @param {string} text lower case, without accents, words apart by one space: as `folded` in content/themes.py */
export const plain = (text) =>
  text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '').replace(/[^a-z0-9]+/g, ' ').trim();

/** @param {string} text */
const tokenize = (text) => plain(text).split(' ').filter(Boolean);
/** The same few thousand words stand there many times. @type {Map<string, string[]>} */
const stemmed = new Map();
/** @param {string} word the word and its stem @returns {string[]} */
export const forms = (word) => {
  let found = stemmed.get(word);
  if (!found) stemmed.set(word, (found = [...new Set([word, stem(word)])]));
  return found;
};

/** @param {Index} index */
export function engine({ paginas, stil, zelfde }) {
  const idle = new Set(stil);
  /** Every word of the book; stems too. @type {Set<string>} */
  const stands = new Set();
  const words = new Set();
  const pages = new Map(paginas.map((page) => [page.id, page]));
  /** @type {Map<string, string[]>} */
  const also = new Map(zelfde.flatMap((group) => group.map((word) => [stem(word), group.filter((other) => stem(other) !== stem(word))])));

  const mini = new MiniSearch({
    fields: Object.keys(BOOST),
    extractField: (page, field) => {
      if (field === 'koppen') return page.secties.map((/** @type {Section} */ [, heading]) => heading).join('. ');
      if (field === 'tekst') return page.secties.map((/** @type {Section} */ [, , text]) => text).join(' ');
      return page[field];
    },
    tokenize,
    processTerm: (term) => {
      if (idle.has(term)) return null;
      words.add(term);
      for (const form of forms(term)) stands.add(form);
      return forms(term);
    },
  });
  mini.addAll(paginas);

  const begins = (/** @type {string} */ word, /** @type {number} */ least) =>
    word.length >= least && [...stands].some((other) => other.startsWith(word));
  /** Whether a word, or the beginning of one, stands anywhere: then it is never taken for another. @param {string} word */
  const isKnown = (word) =>
    forms(word).some((form) => stands.has(form)) || also.has(stem(word)) || begins(word, PREFIX) || begins(stem(word), STEM);

  /** Halves of a compound that the book has not, both words of the book (the second may go on); the longest first half. @param {string} word */
  const halves = (word) => {
    for (let at = word.length - HALF; at >= HALF; at--) {
      const [head, tail] = [word.slice(0, at), word.slice(at)];
      if ((words.has(tail) || begins(tail, STEM)) && JOINTS.some((joint) => head.endsWith(joint) && words.has(head.slice(0, head.length - joint.length))))
        return [head, tail];
    }
    return undefined;
  };

  const used = (/** @type {string} */ word) => mini.search(word, { processTerm: (term) => term }).length;
  /** The word of the book that is this one but for slips of the keyboard; of some, the most used. @param {string} word @param {number} slips */
  const slip = (word, slips) => {
    const [taken] = slipsOf(word, words, slips).sort((one, other) => used(other) - used(one));
    return taken && [taken];
  };

  /** A word as the index is asked for it: the beginning of a stem says too little when it is short. @param {string} word */
  const asked = (word) => ({
    combineWith: OR,
    queries: [
      {
        combineWith: OR,
        queries: forms(word),
        prefix: (/** @type {string} */ term) => term.length >= (term === word ? PREFIX : STEM),
      },
      ...(also.get(stem(word)) ?? []).map((other) => ({ combineWith: OR, queries: forms(other), boostTerm: () => ALIKE })),
    ],
  });

  /** @param {string} question @returns {Answer} */
  return function ask(question) {
    const typed = tokenize(question);
    const meant = typed.filter((word) => !idle.has(word) && word.length > 1);
    /** @type {[string, string][]} */
    const instead = [];
    const sought = (meant.length ? meant : typed).flatMap((word) => {
      if (isKnown(word)) return [word];
      const taken = slip(word, 1) ?? halves(word) ?? slip(word, 2) ?? [];
      instead.push([word, taken.join(' ')]);
      return taken;
    });
    if (!sought.length) return { hits: [], all: true, sought, instead };
    const queries = sought.map(asked);
    const how = {
      boost: BOOST,
      weights: WEIGHTS,
      processTerm: (/** @type {string} */ term) => term,
      boostDocument: (/** @type {string} */ id) => pages.get(id)?.gewicht ?? 1,
    };
    const both = mini.search({ queries, combineWith: 'AND' }, how);
    const found = both.length ? both : mini.search({ queries, combineWith: OR }, how);
    const hits = found.map(({ id, score, terms }) => ({ page: /** @type {Page} */ (pages.get(id)), score, terms: new Set(terms) }));
    return { hits, all: both.length > 0, sought, instead };
  };
}

/** As many of each kind as may be shown. @param {Hit[]} hits @returns {Hit[]} */
export function spread(hits) {
  /** @type {Map<string, number>} */
  const shown = new Map();
  return hits.filter(({ page }) => {
    const number = (shown.get(page.groep) ?? 0) + 1;
    shown.set(page.groep, number);
    return !page.hoogstens || number <= page.hoogstens;
  });
}

// @ts-check
// Which pages of the book answer what a reader types, best first. Knows the index and no page: no text, no document.

import MiniSearch from './minisearch.js';
import { stem } from './stemmer.mjs';

/**
 * @typedef {[anchor: string, heading: string, text: string]} Section
 * @typedef {{id: string, titel: string, soort: string, groep: string, gewicht: number, hoogstens: number, hints: string,
 *   delen: string, secties: Section[]}} Page
 * @typedef {{zelfde: string[][], stil: string[], paginas: Page[]}} Index
 * @typedef {{page: Page, score: number, terms: Set<string>}} Hit `terms`: what stands there, as the index has it
 * @typedef {{hits: Hit[], all: boolean, instead: [asked: string, taken: string][]}} Answer `all`: every word stands on every
 *   page; `instead`: words that nowhere stand, with what was taken for them
 */

/** What counts how much beside the text (1): what a page is called, what readers call it, its headings, ends of compounds. */
const BOOST = { titel: 7, hints: 5, koppen: 2.5, tekst: 1, delen: 0.4 };
/** What counts how much beside the word itself: its beginning of another word, a slip, another word for it. */
const WEIGHTS = { prefix: 0.3, fuzzy: 0.3 };
const ALIKE = 0.8;
/** Letters of a word that may begin another, of a stem that may, of a word that may be a slip of the pen, or be half of a compound. */
const PREFIX = 3;
const STEM = 6;
const SLIP = 5;
const HALF = 4;
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

  const isKnown = (/** @type {string} */ word) => forms(word).some((form) => stands.has(form));
  const begins = (/** @type {string} */ word) =>
    word.length >= PREFIX && [...stands].some((other) => other.startsWith(word));

  /** Halves of a compound that the book has not. @param {string} word */
  const halves = (word) => {
    for (let at = HALF; at <= word.length - HALF; at++) {
      const [head, tail] = [word.slice(0, at), word.slice(at)];
      if (isKnown(tail) && (isKnown(head) || (head.endsWith('s') && isKnown(head.slice(0, -1))))) return [head, tail];
    }
    return undefined;
  };

  /** The word of the book that is this one but for a slip of the pen, which the first letter seldom is; of some, the most used. @param {string} word @param {number} fuzzy */
  const slip = (word, fuzzy) => {
    /** @type {Map<string, number>} */
    const pagesWith = new Map();
    for (const { terms } of mini.search(word, { fuzzy, prefix: false, processTerm: (term) => term })) {
      for (const term of terms) if (words.has(term) && term[0] === word[0]) pagesWith.set(term, (pagesWith.get(term) ?? 0) + 1);
    }
    return [...pagesWith].sort(([, one], [, other]) => other - one)[0]?.[0];
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
      if (isKnown(word) || also.has(stem(word)) || begins(word)) return [word];
      const near = word.length >= SLIP ? slip(word, 1) : undefined;
      const taken = near ? [near] : (halves(word) ?? [slip(word, 2)]);
      if (taken[0] === undefined || word.length < SLIP) return [word];
      instead.push([word, taken.join(' ')]);
      return /** @type {string[]} */ (taken);
    });
    if (!sought.length) return { hits: [], all: true, instead };
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
    return { hits, all: both.length > 0, instead };
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

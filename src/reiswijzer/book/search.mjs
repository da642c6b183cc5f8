// @ts-check
// The search page: asks `ranking.mjs` what is typed, and shows the pages with the words around what was found. The question
// stands in the address, as the field over every page puts it there. Every word comes from the page; nothing is kept.

import { bestSection, excerpt } from './excerpt.mjs';
import { engine, plain, spread } from './ranking.mjs';

/** @typedef {import('./ranking.mjs').Hit} Hit */
/** @typedef {import('./ranking.mjs').Answer} Answer */

/** How long a reader pauses before what was typed is looked for, in milliseconds. */
const PAUSE = 250;
/** How many pages are shown before the reader asks for more, and how many letters of a question are read. */
const FIRST = 8;
const LONGEST = 120;

const sheet = /** @type {HTMLElement} */ (document.querySelector('.rw-zoeken'));
const one = (/** @type {string} */ selector) => /** @type {HTMLElement} */ (sheet.querySelector(selector));
/** @type {Record<string, string>} */
const say = JSON.parse(/** @type {string} */ (sheet.dataset.woorden));
const form = /** @type {HTMLFormElement} */ (one('form'));
const field = /** @type {HTMLInputElement} */ (one('input[name=q]'));
const [status, without, list, more] = ['.rw-zoek-stand', '.rw-zoek-zonder', '.rw-gevonden', '.rw-zoek-meer'].map(one);
const [onMap, nothing] = ['.rw-op-kaart', '.rw-zoek-geen'].map(one);
const { title } = document;
const root = document.documentElement.dataset.content_root ?? './';

/** @param {string} template @param {Record<string, string | number>} values */
const fill = (template, values) => template.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
/** @param {string} text */
const quoted = (text) => `‘${text}’`;

/**
 * @param {string} tag @param {string} name class @param {(Node | string)[]} content
 * @returns {HTMLElement}
 */
function made(tag, name, ...content) {
  const element = document.createElement(tag);
  if (name) element.className = name;
  element.append(...content);
  return element;
}

/** @param {string} href @param {(Node | string)[]} content */
const link = (href, ...content) => Object.assign(made('a', '', ...content), { href });

/** @param {Hit} hit */
function shown(hit) {
  const { page, terms } = hit;
  const [anchor, heading, text] = bestSection(hit);
  const item = made('li', '', made('p', 'rw-gevonden-soort', page.soort), made('h2', '', link(root + page.id, page.titel)));
  if (text) {
    const parts = excerpt(text, terms).map(({ words, marked }) => (marked ? made('mark', '', words) : words));
    item.append(made('p', 'rw-gevonden-tekst', ...parts));
  }
  if (anchor && heading) item.append(made('p', 'rw-gevonden-onder', `${say.onder} `, link(`${root}${page.id}#${anchor}`, heading)));
  return item;
}

// ---- Asking -----------------------------------------------------------------------------------------------------------

/** What is told of an answer. @param {string} question @param {string} meant @param {number} count @param {Answer} answer */
function told(question, meant, count, { all, instead }) {
  if (!question) return '';
  if (!count) return fill(say.geen, { vraag: quoted(question) });
  const nowhere = new Intl.ListFormat(document.documentElement.lang).format(instead.map(([word]) => quoted(word)));
  const [single, many] = instead.length ? [say.wel_een, say.wel_meer] : [say.een, say.meer];
  return [
    instead.length && fill(say.nergens, { woord: nowhere }),
    fill(count === 1 ? single : many, { aantal: count, vraag: quoted(meant) }),
    !all && say.sommige,
  ].filter(Boolean).join(' ');
}

/** Offer to do without a word that was taken for another, when there are more. @param {Answer} answer */
function offerTheOthers({ sought, instead }) {
  const taken = new Set(instead.flatMap(([, words]) => words.split(' ')));
  const others = sought.filter((word) => !taken.has(word)).join(' ');
  without.hidden = !others || others === sought.join(' ');
  without.replaceChildren(link(`?q=${encodeURIComponent(others)}`, fill(say.alleen, { vraag: quoted(others) })));
}

/** @param {ReturnType<typeof engine>} ask @param {string} question */
function answer(ask, question) {
  /** As the reader wrote it. @param {string} word */
  const typed = (word) => question.split(/\s+/).find((one) => plain(one) === word) ?? word;
  const { hits, all, ...words } = ask(question);
  const sought = words.sought.map(typed);
  const instead = words.instead.map(([word, taken]) => /** @type {[string, string]} */ ([typed(word), taken]));
  const reply = { hits, all, sought, instead };
  const chosen = spread(hits);
  const count = chosen.length;
  const meant = count && instead.length ? sought.join(' ') : question;
  const map = `${root}book/kaart/index.html?zoek=${encodeURIComponent(meant)}`;
  status.textContent = told(question, meant, count, reply);
  offerTheOthers(reply);
  list.replaceChildren(...chosen.slice(0, FIRST).map(shown));
  more.hidden = count <= FIRST;
  more.textContent = fill(say.toon_meer, { aantal: count - FIRST });
  more.onclick = () => {
    const rest = chosen.slice(FIRST).map(shown);
    list.append(...rest);
    more.hidden = true;
    rest[0].querySelector('a')?.focus();
  };
  onMap.replaceChildren(link(map, fill(say.op_kaart, { vraag: quoted(meant) })));
  onMap.hidden = !hits.some(({ page }) => page.hoogstens && page.id.startsWith('book/kaart/'));
  nothing.hidden = !question || count > 0;
  for (const to of nothing.querySelectorAll('a[data-kaart]')) /** @type {HTMLAnchorElement} */ (to).href = map;
  document.title = question ? `${question} · ${title}` : title;
}

/** @param {ReturnType<typeof engine>} ask */
function follow(ask) {
  let timer = 0;
  const typed = () => field.value.trim().slice(0, LONGEST);
  const look = () => {
    clearTimeout(timer);
    const address = new URL(location.href);
    if (typed()) address.searchParams.set('q', typed());
    else address.searchParams.delete('q');
    history.replaceState(history.state, '', address);
    answer(ask, typed());
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    look();
  });
  field.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(look, PAUSE);
  });
  answer(ask, typed());
}

field.value = (new URLSearchParams(location.search).get('q') ?? '').slice(0, LONGEST);
if (!field.value) field.focus();
fetch(`${root}zoeklijst.json`)
  .then((reply) => {
    if (!reply.ok) throw new Error(String(reply.status));
    return reply.json();
  })
  .then((index) => follow(engine(index)))
  .catch(() => {
    status.textContent = say.mislukt; // without a network, before the book was kept
  });

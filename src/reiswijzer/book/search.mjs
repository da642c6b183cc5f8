// @ts-check
// The search page: asks `ranking.mjs` what is typed, and shows the pages with the words around what was found. The question
// stands in the address, as the theme's own field puts it there. Every word comes from the page; nothing is kept.

import { engine, forms, plain, spread } from './ranking.mjs';

/** @typedef {import('./ranking.mjs').Hit} Hit */

/** How long a reader pauses before what was typed is looked for, in milliseconds. */
const PAUSE = 250;
/** How many pages are shown before the reader asks for more, and how many letters of a text. */
const FIRST = 8;
const AROUND = 190;
const LONGEST = 120;

const sheet = /** @type {HTMLElement} */ (document.querySelector('.rw-zoeken'));
const one = (/** @type {string} */ selector) => /** @type {HTMLElement} */ (sheet.querySelector(selector));
/** @type {Record<string, string>} */
const say = JSON.parse(/** @type {string} */ (sheet.dataset.woorden));
const form = /** @type {HTMLFormElement} */ (one('form'));
const field = /** @type {HTMLInputElement} */ (one('input[name=q]'));
const [status, list, more, onMap, nothing] = ['.rw-zoek-stand', '.rw-gevonden', '.rw-zoek-meer', '.rw-op-kaart', '.rw-zoek-geen'].map(one);
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

// ---- What stands around what was found --------------------------------------------------------------------------------

/** Every word of a text that was found, with its place. @param {string} text @param {Set<string>} terms */
const found = (text, terms) =>
  [...text.matchAll(/[\p{L}\p{N}]+/gu)].filter(([word]) => forms(plain(word)).some((form) => terms.has(form)));

/** The section with most of the words. @param {Hit} hit */
function bestSection({ page, terms }) {
  const scored = page.secties.map((section) => {
    const [, heading, text] = section;
    const words = found(text, terms).map(([word]) => plain(word));
    const head = found(heading, terms).length;
    return { section, score: 4 * head + 3 * new Set(words).size + Math.min(words.length, 5) };
  });
  return scored.reduce((best, next) => (next.score > best.score ? next : best)).section;
}

/** Some of the text around the place with most of the words, these marked. @param {string} text @param {Set<string>} terms */
function excerpt(text, terms) {
  const places = found(text, terms);
  const near = (/** @type {number} */ at) => new Set(places.filter(({ index }) => index >= at && index < at + AROUND).map(([word]) => plain(word))).size;
  const first = places.reduce((best, { index }) => (near(index) > near(best) ? index : best), places[0]?.index ?? 0);
  const from = first < 60 ? 0 : text.lastIndexOf(' ', first - 50) + 1;
  const end = from + AROUND >= text.length ? text.length : text.lastIndexOf(' ', from + AROUND);
  const piece = made('p', 'rw-gevonden-tekst', from ? '… ' : '');
  let at = from;
  for (const { 0: word, index } of places) {
    if (index < from || index + word.length > end) continue;
    piece.append(text.slice(at, index), made('mark', '', word));
    at = index + word.length;
  }
  piece.append(text.slice(at, end), end < text.length ? ' …' : '');
  return piece;
}

/** @param {Hit} hit */
function shown(hit) {
  const { page, terms } = hit;
  const [anchor, heading, text] = bestSection(hit);
  const item = made('li', '', made('p', 'rw-gevonden-soort', page.soort), made('h2', '', link(root + page.id, page.titel)));
  if (text) item.append(excerpt(text, terms));
  if (anchor && heading) item.append(made('p', 'rw-gevonden-onder', `${say.onder} `, link(`${root}${page.id}#${anchor}`, heading)));
  return item;
}

// ---- Asking -----------------------------------------------------------------------------------------------------------

/** @param {ReturnType<typeof engine>} ask @param {string} question */
function answer(ask, question) {
  const { hits, all, instead } = ask(question);
  const chosen = spread(hits);
  const meant = instead.reduce((words, [word, taken]) => words.replace(word, taken), instead.length ? plain(question) : question);
  const map = `${root}book/kaart/index.html?zoek=${encodeURIComponent(meant)}`;
  const count = chosen.length;
  const told = [
    ...instead.map(([word]) => fill(say.lijkt, { woord: quoted(word) })),
    !count ? fill(say.geen, { vraag: quoted(question) }) : fill(count === 1 ? say.een : say.meer, { aantal: count, vraag: quoted(meant) }),
    count && !all && say.sommige,
  ];
  status.textContent = question ? told.filter(Boolean).join(' ') : '';
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

// @ts-check
// Says on the route where the reader was, read from what the journal keeps (`journal.mjs`, `widgets/keeper.mjs`): a stop is
// begun when something of it is kept, and read when the reader ticked that. Nothing is kept for this; what is wiped there is
// gone here.

const PREFIX = 'reiswijzer/1/';
const root = document.documentElement.dataset.content_root ?? './';

/**
 * @typedef {{oefening: string, velden: string[], gelezen: string}} Traces where what a reader does at a stop is kept
 * @typedef {{number: number, title: string, href: string, read: boolean, latest: number}} Stop `latest`: 0 when not begun
 */

/** @param {string} template @param {Record<string, string | number>} values */
const fill = (template, values) => template.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));

/** What is kept under a key, or nothing when that is not ours to read. @param {string} key @returns {any} */
function kept(key) {
  try {
    return JSON.parse(localStorage.getItem(PREFIX + key) ?? 'null');
  } catch {
    return null; // forbidden or damaged: the journal tells of that
  }
}

/** The last note in a field, unless it was emptied. @param {string} field @returns {{time: string, text: string} | undefined} */
const noteIn = (field) => [kept(`veld/${field}`)?.notes].flat().filter((note) => note?.text?.trim?.()).at(-1);

/** @param {Traces} traces */
function stateOf({ oefening, velden, gelezen }) {
  const times = [kept(`oefening/${oefening}`)?.time, ...velden.map((field) => noteIn(field)?.time)];
  const moments = times.map((time) => Date.parse(time)).filter((moment) => !Number.isNaN(moment));
  return { read: noteIn(gelezen) !== undefined, latest: Math.max(0, ...moments) };
}

/** Where to go on, in words and with a link. @param {Stop[]} stops @param {Record<string, string>} say @param {string} journal */
function goingOn(stops, say, journal) {
  const last = stops.reduce((found, stop) => (stop.latest > found.latest ? stop : found));
  if (!last.latest) return [];
  const next = last.read ? [...stops.slice(last.number), ...stops].find(({ read }) => !read) : last;
  const values = { nummer: last.number, titel: last.title, volgende: next?.number ?? 0, titel_volgende: next?.title ?? '' };
  const told = fill(!next ? say.alles : next === last ? say.laatst : say.volgende, values);
  const link = document.createElement('a');
  link.href = next?.href ?? journal;
  link.textContent = fill(next ? say.verder : say.naar_verslag, values);
  return [`${told} `, link];
}

/** @param {HTMLElement} route */
function follow(route) {
  /** @type {Traces[]} */
  const traces = JSON.parse(route.dataset.sporen ?? '[]');
  /** @type {Record<string, string>} */
  const say = JSON.parse(route.dataset.woorden ?? '{}');
  const items = [...route.querySelectorAll('li')];
  const on = document.querySelector('.rw-verdergaan');

  const show = () => {
    const stops = items.map((item, index) => {
      const { read, latest } = stateOf(traces[index]);
      const name = item.querySelector('a, .rw-hier');
      item.querySelector('.rw-spoor-stand')?.remove();
      if (latest) {
        const said = Object.assign(document.createElement('span'), { className: 'rw-spoor-stand' });
        said.textContent = ` ${read ? say.gelezen : say.begonnen}`;
        (item.lastElementChild ?? item).append(said);
      }
      const href = name instanceof HTMLAnchorElement ? name.href : '';
      return { number: index + 1, title: name?.textContent ?? '', href, read, latest };
    });
    if (on instanceof HTMLElement) {
      on.replaceChildren(...goingOn(stops, say, `${root}${route.dataset.verslag}`));
      on.hidden = !on.hasChildNodes();
    }
  };

  show();
  for (const name of ['reiswijzer-kept', 'reiswijzer-changed']) document.addEventListener(name, show);
  addEventListener('storage', show); // another page kept or wiped something
  addEventListener('pageshow', (event) => event.persisted && show());
}

for (const route of document.querySelectorAll('[data-sporen]')) follow(/** @type {HTMLElement} */ (route));

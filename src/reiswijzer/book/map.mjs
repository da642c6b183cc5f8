// @ts-check
// Filters and orders the table of cases and keeps the map in step; the address of the page holds the choice, so that it can
// be shared. All data stands in the table; every word comes from the page. Nothing is kept and nothing is fetched.

/** @typedef {HTMLSelectElement | HTMLInputElement} Control */

const FILTERS = ['domein', 'inzicht', 'plaats', 'vorm', 'opbrengst', 'tegenvaller', 'begonnen', 'bezocht'];
/** How long a reader pauses before what was typed is announced, in milliseconds; the table itself follows at once. */
const PAUSE = 350;
const collator = new Intl.Collator('nl', { numeric: true });

/** @param {string} text lower case, without accents, words apart by one space: as `plain` in case_map.py */
const plain = (text) =>
  text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '').replace(/[^a-z0-9]+/g, ' ').trim();

/** @param {string} template @param {Record<string, string | number>} values */
const fill = (template, values) => template.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));

/** @param {HTMLElement} sheet */
function setUp(sheet) {
  /** @type {Record<string, string>} */
  const words = JSON.parse(sheet.dataset.woorden ?? '{}');
  const one = (/** @type {string} */ selector) => /** @type {HTMLElement} */ (sheet.querySelector(selector));
  const form = /** @type {HTMLFormElement} */ (one('.rw-filters'));
  const status = one('.rw-stand');
  const nothing = one('.rw-geen');
  const clear = one('.rw-wissen');
  const body = one('.rw-lijst tbody');
  const rows = /** @type {HTMLElement[]} */ ([...body.children]);
  const spots = /** @type {HTMLAnchorElement[]} */ ([...sheet.querySelectorAll('.rw-plek')]);
  const national = /** @type {HTMLElement[]} */ ([...sheet.querySelectorAll('.rw-landelijk li')]);
  /** @param {string} name */
  const control = (name) => /** @type {Control} */ (form.elements.namedItem(name));
  /** @param {string} name */
  const valueOf = (name) => {
    const it = control(name);
    return it instanceof HTMLInputElement && it.type === 'checkbox' ? (it.checked ? it.value : '') : it.value;
  };
  /** @param {string} name @param {string} value */
  const put = (name, value) => {
    const it = control(name);
    if (it instanceof HTMLInputElement && it.type === 'checkbox') it.checked = value === it.value;
    else if (it instanceof HTMLSelectElement) it.value = [...it.options].some((option) => option.value === value) ? value : it.options[0].value;
    else it.value = value;
  };
  /** How a filter and its value are called on screen. @param {string} name */
  const called = (name) => {
    const it = control(name);
    const label = it.labels?.[0]?.textContent ?? '';
    if (it instanceof HTMLSelectElement) return `${label.toLowerCase()} ‘${it.selectedOptions[0].textContent}’`;
    return it.type === 'checkbox' ? label.toLowerCase() : fill(words.woord, { woord: it.value.trim() });
  };

  // ---- Which rows -------------------------------------------------------------------------------------------------

  /** Themes with what a text about them looks like: who searches for "huurschuld" also finds what is about debts. */
  const themes = /** @type {[string, string, string][]} */ (JSON.parse(sheet.dataset.themas ?? '[]')).map(
    ([id, label, pattern]) => ({ id, label, pattern: new RegExp(pattern) }),
  );
  /** @param {string} text */
  const themesOf = (text) => themes.filter(({ pattern }) => pattern.test(text));
  /** Say for one word, and its themes, whether a row is about it. @param {string} word */
  const about = (word) => {
    const ids = themesOf(word).map(({ id }) => id);
    return (/** @type {DOMStringMap} */ data) =>
      (data.zoek ?? '').includes(word) || ids.some((id) => (data.themas ?? '').split(' ').includes(id));
  };

  /** Return the rows that pass all filters, but for the one that is left out. @param {string} [without] */
  const hits = (without) => {
    const chosen = FILTERS.filter((name) => name !== without && valueOf(name));
    const searched = without === 'zoek' ? [] : plain(valueOf('zoek')).split(' ').filter(Boolean).map(about);
    return rows.filter(
      ({ dataset }) =>
        chosen.every((name) => (dataset[name] ?? '').split(' ').includes(valueOf(name))) &&
        searched.every((isAbout) => isAbout(dataset)),
    );
  };
  const active = () => ['zoek', ...FILTERS].filter((name) => valueOf(name).trim());

  // ---- In which order ---------------------------------------------------------------------------------------------

  /** @type {Record<string, (row: HTMLElement) => string>} */
  const keys = {
    naam: (row) => row.dataset.naam ?? '',
    jaar: (row) => row.dataset.jaar ?? '',
    ...Object.fromEntries(['plaats', 'domein'].map((name) => [name, (/** @type {HTMLElement} */ row) => row.querySelector(`.rw-kol-${name}`)?.textContent ?? ''])),
  };
  const order = () => {
    const [name, turned] = valueOf('volgorde').split('-');
    const key = keys[name] ?? keys.naam;
    const sorted = [...rows].sort((a, b) => {
      const [left, right] = [key(a), key(b)];
      if (!left || !right) return left ? -1 : right ? 1 : collator.compare(keys.naam(a), keys.naam(b)); // unknown comes last
      return (turned ? -1 : 1) * collator.compare(left, right) || collator.compare(keys.naam(a), keys.naam(b));
    });
    if (sorted.some((row, index) => body.children[index] !== row)) body.append(...sorted);
    for (const head of /** @type {NodeListOf<HTMLElement>} */ (sheet.querySelectorAll('th[data-op]'))) {
      if (head.dataset.op === name) head.setAttribute('aria-sort', turned ? 'descending' : 'ascending');
      else head.removeAttribute('aria-sort');
    }
  };

  // ---- On screen --------------------------------------------------------------------------------------------------

  const loosen = () => {
    const gains = active()
      .map((name) => ({ name, count: hits(name).length }))
      .filter(({ count }) => count > 0)
      .sort((a, b) => b.count - a.count);
    const head = Object.assign(document.createElement('p'), { textContent: words.geen });
    const buttons = gains.map(({ name, count }) => {
      const made = Object.assign(document.createElement('button'), {
        type: 'button',
        className: 'rw-knop',
        textContent: fill(words.los, { filter: called(name), aantal: count }),
      });
      made.addEventListener('click', () => {
        put(name, '');
        follow();
        /** @type {HTMLElement} */ (control(name)).focus();
      });
      return made;
    });
    nothing.replaceChildren(head, ...(buttons.length ? buttons : [Object.assign(document.createElement('p'), { textContent: words.los_geen })]));
  };

  let timer = 0;
  /** @param {boolean} [typing] */
  const announce = (typing) => {
    const found = rows.filter((row) => !row.hidden).length;
    const chosen = active().map(called);
    const alike = plain(valueOf('zoek')).split(' ').filter(Boolean).flatMap(themesOf).map(({ label }) => `‘${label}’`);
    const told =
      fill(words.stand, { aantal: found, alle: rows.length }) +
      (chosen.length ? `. ${fill(words.gekozen, { keuze: chosen.join('; ') })}` : '.') +
      (found && alike.length ? ` ${fill(words.thema, { themas: alike.join('; ') })}` : '') +
      (found ? '' : ` ${words.geen}`);
    clearTimeout(timer);
    if (typing) timer = setTimeout(() => (status.textContent = told), PAUSE);
    else status.textContent = told;
  };

  /** @param {{typing?: boolean, share?: boolean}} [how] */
  function follow({ typing = false, share = true } = {}) {
    const found = new Set(hits());
    for (const row of rows) row.hidden = !found.has(row);
    order();
    for (const item of national) item.hidden = !found.has(/** @type {HTMLElement} */ (document.getElementById(`casus-${item.dataset.casus}`)));
    // A place that is chosen stays what it was: the other filters say how many there are at each place.
    const elsewhere = hits('plaats');
    for (const spot of spots) {
      const count = elsewhere.filter((row) => row.dataset.plaats?.split(' ').includes(spot.dataset.plaats ?? '')).length;
      const pressed = valueOf('plaats') === spot.dataset.plaats;
      const many = count === 1 ? words.plek_een : fill(words.plek_meer, { aantal: count });
      spot.textContent = String(count);
      spot.setAttribute('aria-label', fill(words.plek, { plaats: spot.dataset.naam ?? '', aantal: many }));
      spot.setAttribute('aria-pressed', String(pressed));
      /** @type {HTMLElement} */ (spot.parentElement).hidden = count === 0 && !pressed;
    }
    const none = found.size === 0;
    nothing.hidden = !none;
    one('.rw-lijst table').hidden = none;
    if (none) loosen();
    clear.hidden = active().length === 0;
    announce(typing);
    if (share) {
      const address = new URL(location.href);
      address.search = new URLSearchParams(
        [...active(), 'volgorde'].map((name) => [name, valueOf(name).trim()]).filter(([name, value]) => !(name === 'volgorde' && value === 'naam')),
      ).toString();
      address.hash = '';
      history.replaceState(history.state, '', address);
    }
  }

  const read = () => {
    const asked = new URLSearchParams(location.search);
    for (const name of ['zoek', 'volgorde', ...FILTERS]) put(name, (asked.get(name) ?? '').slice(0, 80));
    const more = /** @type {HTMLDetailsElement} */ (one('.rw-filter-meer'));
    if ([...more.querySelectorAll('select, input')].some((it) => valueOf(/** @type {Control} */ (it).name))) more.open = true;
  };

  // ---- What the reader does ---------------------------------------------------------------------------------------

  form.addEventListener('submit', (event) => event.preventDefault());
  control('volgorde').addEventListener('input', () => follow()); // it stands outside the form
  form.addEventListener('input', (event) => follow({ typing: /** @type {Control} */ (event.target).name === 'zoek' }));
  clear.addEventListener('click', () => {
    for (const name of ['zoek', ...FILTERS]) put(name, '');
    follow();
    control('zoek').focus();
  });
  for (const head of /** @type {NodeListOf<HTMLElement>} */ (sheet.querySelectorAll('th[data-op]'))) {
    const press = Object.assign(document.createElement('button'), { type: 'button' });
    press.append(...head.childNodes);
    press.addEventListener('click', () => {
      const name = head.dataset.op ?? '';
      put('volgorde', name === 'jaar' && valueOf('volgorde') === 'jaar' ? 'jaar-om' : name);
      follow();
    });
    head.append(press);
  }
  /** @param {HTMLAnchorElement} spot */
  const choose = (spot) => {
    put('plaats', valueOf('plaats') === spot.dataset.plaats ? '' : (spot.dataset.plaats ?? ''));
    follow();
  };
  for (const spot of spots) {
    spot.setAttribute('role', 'button');
    spot.addEventListener('click', (event) => {
      event.preventDefault();
      choose(spot);
    });
    spot.addEventListener('keydown', (event) => {
      if (event.key !== ' ') return;
      event.preventDefault();
      choose(spot);
    });
  }
  // Where is the row that is pointed at? Its place on the map lights up.
  const light = (/** @type {Event} */ event) => {
    const row = /** @type {HTMLElement} */ (event.target).closest('tr');
    const here = row?.parentElement === body && event.type !== 'pointerleave' ? (row.dataset.plaats?.split(' ') ?? []) : [];
    for (const spot of spots) spot.classList.toggle('rw-plek-hier', here.includes(spot.dataset.plaats ?? ''));
  };
  for (const kind of ['pointerover', 'focusin', 'pointerleave', 'focusout']) body.addEventListener(kind, light);
  addEventListener('popstate', () => {
    read();
    follow({ share: false });
  });

  form.hidden = false;
  one('.rw-volgorde').hidden = false;
  read();
  follow({ share: false });
}

for (const sheet of document.querySelectorAll('.rw-kaartblad')) setUp(/** @type {HTMLElement} */ (sheet));

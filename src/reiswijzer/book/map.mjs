// @ts-check
// Filters and orders the table of cases and keeps the map in step; the address of the page holds the choice, so that it can
// be shared. All data stands in the table; every word comes from the page. Nothing is kept and nothing is fetched.

/** @typedef {HTMLSelectElement | HTMLInputElement} Control */
/** @typedef {{word: string, themes: string[]}} Sought a word that a reader looks for, and the themes it belongs to */

const FILTERS = ['domein', 'inzicht', 'plaats', 'vorm', 'opbrengst', 'tegenvaller', 'begonnen', 'bezocht'];
const NATIONAL = 'heel-nederland';
/** How long a reader pauses before what was typed is announced, in milliseconds; the table itself follows at once. */
const PAUSE = 350;
const collator = new Intl.Collator('nl', { numeric: true });

/** @param {string} text lower case, without accents, words apart by one space: as `folded` in content/themes.py */
const plain = (text) =>
  text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '').replace(/[^a-z0-9]+/g, ' ').trim();

/** @param {string} template @param {Record<string, string | number>} values */
const fill = (template, values) => template.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));

/** @param {string} text */
const words = (text) => text.split(' ').filter(Boolean);

/** @param {HTMLElement} sheet */
function setUp(sheet) {
  const data = /** @type {Record<string, string>} */ (sheet.dataset);
  /** @type {Record<string, string>} */
  const say = JSON.parse(data.woorden);
  const one = (/** @type {string} */ selector) => /** @type {HTMLElement} */ (sheet.querySelector(selector));
  const all = (/** @type {string} */ selector) => /** @type {HTMLElement[]} */ ([...sheet.querySelectorAll(selector)]);
  const form = /** @type {HTMLFormElement} */ (one('.rw-filters'));
  const status = one('.rw-stand');
  const nothing = one('.rw-geen');
  const clear = one('.rw-wissen');
  const body = one('.rw-lijst tbody');
  const land = one('.rw-land');
  const here = one('.rw-hier');
  const opener = one('.rw-kaart-open');
  const rows = /** @type {HTMLElement[]} */ ([...body.children]);
  const spots = all('.rw-plek');
  const lines = all('.rw-svg-aanwijzer'); // from a place to its button, in the same order
  const heads = all('th[data-op]');

  /** @param {string} name */
  const control = (name) => /** @type {Control} */ (form.elements.namedItem(name));
  /** @param {string} name */
  const valueOf = (name) => {
    const it = control(name);
    return it instanceof HTMLInputElement && it.type === 'checkbox' ? (it.checked ? it.value : '') : it.value.trim();
  };
  /** Put a value in a control; return whether it could be chosen there. @param {string} name @param {string} value */
  const put = (name, value) => {
    const it = control(name);
    if (it instanceof HTMLSelectElement) {
      const known = [...it.options].some((option) => option.value === value);
      it.value = known ? value : it.options[0].value;
      return known || value === '';
    }
    if (it.type !== 'checkbox') {
      it.value = value;
      return true;
    }
    it.checked = value === it.value;
    return it.checked || value === '';
  };
  /** @param {string} name */
  const option = (name) => /** @type {HTMLSelectElement} */ (control(name)).selectedOptions[0].textContent ?? '';
  /** How a filter and its value are called on screen. @param {string} name */
  const called = (name) => {
    if (name === 'zoek') return fill(words(valueOf(name)).length > 1 ? say.woorden : say.woord, { woord: valueOf(name) });
    const label = (control(name).labels?.[0]?.textContent ?? '').toLowerCase();
    return control(name) instanceof HTMLSelectElement ? `${label} ‘${option(name)}’` : label;
  };
  /** @param {number} count */
  const many = (count) => (count === 1 ? say.plek_een : fill(say.plek_meer, { aantal: count }));

  // ---- Which rows -------------------------------------------------------------------------------------------------

  const idle = new Set(words(data.stopwoorden));
  /** Themes with what a text about them looks like: who searches for "huurschuld" also finds what is about debts. */
  const themes = /** @type {[string, string, string][]} */ (JSON.parse(data.themas)).map(([id, label, pattern]) => ({
    id,
    label,
    pattern: new RegExp(pattern, 'g'),
  }));

  /** Return the words that matter in what is typed; a theme may need some of them in a row. @returns {Sought[]} */
  const sought = (text = plain(valueOf('zoek'))) => {
    const ranges = themes.flatMap(({ id, pattern }) =>
      [...text.matchAll(pattern)].map((found) => ({ id, from: found.index, to: found.index + found[0].length })),
    );
    let at = 0;
    const found = text.split(' ').map((word) => {
      const [from, to] = [at, (at += word.length + 1) - 1];
      return { word, themes: ranges.filter((range) => range.from < to && range.to > from).map(({ id }) => id) };
    });
    return found.filter(({ word, themes: about }) => word && (!idle.has(word) || about.length));
  };

  /**
   * Return the rows that pass all filters, but for the one that is left out.
   * @param {string} [without] @param {Sought[]} [looked]
   */
  const hits = (without, looked = without === 'zoek' ? [] : sought()) => {
    const chosen = FILTERS.filter((name) => name !== without && valueOf(name));
    return rows.filter(
      ({ dataset }) =>
        chosen.every((name) => words(dataset[name] ?? '').includes(valueOf(name))) &&
        looked.every(
          ({ word, themes: about }) =>
            (dataset.zoek ?? '').includes(word) || about.some((id) => words(dataset.themas ?? '').includes(id)),
        ),
    );
  };
  const active = () => ['zoek', ...FILTERS].filter(valueOf);

  // ---- In which order ---------------------------------------------------------------------------------------------

  /** @param {HTMLElement} row @param {string} name */
  const keyOf = (row, name) => {
    const text = name === 'jaar' ? row.dataset.jaar : row.querySelector(`.rw-kol-${name} a, td.rw-kol-${name}`)?.textContent;
    return (text ?? '').replace(/^’s-/, '');
  };
  const order = () => {
    const [name, turned] = valueOf('volgorde').split('-');
    const sorted = [...rows].sort((a, b) => {
      const [left, right] = [keyOf(a, name), keyOf(b, name)];
      const same = collator.compare(keyOf(a, 'naam'), keyOf(b, 'naam'));
      if (!left || !right) return left ? -1 : right ? 1 : same; // unknown comes last
      return (turned ? -1 : 1) * collator.compare(left, right) || same;
    });
    if (sorted.some((row, index) => body.children[index] !== row)) body.append(...sorted);
    for (const head of heads) {
      if (head.dataset.op === name) head.setAttribute('aria-sort', turned ? 'descending' : 'ascending');
      else head.removeAttribute('aria-sort');
    }
  };

  // ---- On screen --------------------------------------------------------------------------------------------------

  /** Offer what to let go, the most first: a filter, or one of the words. */
  const loosen = () => {
    const looked = sought();
    const gains = active().map((name) => ({ name, label: called(name), left: '', count: hits(name).length }));
    if (looked.length > 1) {
      for (const each of looked) {
        const rest = looked.filter((other) => other !== each);
        const left = rest.map(({ word }) => word).join(' ');
        gains.push({ name: 'zoek', label: fill(say.woord, { woord: each.word }), left, count: hits(undefined, rest).length });
      }
    }
    const useful = gains.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count);
    nothing.replaceChildren(
      ...useful.map(({ name, label, left, count }) => {
        const made = Object.assign(document.createElement('button'), { type: 'button', className: 'rw-knop' });
        made.textContent = fill(say.los, { filter: label, aantal: count });
        made.addEventListener('click', () => {
          put(name, left);
          follow();
          control(name).focus();
        });
        return made;
      }),
    );
    if (!useful.length) nothing.append(Object.assign(document.createElement('p'), { textContent: say.los_geen }));
  };

  let timer = 0;
  /** @param {boolean} typing @param {string[]} more */
  const announce = (typing, more) => {
    const found = rows.filter((row) => !row.hidden).length;
    const chosen = active().map(called);
    const ids = new Set(sought().flatMap(({ themes: about }) => about));
    const alike = themes.filter(({ id }) => ids.has(id)).map(({ label }) => `‘${label}’`);
    const elsewhere = valueOf('plaats') && valueOf('plaats') !== NATIONAL
      ? hits('plaats').filter((row) => words(row.dataset.plaats ?? '').includes(NATIONAL)).length
      : 0;
    const told = [
      `${fill(say.stand, { aantal: found, alle: rows.length })}.`,
      chosen.length && fill(say.gekozen, { keuze: chosen.join('; ') }),
      found && alike.length && fill(say.thema, { themas: alike.join('; ') }),
      !found && say.geen,
      elsewhere && fill(say.ook_landelijk, { aantal: elsewhere }),
      ...more,
    ].filter(Boolean).join(' ');
    clearTimeout(timer);
    if (typing) timer = setTimeout(() => (status.textContent = told), PAUSE);
    else status.textContent = told;
  };

  const showMap = () => {
    // A place that is chosen stays what it was: the other filters say how many there are at each place.
    const there = hits('plaats');
    for (const [index, spot] of spots.entries()) {
      const count = there.filter((row) => words(row.dataset.plaats ?? '').includes(spot.dataset.plaats ?? '')).length;
      const pressed = valueOf('plaats') === spot.dataset.plaats;
      spot.textContent = String(count);
      spot.setAttribute('aria-label', fill(say.plek, { plaats: spot.dataset.naam ?? '', aantal: many(count) }));
      spot.setAttribute('aria-pressed', String(pressed));
      const gone = count === 0 && !pressed;
      /** @type {HTMLElement} */ (spot.parentElement).hidden = gone;
      lines[index].style.visibility = gone ? 'hidden' : '';
    }
    for (const list of all('.rw-landelijk')) {
      const items = /** @type {HTMLElement[]} */ ([...list.children]);
      for (const item of items) item.hidden = !there.some((row) => row.id === `casus-${item.dataset.casus}`);
      /** @type {HTMLElement} */ (list.previousElementSibling).hidden = items.every((item) => item.hidden);
    }
    const chosen = spots.find((spot) => spot.dataset.plaats === valueOf('plaats'));
    here.hidden = !chosen;
    if (chosen) {
      const told = { plaats: chosen.dataset.naam ?? '', aantal: many(rows.filter((row) => !row.hidden).length) };
      /** @type {HTMLElement} */ (here.firstElementChild).textContent = fill(say.hier, told);
    }
  };

  /** @param {{typing?: boolean, share?: boolean, more?: string[]}} [how] */
  function follow({ typing = false, share = true, more = [] } = {}) {
    const found = new Set(hits());
    for (const row of rows) row.hidden = !found.has(row);
    order();
    showMap();
    nothing.hidden = found.size > 0;
    one('.rw-lijst table').hidden = found.size === 0;
    if (found.size === 0) loosen();
    clear.hidden = active().length === 0;
    announce(typing, more);
    if (!share) return;
    const address = new URL(location.href);
    const kept = [...active(), 'volgorde'].map((name) => [name, valueOf(name)]);
    address.search = new URLSearchParams(kept.filter(([name, value]) => name !== 'volgorde' || value !== 'naam')).toString();
    address.hash = '';
    history.replaceState(history.state, '', address);
  }

  /** Take up the choice in the address; what cannot be chosen any more is told. */
  const read = () => {
    const asked = new URLSearchParams(location.search);
    const known = ['zoek', 'volgorde', ...FILTERS].map((name) => put(name, (asked.get(name) ?? '').slice(0, 80)));
    const more = /** @type {HTMLDetailsElement} */ (one('.rw-filter-meer'));
    const inside = /** @type {Control[]} */ ([...more.querySelectorAll('select, input')]);
    if (inside.some(({ name }) => valueOf(name))) more.open = true;
    const gone = known.includes(false);
    follow({ share: gone, more: gone ? [say.weg] : [] });
  };

  // ---- What the reader does ---------------------------------------------------------------------------------------

  const sort = () => follow({ more: [fill(say.op, { volgorde: option('volgorde') })] });
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('input', ({ target }) => follow({ typing: /** @type {Control} */ (target).name === 'zoek' }));
  control('volgorde').addEventListener('input', sort); // it stands outside the form
  clear.addEventListener('click', () => {
    for (const name of ['zoek', ...FILTERS]) put(name, '');
    follow();
    control('zoek').focus();
  });
  for (const head of heads) {
    const press = Object.assign(document.createElement('button'), { type: 'button' });
    press.append(...head.childNodes);
    press.addEventListener('click', () => {
      put('volgorde', valueOf('volgorde') === head.dataset.op ? `${head.dataset.op}-om` : (head.dataset.op ?? ''));
      sort();
    });
    head.append(press);
  }
  /** @param {HTMLElement} spot */
  const choose = (spot) => {
    const { top } = spot.getBoundingClientRect();
    put('plaats', valueOf('plaats') === spot.dataset.plaats ? '' : (spot.dataset.plaats ?? ''));
    follow();
    // What is said above the map may be longer now; the place stays where the finger is.
    scrollBy({ top: spot.getBoundingClientRect().top - top, behavior: 'instant' });
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
  // From the map to the list, without a step in the history: there the choice would be an older one.
  for (const link of /** @type {HTMLAnchorElement[]} */ (all('.rw-naar-lijst, .rw-hier a'))) {
    link.addEventListener('click', (event) => {
      event.preventDefault();
      const place = /** @type {HTMLElement} */ (document.getElementById(link.hash.slice(1)));
      place.tabIndex = -1;
      place.focus({ preventScroll: true });
      place.scrollIntoView();
    });
  }
  // On a small screen the map is folded away until it is asked for.
  opener.addEventListener('click', () => {
    opener.setAttribute('aria-expanded', String(opener.getAttribute('aria-expanded') !== 'true'));
  });
  // Where is the row that is pointed at? Its place on the map lights up.
  const light = (/** @type {Event} */ event) => {
    const row = /** @type {HTMLElement} */ (event.target).closest('tr');
    const there = row?.parentElement === body && event.type !== 'pointerleave' ? words(row.dataset.plaats ?? '') : [];
    for (const spot of spots) spot.classList.toggle('rw-plek-hier', there.includes(spot.dataset.plaats ?? ''));
  };
  for (const kind of ['pointerover', 'focusin', 'pointerleave', 'focusout']) body.addEventListener(kind, light);
  // The name of a place can be put away; it comes again at the next.
  document.addEventListener('keydown', ({ key }) => key === 'Escape' && land.classList.add('rw-geen-namen'));
  for (const kind of ['pointerover', 'focusin']) {
    land.addEventListener(kind, ({ target }) => {
      if (/** @type {HTMLElement} */ (target).matches('.rw-plek')) land.classList.remove('rw-geen-namen');
    });
  }
  addEventListener('popstate', read);

  form.hidden = opener.hidden = false;
  one('.rw-volgorde').hidden = false;
  read();
}

for (const sheet of document.querySelectorAll('.rw-kaartblad')) setUp(/** @type {HTMLElement} */ (sheet));

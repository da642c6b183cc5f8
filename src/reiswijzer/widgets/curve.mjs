// @ts-check
// A line through the years: known points, a part the reader continues, then the real line and the pace beside it.
//
// Touch: the plot lets the page scroll up and down (`touch-action: pan-y`), except for a finger that begins on or near
// the reader's line: then scrolling is called off in `touchstart`, which every browser heeds, also inside an SVG. A
// finger elsewhere draws when it moves sideways or taps; if the page scrolls instead, the browser cancels the pointer
// and the line from before comes back.

/** @typedef {Record<string, number>} Series value by year */
/** @typedef {{x: number, y: number}} Point in pixels of the plot */
/** @typedef {{id: number, before: Series, last: Point, first: string, reach: number, moved: boolean}} Gesture */
/** @typedef {{group: SVGElement, input: HTMLInputElement}} Handle */

const SVG = 'http://www.w3.org/2000/svg';
/** How near, in pixels, a year follows the pointer, and a finger counts as on the line. */
const GRIP = 12;
const NEAR = 26;
/** From this width on the lines carry their names; on a narrower plot a key below it does. */
const ROOMY = 460;
const LINE_HEIGHT = 21;
const KINDS = /** @type {const} */ (['known', 'reader', 'baseline', 'gap', 'actual']);

/**
 * @param {string} name
 * @param {Record<string, string | number>} [attributes]
 * @param {(Node | string)[]} children
 */
function svg(name, attributes = {}, ...children) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  made.append(...children);
  return made;
}

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, any>} properties
 * @param {(Node | string)[]} children
 */
function html(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

/** @param {Series} series */
const yearsOf = (series) => Object.keys(series).sort();

/** @param {string} text @param {Record<string, string>} values */
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

/** The mark of a kind of line, around a point. @param {string} kind @param {number} x @param {number} y */
function mark(kind, x, y) {
  if (kind === 'reader') return svg('rect', { x: x - 5.5, y: y - 5.5, width: 11, height: 11, class: 'rw-curve-mark' });
  if (kind === 'baseline') return svg('path', { d: `M${x - 4} ${y - 4}l8 8m0 -8l-8 8`, class: 'rw-curve-mark' });
  if (kind === 'gap') return svg('path', { d: `M${x - 4} ${y - 8}h8m-4 0v16m-4 0h8`, class: 'rw-curve-bracket' });
  return svg('circle', { cx: x, cy: y, r: 5, class: 'rw-curve-mark' });
}

/** @param {{model: any, el: HTMLElement, signal: AbortSignal}} parameters */
function render({ model, el, signal }) {
  const words = model.get('words');
  const number = new Intl.NumberFormat(words.locale);
  const years = model.get('years').map(String);
  const known = /** @type {Series} */ (model.get('known'));
  const [highest, snap, grid] = ['highest', 'snap', 'grid'].map((name) => model.get(name));
  const first = Number(yearsOf(known)[0]);
  const join = /** @type {string} */ (yearsOf(known).at(-1));
  const last = Number(years.at(-1));

  /** @type {Series} what is on screen, ahead of Python while the reader moves */
  let line = { ...model.get('drawn') };
  /** @type {Gesture | null} */
  let gesture = null;
  let size = { width: 0, height: 0, left: 50, right: 14, top: 16, bottom: 28 };

  const picture = svg('svg', { class: 'rw-curve-plot' });
  const frame = svg('g');
  const band = svg('g', { class: 'rw-curve-band', 'aria-hidden': 'true' });
  const answer = svg('g', { class: 'rw-curve-answer', 'aria-hidden': 'true' });
  const path = svg('g', { class: 'rw-curve-reader', 'aria-hidden': 'true' });
  const points = svg('g', { class: 'rw-curve-reader' });
  const names = svg('g', { class: 'rw-curve-names', 'aria-hidden': 'true' });
  const key = html('ul', { className: 'rw-curve-key', ariaHidden: 'true' });
  const fields = html('fieldset', { className: 'rw-curve-numbers' }, html('legend', {}, words.numbers));
  const said = html('p', { className: 'rw-curve-said', ariaLive: 'polite' }, '', '', '');
  const [before, own, after] = [0, 1, 2].map(() => said.appendChild(html('span')));
  picture.append(frame, band, answer, path, points, names);

  // Where things are.

  const x = (/** @type {string | number} */ year) =>
    size.left + ((Number(year) - first) / (last - first)) * (size.width - size.left - size.right);
  const y = (/** @type {number} */ value) =>
    size.height - size.bottom - (Math.min(Math.max(value, 0), highest) / highest) * (size.height - size.top - size.bottom);
  const valueAt = (/** @type {number} */ height) => {
    const value = ((size.height - size.bottom - height) / (size.height - size.top - size.bottom)) * highest;
    return Math.min(Math.max(Math.round(value / snap) * snap, 0), highest);
  };
  const valueOf = (/** @type {string} */ year) => line[year] ?? model.get('start');
  const whole = () => Object.fromEntries(years.map((/** @type {string} */ year) => [year, valueOf(year)]));
  const touched = () => Object.keys(line).length > 0;
  const joined = (/** @type {Series} */ series) => ({ [join]: known[join], ...series });

  // What is drawn.

  /** @param {string} kind @param {Series} series */
  function stretch(kind, series) {
    const group = svg('g', { class: `rw-curve-${kind}` });
    const at = yearsOf(series);
    for (const [index, year] of at.entries()) {
      const next = at[index + 1];
      if (!next) continue;
      const thin = Number(next) - Number(year) > 1 ? ' rw-curve-thin' : '';
      group.append(svg('line', { x1: x(year), y1: y(series[year]), x2: x(next), y2: y(series[next]), class: `rw-curve-line${thin}` }));
    }
    return group;
  }

  /** @param {string} kind @param {Series} series @param {Series} [from] */
  function curve(kind, series, from = series) {
    const group = stretch(kind, from);
    if (kind !== 'baseline') group.append(...yearsOf(series).map((year) => mark(kind, x(year), y(series[year]))));
    return group;
  }

  function drawFrame() {
    const parts = [];
    for (let level = 0; level <= highest; level += grid) {
      parts.push(svg('line', { x1: size.left, x2: size.width - size.right, y1: y(level), y2: y(level), class: 'rw-curve-grid' }));
      parts.push(svg('text', { x: size.left - 8, y: y(level) + 5, 'text-anchor': 'end', class: 'rw-curve-soft' }, number.format(level)));
    }
    for (let year = first; year <= last; year += 2)
      parts.push(svg('text', { x: x(year), y: size.height - 7, 'text-anchor': 'middle', class: 'rw-curve-soft' }, String(year)));
    frame.replaceChildren(svg('g', { 'aria-hidden': 'true' }, ...parts, curve('known', known)));
  }

  function drawBand() {
    const left = (x(join) + x(years[0])) / 2;
    const middle = (left + size.width - size.right) / 2;
    band.replaceChildren(
      svg('rect', { x: left, y: size.top - 10, width: size.width - size.right + 8 - left, height: size.height - size.top - size.bottom + 10, rx: 6 }),
    );
    if (!touched()) band.append(svg('text', { x: middle, y: size.top + 14, 'text-anchor': 'middle', class: 'rw-curve-hint' }, words.hint));
  }

  function drawLine() {
    const shown = touched() || !model.get('locked');
    path.replaceChildren(...(shown ? [stretch('reader', joined(whole()))] : []));
    points.classList.toggle('rw-curve-gone', !shown);
    path.classList.toggle('rw-curve-untouched', !touched());
    for (const [year, { group, input }] of handles) {
      const value = valueOf(year);
      group.setAttribute('transform', `translate(${x(year)} ${y(value)})`);
      group.setAttribute('aria-valuenow', String(value));
      group.setAttribute('aria-valuetext', fill(words.value, { aantal: number.format(value), jaar: year }));
      if (document.activeElement !== input) input.value = String(value);
    }
    drawNames();
  }

  /** @param {boolean} [fresh] whether it was not on screen before */
  function drawAnswer(fresh = true) {
    const [actual, baseline] = [model.get('actual'), model.get('baseline')];
    const parts = [];
    if (yearsOf(baseline).length) parts.push(curve('baseline', baseline, joined(baseline)));
    if (yearsOf(actual).length) parts.push(curve('actual', actual, joined(actual)));
    // What is new draws itself in: the pace if it is there, else the real line; its names follow.
    if (fresh) parts[0]?.classList.add('rw-curve-fresh');
    for (const labels of [names, key]) labels.classList.toggle('rw-curve-late', fresh && parts.length > 0);
    if (parts.length > 1) {
      const [top, low] = [baseline, actual].map((series) => y(series[String(last)]));
      const at = size.width - size.right + 12;
      parts.push(svg('path', { d: `M${at - 4} ${top}h8m-4 0V${low}m-4 0h8`, class: 'rw-curve-bracket' }));
    }
    answer.replaceChildren(...parts);
  }

  /** The end of every line with its name, in the order of `KINDS`. */
  function ends() {
    const all = { known, reader: touched() ? whole() : {}, baseline: model.get('baseline'), actual: model.get('actual') };
    const found = Object.entries(all).filter(([, series]) => yearsOf(series).length);
    const named = found.map(([kind, series]) => {
      const year = /** @type {string} */ (yearsOf(series).at(-1));
      return { kind, year, value: series[year], text: fill(words[kind], { aantal: number.format(Math.round(series[year])) }) };
    });
    const [pace, real] = [all.baseline[String(last)], all.actual[String(last)]];
    if (model.get('gap') && pace !== undefined && real !== undefined)
      named.push({ kind: 'gap', year: String(last), value: (pace + real) / 2, text: model.get('gap') });
    return named.sort((a, b) => KINDS.indexOf(/** @type {any} */ (a.kind)) - KINDS.indexOf(/** @type {any} */ (b.kind)));
  }

  function drawNames() {
    const found = ends();
    key.replaceChildren(
      ...found.map(({ kind, text }) => {
        const bar = kind === 'gap' ? [] : [svg('line', { x1: 1, x2: 35, y1: 10, y2: 10, class: 'rw-curve-line' })];
        const symbol = kind === 'baseline' ? [] : [mark(kind, 18, 10)];
        const sample = svg('svg', { viewBox: '0 0 36 20', width: 36, height: 20, class: `rw-curve-${kind}` }, ...bar, ...symbol);
        return html('li', { className: `rw-curve-${kind}` }, sample, text);
      }),
    );
    names.replaceChildren();
    if (size.width < ROOMY) return;
    const right = found.filter(({ kind }) => kind !== 'known').sort((a, b) => b.value - a.value);
    const heights = right.map(({ value }) => y(value) + 5);
    for (let index = 1; index < heights.length; index += 1) heights[index] = Math.max(heights[index], heights[index - 1] + LINE_HEIGHT);
    const low = Math.max((heights.at(-1) ?? 0) - (size.height - size.bottom), 0);
    for (let index = heights.length - 1, limit = Infinity; index >= 0; index -= 1) {
      heights[index] = Math.min(heights[index] - (index === heights.length - 1 ? low : 0), limit);
      limit = heights[index] - LINE_HEIGHT;
    }
    const end = size.width - size.right + (model.get('gap') ? 24 : 16);
    names.append(
      svg('text', { x: x(join) - 10, y: y(known[join]) + 20, 'text-anchor': 'end', class: 'rw-curve-name rw-curve-known' }, words.known),
      ...right.map(({ kind, text }, index) => svg('text', { x: end, y: heights[index], class: `rw-curve-name rw-curve-${kind}` }, text)),
    );
  }

  function tell() {
    const list = years.map((/** @type {string} */ year) => fill(words.value, { aantal: number.format(valueOf(year)), jaar: year }));
    const listed = [list.slice(0, -1).join(', '), list.at(-1)].filter(Boolean).join(` ${words.and} `);
    for (const [place, text] of /** @type {[HTMLElement, string][]} */ ([
      [before, model.get('before')],
      [own, touched() ? fill(words.line, { lijn: listed }) : ''],
      [after, model.get('after')],
    ])) {
      const shown = text && place !== before ? ` ${text}` : text;
      if (place.textContent !== shown) place.textContent = shown;
    }
  }

  function lock() {
    const locked = model.get('locked');
    el.classList.toggle('rw-curve-locked', locked);
    fields.hidden = locked;
    // A picture when there is nothing to do in it; otherwise a group with a slider for each year.
    picture.setAttribute('role', locked ? 'img' : 'group');
    points.setAttribute('aria-hidden', String(locked));
    for (const { group } of handles.values()) {
      if (locked) for (const name of ['role', 'tabindex']) group.removeAttribute(name);
      else for (const [name, value] of [['role', 'slider'], ['tabindex', '0']]) group.setAttribute(name, value);
    }
    band.classList.toggle('rw-curve-gone', locked);
  }

  /** @param {boolean} fresh */
  function draw(fresh) {
    picture.setAttribute('viewBox', `0 0 ${size.width} ${size.height}`);
    drawFrame();
    drawBand();
    drawAnswer(fresh);
    drawLine();
  }

  function fit() {
    const width = Math.min(Math.max(Math.round(picture.parentElement?.clientWidth || 0), 240), 640);
    if (width === size.width) return;
    const fresh = size.width === 0;
    const roomy = width >= ROOMY;
    el.classList.toggle('rw-curve-roomy', roomy);
    size = { ...size, width, height: roomy ? 300 : 250, right: roomy ? 132 : 26 };
    draw(fresh);
  }

  // The reader's moves: shown at once, saved once.

  function save() {
    if (gesture) return;
    tell();
    drawBand();
    if (JSON.stringify(line) === JSON.stringify(model.get('drawn'))) return;
    model.set('drawn', { ...line });
    model.save_changes();
  }

  /** @param {Series} changes */
  function change(changes) {
    line = { ...whole(), ...changes };
    drawLine();
  }

  /** @param {MouseEvent} event @returns {Point} */
  function place(event) {
    const box = picture.getBoundingClientRect();
    const scale = size.width / box.width;
    return { x: (event.clientX - box.left) * scale, y: (event.clientY - box.top) * scale };
  }

  /** @param {Point} point */
  const nearest = (point) =>
    years.reduce((/** @type {string} */ best, /** @type {string} */ year) => (Math.abs(x(year) - point.x) < Math.abs(x(best) - point.x) ? year : best));

  /** Whether the reader's line or a point of it runs here. @param {Point} point */
  function onLine(point) {
    const series = joined(whole());
    const at = yearsOf(series);
    const next = at.findIndex((year) => x(year) >= point.x);
    const [a, b] = next < 0 ? [at.at(-1), at.at(-1)] : [at[Math.max(next - 1, 0)], at[next]];
    const [from, to] = [String(a), String(b)];
    const share = from === to ? 0 : (point.x - x(from)) / (x(to) - x(from));
    const height = y(series[from]) + share * (y(series[to]) - y(series[from]));
    return reachable(point) && Math.abs(point.y - height) <= NEAR;
  }

  /** Whether the part to continue is here. @param {Point} point */
  const reachable = (point) => !model.get('locked') && point.x > (x(join) + x(years[0])) / 2 - 4;

  /** Give every year between the last place of the pointer and this one its value, and a year nearby too. @param {Point} to */
  function follow(to) {
    if (!gesture) return;
    const { last: from, first: begun, reach } = gesture;
    /** @type {Series} */
    const changes = {};
    for (const year of years) {
      const at = x(year);
      if ((from.x - at) * (to.x - at) < 0) changes[year] = valueAt(from.y + ((at - from.x) / (to.x - from.x)) * (to.y - from.y));
      if (Math.abs(to.x - at) <= (year === begun ? reach : GRIP)) changes[year] = valueAt(to.y);
    }
    gesture.last = to;
    if (Object.keys(changes).length) change(changes);
  }

  /** @param {PointerEvent} event */
  function press(event) {
    const at = place(event);
    if (gesture || !event.isPrimary || event.button !== 0 || !reachable(at)) return;
    const begun = nearest(at);
    const reach = Math.max(GRIP, Math.abs(x(begun) - at.x));
    gesture = { id: event.pointerId, before: { ...line }, last: at, first: begun, reach, moved: false };
    picture.setPointerCapture(event.pointerId);
    if (event.pointerType !== 'touch') follow(at);
  }

  /** @param {PointerEvent} event */
  function move(event) {
    if (gesture?.id !== event.pointerId) return;
    gesture.moved = true;
    follow(place(event));
  }

  /** @param {PointerEvent} event */
  function lift(event) {
    if (gesture?.id !== event.pointerId) return;
    if (!gesture.moved) follow(place(event));
    gesture = null;
    save();
  }

  /** The page scrolled instead. @param {PointerEvent} event */
  function cancel(event) {
    if (gesture?.id !== event.pointerId) return;
    line = gesture.before;
    gesture = null;
    drawLine();
  }

  /** @param {KeyboardEvent} event @param {string} year */
  function pressKey(event, year) {
    if (event.altKey || event.ctrlKey || event.metaKey || model.get('locked')) return;
    const steps = { ArrowUp: 1, ArrowDown: -1, PageUp: 5, PageDown: -5, Home: -Infinity, End: Infinity };
    const turn = { ArrowLeft: -1, ArrowRight: 1 };
    if (event.key in turn) {
      const beside = years[years.indexOf(year) + turn[/** @type {keyof typeof turn} */ (event.key)]];
      /** @type {any} */ (handles.get(beside)?.group)?.focus();
    } else if (event.key in steps) {
      const value = valueOf(year) + steps[/** @type {keyof typeof steps} */ (event.key)] * snap;
      change({ [year]: Math.min(Math.max(value, 0), highest) });
    } else return;
    event.preventDefault();
  }

  /** @param {HTMLInputElement} input @param {string} year */
  function type(input, year) {
    const value = input.valueAsNumber;
    if (Number.isFinite(value)) change({ [year]: Math.min(Math.max(Math.round(value), 0), highest) });
  }

  /** @type {Map<string, Handle>} */
  const handles = new Map();
  for (const year of years) {
    const group = svg(
      'g',
      { class: 'rw-curve-handle', 'aria-label': fill(words.point, { jaar: year }), 'aria-valuemin': 0, 'aria-valuemax': highest, 'aria-orientation': 'vertical' },
      svg('circle', { r: 14, class: 'rw-curve-hit' }),
      svg('path', { d: 'M-4.5 -11l4.5 -5l4.5 5M-4.5 11l4.5 5l4.5 -5', class: 'rw-curve-chevrons' }),
      mark('reader', 0, 0),
    );
    const input = html('input', { type: 'number', min: '0', max: String(highest), step: String(snap), inputMode: 'numeric' });
    handles.set(year, { group, input });
    points.append(group);
    fields.append(html('label', {}, year, input));
    group.addEventListener('keydown', (event) => pressKey(/** @type {KeyboardEvent} */ (event), year), { signal });
    for (const end of ['keyup', 'focusout']) group.addEventListener(end, save, { signal });
    input.addEventListener('input', () => type(input, year), { signal });
    input.addEventListener('change', () => (save(), (input.value = String(valueOf(year)))), { signal });
  }
  picture.setAttribute('aria-label', words.plot);
  for (const [name, act] of Object.entries({ pointerdown: press, pointermove: move, pointerup: lift, pointercancel: cancel }))
    picture.addEventListener(name, /** @type {EventListener} */ (act), { signal });
  const hold = (/** @type {TouchEvent} */ event) => {
    if (event.touches.length === 1 && event.cancelable && onLine(place(/** @type {any} */ (event.touches[0])))) event.preventDefault();
  };
  picture.addEventListener('touchstart', /** @type {EventListener} */ (hold), { signal, passive: false });

  /** The button that gave the line free is gone: who pressed it goes on at the first point. */
  function resume() {
    const at = document.activeElement;
    const adrift = !at || at === document.body || !at.checkVisibility();
    if (adrift && el.checkVisibility()) /** @type {any} */ (handles.get(years[0])?.group)?.focus();
  }

  // What Python says.

  model.on('change:drawn', () => {
    if (gesture) return;
    line = { ...model.get('drawn') };
    drawLine();
    drawBand();
    tell();
  });
  for (const name of ['actual', 'baseline', 'gap']) model.on(`change:${name}`, () => (drawAnswer(), drawNames()));
  for (const name of ['before', 'after']) model.on(`change:${name}`, tell);
  model.on('change:locked', () => {
    lock();
    drawLine();
    if (!model.get('locked')) requestAnimationFrame(resume); // what was pressed has just been hidden
  });

  el.append(html('div', { className: 'rw-curve-view' }, picture, key, fields, said));
  lock();
  fit();
  tell();
  const watch = new ResizeObserver(() => requestAnimationFrame(() => signal.aborted || fit()));
  watch.observe(el);
  signal.addEventListener('abort', () => watch.disconnect(), { once: true });
}

export default { render };

// @ts-check
// A network in the page: nodes and ties as SVG, the rounds of a cascade, at most two chosen nodes, and what to do with them.

/** @typedef {{id: string, label: string, name: string, x: number, y: number, state: string}} Spot */
/** @typedef {{a: string, b: string, kind: string}} Tie */
/** @typedef {{states: Record<string, string>, caption: string, lines: {text: string, strong: boolean}[], description: string}} Frame */
/** @typedef {{id: string, label: string, needs: number, tied: boolean | null, shows: string, open: boolean}} Action */
/** @typedef {{x: number, y: number, width: number, height: number}} Box */

const SVG = 'http://www.w3.org/2000/svg';
const RADIUS = 15; // of a node, in CSS pixels, like everything below
const REACH = 22; // what a finger may miss
const LINE = 19;
const AIR = 4; // between a label and a tie beside it
const OVER = 4; // how far beyond the middle of its node a label begins that hangs over to one side
const LARGEST = 1.35; // how far the drawing grows beyond its own units
const NARROW = 260; // below this labels are a little smaller
const DENSE = 100; // ties from which they are drawn thin, and labels no longer avoid them
const PAUSE = 1000; // milliseconds between two rounds
const MARKS = /** @type {Record<string, string>} */ ({ started: 'M-5 0a5 5 0 1 0 10 0a5 5 0 1 0 -10 0', joined: 'M-6 0l4 5 8-10', gone: 'M-5-5l10 10m0-10l-10 10' });
const WAYS = /** @type {Record<string, [number, number]>} */ ({ ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] });
let count = 0;

/** @param {Element} element @param {Record<string, string | number | boolean>} attributes */
function put(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    if (element.getAttribute(name) !== String(value)) element.setAttribute(name, String(value));
  }
}

/** @param {string} name @param {Record<string, string | number>} attributes @param {Element} parent */
function shape(name, attributes, parent) {
  const made = document.createElementNS(SVG, name);
  put(made, attributes);
  return parent.appendChild(made);
}

/** @param {string} name @param {string} css @param {Element} parent @returns {HTMLElement} */
function part(name, css, parent) {
  const made = parent.appendChild(document.createElement(name));
  made.className = css;
  return made;
}

/** @param {Element} element @param {string} text */
function say(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** @param {Tie} tie */
const keyOf = ({ a, b }) => JSON.stringify([a, b].sort());

/** @param {Box} one @param {Box} other */
const overlap = (one, other) =>
  one.x < other.x + other.width && other.x < one.x + one.width && one.y < other.y + other.height && other.y < one.y + one.height;

/** Whether a line between two points crosses a box. @param {Box} box @param {{x: number, y: number}} p @param {{x: number, y: number}} q */
function crosses(box, p, q) {
  let [from, to] = [0, 1];
  for (const [start, step, low, high] of [[p.x, q.x - p.x, box.x, box.x + box.width], [p.y, q.y - p.y, box.y, box.y + box.height]]) {
    if (step === 0) {
      if (start < low || start > high) return false;
      continue;
    }
    const [one, other] = [(low - start) / step, (high - start) / step];
    [from, to] = [Math.max(from, Math.min(one, other)), Math.min(to, Math.max(one, other))];
  }
  return from <= to;
}

/**
 * The node nearest to another one in a direction; without one there, the next or the one before in the list.
 * @param {{id: string, x: number, y: number}[]} spots
 * @param {string} id
 * @param {string} key
 */
export function nearest(spots, id, key) {
  const index = spots.findIndex((one) => one.id === id);
  const [wx, wy] = WAYS[key];
  let [best, least] = ['', Infinity];
  for (const spot of spots) {
    const [dx, dy] = [spot.x - spots[index].x, spot.y - spots[index].y];
    const along = dx * wx + dy * wy;
    const cost = along + 2 * Math.abs(dx * wy - dy * wx);
    if (along > 1 && cost < least) [best, least] = [spot.id, cost];
  }
  return best || spots[(index + (wx + wy) + spots.length) % spots.length].id;
}

/**
 * Where each label goes: below, above, right or left of its node, the first place of those that touches no node, no other
 * label and no edge, and that the fewest ties cross. A label without such a place is told by `free`. A label that is placed
 * early may take the only room of a later one, so both orders are tried.
 * @param {{id: string, x: number, y: number, width: number}[]} spots
 * @param {{x: number, y: number}[][]} ties
 * @param {{width: number, height: number}} frame
 * @returns {Map<string, Box & {free: boolean}>}
 */
export function labelled(spots, ties, frame) {
  const [one, other] = [spots, spots.toReversed()].map((order) => placed(order, ties, frame));
  return one.total <= other.total ? one.found : other.found;
}

/** Place the labels in this order; `total` says how bad it is. @param {Parameters<typeof labelled>} given */
function placed(...[spots, ties, frame]) {
  /** @type {Map<string, Box & {free: boolean}>} */
  const found = new Map();
  let total = 0;
  const bodies = spots.map(({ id, x, y }) => ({ id, x: x - RADIUS - 2, y: y - RADIUS - 2, width: 2 * RADIUS + 4, height: 2 * RADIUS + 4 }));
  for (let round = 0; round < 3; round += 1) {
    total = 0;
    for (const { id, x, y, width } of spots) {
      const within = (/** @type {number} */ left) => Math.min(Math.max(left, 1), Math.max(frame.width - width - 1, 1));
      const [below, above] = [y + RADIUS + 4, y - RADIUS - 4 - LINE];
      const places = [[within(x - width / 2), below], [within(x - width / 2), above], [x + RADIUS + 8, y - LINE / 2], [x - RADIUS - 8 - width, y - LINE / 2]];
      // A label may also hang over to one side.
      for (const left of [x - RADIUS, x + RADIUS - width, x - OVER, x + OVER - width]) places.push([within(left), below], [within(left), above]);
      let least = Infinity;
      for (const [order, [left, top]] of places.entries()) {
        const box = { x: left, y: top, width, height: LINE };
        const inside = left >= 0 && top >= 0 && left + width <= frame.width && top + LINE <= frame.height;
        // Another label may still give way, a node or an edge will not.
        let hits = inside ? 0 : 2;
        for (const body of bodies) if (body.id !== id && overlap(box, body)) hits += 2;
        for (const [other, place] of found) if (other !== id && overlap(box, place)) hits += 1;
        const airy = { ...box, x: left - AIR, width: width + 2 * AIR };
        const crossed = ties.filter(([p, q]) => crosses(airy, p, q)).length;
        const cost = 1000 * hits + 10 * crossed + order;
        if (cost < least) {
          least = cost;
          found.set(id, { ...box, free: hits === 0 });
        }
      }
      total += least;
    }
  }
  return { found, total };
}

/** @param {{model: any, el: HTMLElement, signal?: AbortSignal}} given */
function render({ model, el, signal }) {
  const ident = `rw-net-${++count}`;
  el.classList.add('rw-net');
  el.dataset.lmSuppressShortcuts = 'true'; // in a notebook the arrow keys are ours while the drawing has the focus
  const svg = /** @type {SVGSVGElement} */ (shape('svg', { class: 'rw-net-tekening', 'aria-describedby': ident }, el));
  const layer = shape('g', { 'aria-hidden': 'true' }, svg);
  const trial = shape('path', { class: 'rw-net-proef' }, layer);
  const front = shape('g', {}, svg);
  const description = part('p', 'rw-net-beschrijving', el);
  description.id = ident;
  const chosenLine = part('p', 'rw-net-keuze', el);
  const actionRow = part('div', 'rw-net-rij', el);
  const roundRow = part('div', 'rw-net-rij', el);
  const caption = part('p', 'rw-net-bijschrift', el);
  const details = part('ul', 'rw-net-regels', el);
  for (const live of [chosenLine, caption]) live.setAttribute('aria-live', 'polite');

  /** @type {Map<string, {group: Element, body: Element, ring: Element, mark: Element, text: SVGTextElement}>} */
  const nodes = new Map();
  /** Paths by class. @type {Map<string, Element>} */
  const bands = new Map();
  /** @type {Map<string, HTMLElement>} */
  const actions = new Map();
  /** @type {Map<string, {x: number, y: number}>} */
  const places = new Map();
  let placed = '';
  let current = ''; // the node that Tab goes to
  let timer = 0;
  let afterwards = false; // play as soon as Python has answered
  let asked = model.get('answered');
  let heard = asked;
  /** What the reader's own move shows until Python has answered. @type {{kinds: Map<string, Tie>, states: Record<string, string>} | null} */
  let ahead = null;

  const words = () => model.get('words');
  const spots = () => /** @type {Spot[]} */ (model.get('nodes'));
  const frames = () => /** @type {Frame[]} */ (model.get('frames'));
  const last = () => Math.max(frames().length - 1, 0);
  const shown = () => (ahead ? 0 : Math.min(Math.max(model.get('shown'), 0), last()));
  const nameOf = (/** @type {string} */ id) => spots().find((one) => one.id === id)?.name ?? '';
  const chosen = () => /** @type {string[]} */ (model.get('chosen')).filter((id) => nameOf(id));
  const stateOf = (/** @type {Spot} */ spot) => ahead?.states[spot.id] ?? frames()[shown()]?.states[spot.id] ?? spot.state;
  const most = () => Math.max(0, ...model.get('actions').map((/** @type {Action} */ one) => one.needs));

  const ties = () => {
    const found = new Map(/** @type {Tie[]} */ (model.get('ties')).map((tie) => [keyOf(tie), tie]));
    for (const [key, tie] of ahead?.kinds ?? []) found.set(key, tie);
    return found;
  };
  const tied = (/** @type {string[]} */ [a, b]) => {
    const tie = ties().get(keyOf({ a, b, kind: '' }));
    return Boolean(tie) && tie?.kind !== 'cut';
  };

  // A button that cannot be used now keeps the focus: who works by keyboard is not thrown back to the top of the page.
  const enable = (/** @type {HTMLElement} */ button, /** @type {boolean} */ on) => put(button, { 'aria-disabled': !on });
  /** @param {HTMLElement} row @param {string} css @param {() => void} act */
  const button = (row, css, act) => {
    const made = part('button', `rw-net-knop ${css}`, row);
    put(made, { type: 'button' });
    made.addEventListener('click', () => made.getAttribute('aria-disabled') !== 'true' && act(), { signal });
    return made;
  };
  const back = button(roundRow, 'rw-net-terug', () => go(shown() - 1));
  const player = button(roundRow, 'rw-net-speel', () => (timer || afterwards ? stop() : play()));
  const next = button(roundRow, 'rw-net-volgende', () => go(shown() + 1));
  const end = button(roundRow, 'rw-net-eind', () => go(last()));

  /** @param {number} round */
  function go(round) {
    model.set('shown', round);
    model.save_changes();
  }

  function stop() {
    const running = timer;
    clearTimeout(timer);
    timer = 0;
    afterwards = false;
    if (running) model.save_changes();
    draw();
  }

  function play() {
    if (ahead) {
      afterwards = true;
      draw();
      return;
    }
    if (shown() >= last()) model.set('shown', 0);
    else model.set('shown', shown() + 1);
    timer = shown() < last() ? window.setTimeout(tick, PAUSE) : 0;
    if (!timer) model.save_changes();
    draw();
  }

  function tick() {
    model.set('shown', shown() + 1);
    if (shown() >= last()) stop();
    else timer = window.setTimeout(tick, PAUSE);
  }

  /** @param {string} id */
  function toggle(id) {
    const now = chosen();
    model.set('chosen', now.includes(id) ? now.filter((one) => one !== id) : [...now, id].slice(-most()));
    model.save_changes();
  }

  /** @param {Action} action */
  function ask(action) {
    const about = chosen();
    ahead ??= { kinds: new Map(), states: { ...frames()[0]?.states } };
    const [a, b] = about;
    if (action.shows === 'new' || action.shows === 'cut') ahead.kinds.set(keyOf({ a, b, kind: '' }), { a, b, kind: action.shows });
    if (action.shows === 'alone') for (const spot of spots()) if (stateOf(spot) === 'started') ahead.states[spot.id] = 'not';
    if (action.shows === 'alone') ahead.states[a] = 'started';
    if (action.shows === 'started' || action.shows === 'gone') ahead.states[a] = ahead.states[a] === action.shows ? 'not' : action.shows;
    asked += 1;
    model.set('chosen', []);
    model.save_changes();
    model.send({ action: action.id, nodes: about });
    draw();
  }

  function answered() {
    const number = model.get('answered');
    if (number < asked && number > heard) {
      heard = number;
      return;
    }
    // As many answers as questions; or fewer than before, after Python began anew.
    asked = heard = number;
    ahead = null;
    draw();
    if (afterwards) {
      afterwards = false;
      play();
    }
  }

  /** @param {KeyboardEvent} event @param {string} id */
  function pressed(event, id) {
    if (event.key in WAYS) focusOn(nearest(spots(), id, event.key));
    else if (event.key === 'Enter' || event.key === ' ') toggle(id);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** @param {string} id */
  function focusOn(id) {
    current = id;
    draw();
    /** @type {any} */ (nodes.get(id)?.group)?.focus();
  }

  /** @param {string} id */
  function newNode(id) {
    const group = shape('g', {}, front);
    shape('circle', { class: 'rw-net-doel', r: REACH }, group);
    const ring = shape('circle', { class: 'rw-net-ring', r: RADIUS + 4 }, group);
    const body = shape('circle', { class: 'rw-net-lijf', r: RADIUS }, group);
    const mark = shape('path', { class: 'rw-net-teken' }, group);
    const text = /** @type {SVGTextElement} */ (shape('text', { class: 'rw-net-naam' }, group));
    group.addEventListener('click', () => most() && (current = id, toggle(id)), { signal });
    group.addEventListener('keydown', (event) => most() && pressed(/** @type {KeyboardEvent} */ (event), id), { signal });
    const made = { group, body, ring, mark, text };
    nodes.set(id, made);
    return made;
  }

  /** Put nodes and labels in their places, in CSS pixels, so that text and targets keep their size. */
  function place() {
    const [width, height] = model.get('size');
    const room = svg.getBoundingClientRect().width;
    const key = JSON.stringify([room, width, height, spots().map(({ id, label, x, y }) => [id, label, x, y])]);
    if (key === placed) return;
    placed = key;
    svg.classList.toggle('rw-net-smal', room > 0 && room < NARROW);
    const scale = room ? Math.min(room / width, LARGEST) : 1;
    const down = Math.max(scale, 1); // a narrow screen is high enough, and labels need the rows apart
    const frame = { width: room || width, height: height * down };
    const aside = (frame.width - width * scale) / 2;
    put(svg, { viewBox: `0 0 ${frame.width} ${frame.height}` });
    places.clear();
    for (const { id, x, y } of spots()) places.set(id, { x: aside + x * scale, y: y * down });
    const measured = spots().map(({ id }) => ({ id, ...at(id), width: room ? (nodes.get(id)?.text.getComputedTextLength() ?? 0) : 0 }));
    const drawn = [...ties().values()];
    const boxes = labelled(measured, drawn.length > DENSE ? [] : drawn.map(({ a, b }) => [at(a), at(b)]), frame);
    for (const [id, { group, text }] of nodes) {
      const { x, y } = at(id);
      const box = boxes.get(id) ?? { x, y, free: false };
      for (const child of group.children) if (child !== text) put(child, { transform: `translate(${x} ${y})` });
      put(text, { x: box.x, y: box.y + 14 });
      group.classList.toggle('rw-net-stil', !box.free);
    }
  }

  /** @param {string} id */
  const at = (id) => places.get(id) ?? { x: 0, y: 0 };

  function drawNodes() {
    const known = new Set(spots().map(({ id }) => id));
    for (const [id, { group }] of nodes) if (!known.has(id) && nodes.delete(id)) group.remove();
    if (!known.has(current)) current = spots()[0]?.id ?? '';
    const now = chosen();
    const active = most() > 0;
    put(svg, { role: active ? 'group' : 'img', 'aria-label': model.get('title') });
    for (const [index, spot] of spots().entries()) {
      const state = stateOf(spot);
      const { group, mark, text } = nodes.get(spot.id) ?? newNode(spot.id);
      if (front.children[index] !== group) front.insertBefore(group, front.children[index] ?? null);
      put(group, { class: `rw-net-knoop rw-net-${state}${group.classList.contains('rw-net-stil') ? ' rw-net-stil' : ''}` });
      put(mark, { d: MARKS[state] ?? '' });
      say(text, spot.label);
      if (active) {
        const label = `${spot.name}, ${words()[state] ?? state}`;
        put(group, { role: 'button', tabindex: spot.id === current ? 0 : -1, 'aria-label': label, 'aria-pressed': now.includes(spot.id) });
      } else for (const name of ['role', 'tabindex', 'aria-label', 'aria-pressed']) group.removeAttribute(name);
    }
  }

  function drawTies() {
    const all = ties();
    const states = Object.fromEntries(spots().map((spot) => [spot.id, stateOf(spot)]));
    const inside = (/** @type {string} */ id) => states[id] === 'started' || states[id] === 'joined';
    svg.classList.toggle('rw-net-dicht', all.size > DENSE);
    // One path for all ties that look the same: a thousand elements would take too long to style.
    /** @type {Map<string, string>} */
    const drawn = new Map();
    const add = (/** @type {string} */ css, /** @type {string} */ d) => drawn.set(css, (drawn.get(css) ?? '') + d);
    for (const { a, b, kind } of all.values()) {
      if (!places.has(a) || !places.has(b) || states[a] === 'gone' || states[b] === 'gone') continue;
      const [p, q] = [at(a), at(b)];
      const css = `rw-net-band rw-net-band-${kind || 'er'}${inside(a) && inside(b) ? ' rw-net-samen' : ''}`;
      add(css, `M${p.x} ${p.y}L${q.x} ${q.y}`);
      if (kind === 'cut') add('rw-net-kruis', `M${(p.x + q.x) / 2 - 6} ${(p.y + q.y) / 2 - 6}l12 12m0-12l-12 12`);
    }
    for (const [css, path] of bands) if (!drawn.has(css) && bands.delete(css)) path.remove();
    for (const [css, d] of drawn) {
      const path = bands.get(css) ?? shape('path', { class: css }, layer);
      bands.set(css, path);
      put(path, { d });
    }
    const [one, other] = chosen();
    if (other) put(trial, { d: `M${at(one).x} ${at(one).y}L${at(other).x} ${at(other).y}`, class: `rw-net-proef rw-net-proef-${tied([one, other]) ? 'er' : 'nieuw'}` });
    else put(trial, { d: '' });
  }

  function drawActions() {
    const offered = /** @type {Action[]} */ (model.get('actions'));
    const now = chosen();
    for (const [id, made] of actions) if (!offered.some((one) => one.id === id) && actions.delete(id)) made.remove();
    for (const action of offered) {
      const { id } = action;
      if (!actions.has(id)) actions.set(id, button(actionRow, 'rw-net-doe', () => act(id)));
      const made = /** @type {HTMLElement} */ (actions.get(id));
      say(made, action.label);
      enable(made, action.open && now.length === action.needs && (action.tied === null || action.tied === tied(now)));
    }
    actionRow.hidden = chosenLine.hidden = !offered.length;
    const line = [words().none, words().one, words().two][now.length] ?? '';
    say(chosenLine, line.replace('{a}', nameOf(now[0])).replace('{b}', nameOf(now[1])));
  }

  /** @param {string} id */
  function act(id) {
    const action = model.get('actions').find((/** @type {Action} */ one) => one.id === id);
    if (action) ask(action);
    /** @type {any} */ (roundRow.hidden ? nodes.get(current)?.group : player)?.focus();
  }

  function drawRounds() {
    const frame = frames()[shown()];
    roundRow.hidden = last() === 0;
    say(player, timer || afterwards ? words().pause : words().play);
    for (const [made, text] of /** @type {[HTMLElement, string][]} */ ([[back, words().back], [next, words().next], [end, words().end]])) say(made, text);
    enable(back, !ahead && shown() > 0);
    for (const made of [next, end]) enable(made, !ahead && shown() < last());
    say(caption, ahead ? words().pending : (frame?.caption ?? model.get('caption')));
    say(description, frame?.description ?? model.get('description'));
    const told = ahead ? [] : (frame?.lines ?? []);
    while (details.children.length > told.length) details.lastElementChild?.remove();
    for (const [index, { text, strong }] of told.entries()) {
      const item = details.children[index] ?? part('li', '', details);
      item.className = strong ? 'rw-net-mee' : '';
      say(item, text);
    }
    details.hidden = !told.length;
  }

  function draw() {
    drawNodes();
    place();
    drawTies();
    drawActions();
    drawRounds();
  }

  let waiting = false;
  const soon = () => {
    if (waiting) return;
    waiting = true;
    queueMicrotask(() => ((waiting = false), signal?.aborted || draw()));
  };
  const halt = () => (clearTimeout(timer), (timer = 0)); // what is shown is Python's now
  const heardFrom = /** @type {[string, () => void][]} */ ([
    ...['nodes', 'ties', 'frames', 'shown', 'chosen', 'actions', 'words', 'title', 'size', 'caption', 'description'].map((name) => [`change:${name}`, soon]),
    ['change:frames', halt],
    ['change:answered', answered],
  ]);
  for (const [name, act] of heardFrom) model.on(name, act);
  const sizes = new ResizeObserver(soon);
  sizes.observe(svg);
  // Whatever else is touched in the exercise stops the film.
  document.addEventListener(
    'click',
    ({ target }) => {
      const scope = el.closest('.rw-oefening') ?? el;
      if (timer && target instanceof Node && scope.contains(target) && !player.contains(target)) stop();
    },
    { signal, capture: true },
  );
  signal?.addEventListener('abort', () => {
    halt();
    sizes.disconnect();
    for (const [name, act] of heardFrom) model.off(name, act);
  });
  // Letters that come later are of another width.
  document.fonts.ready.then(() => ((placed = ''), soon()));
  draw();
}

export default { render };

// @ts-check
// Who relies on whom: a table of native selects. Where it does not fit, one row at a time, as a form.

const LONGEST = 24;
/** What a row header and a column need, in pixels; with less room there is one row at a time. */
const HEADER = 140;
const COLUMN = 94;

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

/** @param {string} text @param {Record<string, string | number>} values */
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));

/** @param {{model: any, el: HTMLElement, signal: AbortSignal}} parameters */
function render({ model, el, signal }) {
  const words = model.get('words');
  const scale = /** @type {string[]} */ (model.get('scale'));
  const [fewest, most] = [model.get('fewest'), model.get('most')];

  /** @type {string[]} what is on screen, ahead of Python */
  let seats = [];
  /** @type {number[][]} */
  let ratings = [];
  /** Whose row is on screen where there is room for one. */
  let turn = 0;

  const head = html('thead');
  const body = html('tbody');
  const table = html('table', { className: 'rw-reliance-table', role: 'table' }, html('caption', {}, words.caption), head, body);
  const turns = html('div', { className: 'rw-reliance-turns', role: 'group', ariaLabel: words.turns });
  const next = html('button', { type: 'button', className: 'rw-reliance-next' });
  const add = html('button', { type: 'button', className: 'rw-reliance-add' }, words.add);
  const view = html('div', { className: 'rw-reliance-view' }, turns, table, html('div', { className: 'rw-reliance-foot' }, next, add));

  /** @param {number} i */
  const done = (i) => ratings[i].filter((rating, j) => j !== i && rating > 0).length;

  // What is drawn.

  /** @param {number} i @param {number} j */
  function cell(i, j) {
    if (i === j) return html('td', { role: 'cell', className: 'rw-reliance-self' });
    const select = html('select', {}, ...[words.choose, ...scale].map((name, value) => html('option', { value: String(value) }, name)));
    select.addEventListener('change', () => rate(i, j, Number(select.value)), { signal });
    return html('td', { role: 'cell' }, html('span', { className: 'rw-reliance-on', ariaHidden: 'true' }), select);
  }

  /** @param {number} i */
  function row(i) {
    const name = html('input', { type: 'text', maxLength: LONGEST, autocomplete: 'off' });
    const remove = html('button', { type: 'button', className: 'rw-reliance-remove', disabled: seats.length <= fewest }, '×');
    name.addEventListener('change', () => rename(i, name.value), { signal });
    remove.addEventListener('click', () => takeOut(i), { signal });
    const header = html('th', { scope: 'row', role: 'rowheader' }, html('span', {}, name, remove));
    return html('tr', { role: 'row' }, header, ...seats.map((_, j) => cell(i, j)));
  }

  /** Draw all rows anew: the number of seats changed. */
  function build() {
    const columns = seats.map(() => html('th', { scope: 'col', role: 'columnheader' }));
    head.replaceChildren(html('tr', { role: 'row' }, html('th', { scope: 'col', role: 'columnheader' }, words.corner), ...columns));
    body.replaceChildren(...seats.map((_, i) => row(i)));
    turns.replaceChildren(...seats.map((_, i) => {
      const button = html('button', { type: 'button' });
      button.addEventListener('click', () => take(i), { signal });
      return button;
    }));
    add.disabled = seats.length >= most;
    turn = Math.min(turn, seats.length - 1);
    fit();
    show();
  }

  /** Bring names and choices in line; what has the focus stays as it is typed. */
  function show() {
    for (const [j, seat] of seats.entries()) head.rows[0].cells[j + 1].textContent = seat;
    for (const [i, seat] of seats.entries()) {
      const { cells } = body.rows[i];
      const name = /** @type {HTMLInputElement} */ (cells[0].querySelector('input'));
      const remove = /** @type {HTMLButtonElement} */ (cells[0].querySelector('button'));
      name.ariaLabel = fill(words.seat, { n: i + 1 });
      if (name.value !== seat && document.activeElement !== name) name.value = seat;
      remove.ariaLabel = remove.title = fill(words.remove, { a: seat });
      for (const [j, other] of seats.entries()) {
        const select = cells[j + 1].querySelector('select');
        if (!select) continue;
        const [on] = cells[j + 1].children;
        on.textContent = fill(words.on, { b: other });
        select.ariaLabel = fill(words.cell, { a: seat, b: other });
        if (select.value !== String(ratings[i][j])) select.value = String(ratings[i][j]);
        cells[j + 1].className = `rw-reliance-${ratings[i][j]}`;
      }
    }
    showTurn();
  }

  function showTurn() {
    for (const [i, seat] of seats.entries()) {
      const button = /** @type {HTMLButtonElement} */ (turns.children[i]);
      button.textContent = fill(words.turn, { a: seat, done: done(i), all: seats.length - 1 });
      button.ariaPressed = String(i === turn);
      body.rows[i].classList.toggle('rw-reliance-mine', i === turn);
    }
    next.textContent = fill(words.next, { a: seats[(turn + 1) % seats.length] });
  }

  function fit() {
    if (el.clientWidth) view.classList.toggle('rw-reliance-narrow', el.clientWidth < HEADER + COLUMN * seats.length);
  }

  // What the reader does.

  function save() {
    model.set('seats', seats);
    model.set('ratings', ratings);
    model.save_changes();
  }

  /** @param {number} i @param {number} j @param {number} rating */
  function rate(i, j, rating) {
    ratings = ratings.map((row, a) => (a === i ? row.map((value, b) => (b === j ? rating : value)) : row));
    show();
    save();
  }

  /** @param {number} i @param {string} typed */
  function rename(i, typed) {
    seats = seats.map((seat, a) => (a === i ? typed.trim() || seat : seat));
    const name = /** @type {HTMLInputElement} */ (body.rows[i].querySelector('input'));
    name.value = seats[i];
    show();
    save();
  }

  /** @param {number} i */
  function take(i) {
    turn = i;
    showTurn();
  }

  function addSeat() {
    const spare = /** @type {string[]} */ (model.get('spare')).find((name) => !seats.includes(name));
    seats = [...seats, spare ?? fill(words.newcomer, { n: seats.length + 1 })];
    ratings = [...ratings.map((row) => [...row, 0]), seats.map(() => 0)];
    turn = seats.length - 1;
    build();
    if (add.disabled) {
      const narrow = view.classList.contains('rw-reliance-narrow');
      /** @type {HTMLElement | null} */ (narrow ? turns.children[turn] : body.rows[turn].querySelector('input'))?.focus();
    }
    save();
  }

  /** @param {number} i */
  function takeOut(i) {
    const stays = (/** @type {unknown} */ _, /** @type {number} */ place) => place !== i;
    seats = seats.filter(stays);
    ratings = ratings.filter(stays).map((row) => row.filter(stays));
    if (turn > i) turn -= 1;
    build();
    const beside = /** @type {HTMLButtonElement | null} */ (body.rows[Math.min(i, seats.length - 1)].querySelector('button'));
    (beside && !beside.disabled ? beside : add).focus();
    save();
  }

  add.addEventListener('click', addSeat, { signal });
  next.addEventListener('click', () => take((turn + 1) % seats.length), { signal });

  // What Python says.

  function pull() {
    const [told, numbers] = [model.get('seats'), model.get('ratings')];
    if (told === seats && numbers === ratings) return; // our own move
    if (told.length !== numbers.length) return; // the other half of the change follows
    const same = told.length === seats.length;
    [seats, ratings] = [told, numbers];
    if (same) show();
    else build();
  }

  for (const name of ['seats', 'ratings']) model.on(`change:${name}`, pull);
  el.append(view);
  pull();
  const watch = new ResizeObserver(() => requestAnimationFrame(() => signal.aborted || fit()));
  watch.observe(el);
  signal.addEventListener('abort', () => watch.disconnect(), { once: true });
}

export default { render };

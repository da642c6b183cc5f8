// @ts-check
// The reader's notes in the pages. Every field is kept as one types, on this device only, before and without Python.
// One key per field, so that two pages never write over each other's fields. A field is a list of dated notes: what is
// written on one day is one note, and an answer of an earlier day stays. (`reiswijzer.journal` reads the same.)
//
// `reiswijzer-kept` on the document says that a key was written here; `reiswijzer-changed` that another part of the
// page wrote one (detail: the key), or that many changed (no detail).

const PREFIX = 'reiswijzer/1/';
const FIELD = `${PREFIX}veld/`;
const EXERCISE = `${PREFIX}oefening/`;
const VERSION = 1;
/** How long a reader pauses before what was typed counts, in milliseconds. */
const PAUSE = 400;

/** @typedef {{time: string, text: string}} Note */
/** @typedef {HTMLTextAreaElement | HTMLInputElement} Control */

/** What was kept and cannot be used (`damaged`, or written by a `newer` version) or put apart (`full`). */
class Unusable extends Error {}

/**
 * Return the notes in a kept text, oldest first.
 * @param {string | null} kept
 * @returns {Note[]}
 */
function notesOf(kept) {
  if (kept === null) return [];
  let found;
  try {
    found = JSON.parse(kept);
  } catch {
    throw new Unusable('damaged');
  }
  if (found?.version > VERSION) throw new Unusable('newer');
  const isNote = (/** @type {any} */ note) =>
    typeof note?.text === 'string' && typeof note.time === 'string' && !Number.isNaN(Date.parse(note.time));
  if (found?.version !== VERSION || !Array.isArray(found.notes) || !found.notes.every(isNote)) throw new Unusable('damaged');
  return found.notes.sort((/** @type {Note} */ one, /** @type {Note} */ other) => momentOf(one.time) - momentOf(other.time));
}

/** @param {string} time */
const momentOf = (time) => Date.parse(time);
/** @param {string} time the day in the reader's own time */
const dayOf = (time) => new Date(time).toDateString();

/**
 * Return the notes with a new text: in the place of today's when it continues that, and after it otherwise. The clock of
 * another device may have been ahead: a new note is always the last.
 * @param {Note[]} notes
 * @param {string} text
 * @param {string} known what this page last knew as the present text
 */
function noted(notes, text, known) {
  const last = notes.at(-1);
  const now = new Date();
  const continues = last && dayOf(last.time) === now.toDateString() && last.text === known;
  const older = continues ? notes.slice(0, -1) : notes;
  const time = new Date(Math.max(now.getTime(), 1 + momentOf(older.at(-1)?.time ?? '1970-01-01'))).toISOString();
  return [...older, { time, text }];
}

/** @param {string | undefined} label @param {() => void} act */
const button = (label, act) => {
  const made = Object.assign(document.createElement('button'), { type: 'button', className: 'rw-knop', textContent: label });
  made.addEventListener('click', act);
  return made;
};

// ---- One field ------------------------------------------------------------------------------------------------------

/** @param {Control} control */
const valueOf = (control) => (control instanceof HTMLInputElement ? (control.checked ? 'ja' : '') : control.value);

/** @param {Control} control @param {string} text */
function put(control, text) {
  if (control instanceof HTMLInputElement) control.checked = text !== '';
  else control.value = text;
  grow(control);
}

/** Let the box be as high as its text, on paper too: a copy of the text under it takes the room. @param {Control} control */
function grow(control) {
  if (control.parentElement?.classList.contains('rw-veld-vak')) control.parentElement.dataset.text = `${valueOf(control)}\u200b`; // a last line that is empty takes room too
}

/** What could not be kept, by key, so that it can be saved as a file. @type {Map<string, Note[]>} */
const unkept = new Map();

/** @param {Control} control */
function keep(control) {
  const block = /** @type {HTMLElement} */ (control.closest('.rw-dagboek'));
  /** @type {Record<string, string>} */
  const words = JSON.parse(block.dataset.woorden ?? '{}');
  const field = /** @type {HTMLElement} */ (control.closest('.rw-veld'));
  const status = /** @type {HTMLElement} */ (field.querySelector('.rw-veld-stand'));
  const key = FIELD + control.dataset.veld;
  let known = '';
  let timer = 0;
  /** Why what stands there must not be written over, if so: a later version wrote it, or it could not be put apart. */
  let closed = '';
  /** Whether the box holds what is not kept yet, or cannot be. */
  const isAhead = () => timer !== 0 || unkept.has(key);

  /** @param {string} text @param {boolean} [file] whether to offer a file */
  const say = (text, file = false) => {
    if (status.dataset.said === `${text} ${file}`) return;
    status.dataset.said = `${text} ${file}`;
    status.textContent = text;
    if (file) status.append(' ', button(words.file, () => saveFile(words.filename)));
  };

  /**
   * Read what is kept. What is damaged is put apart, what a later version wrote stays: so nothing is lost.
   * @returns {Note[]}
   */
  const read = () => {
    let kept = null;
    try {
      kept = localStorage.getItem(key);
      const notes = notesOf(kept);
      closed = '';
      return notes;
    } catch (error) {
      if (!(error instanceof Unusable)) return []; // forbidden: told when there is something to keep
      closed = error.message === 'newer' ? 'newer' : putApart(/** @type {string} */ (kept)) ? '' : 'full';
      say(words[closed || error.message], closed !== '');
      return [];
    }
  };

  /** @param {string} kept */
  const putApart = (kept) => {
    try {
      localStorage.setItem(`${key}/apart/${Date.now()}`, kept);
      localStorage.removeItem(key);
      return true;
    } catch {
      return false; // full: it stays where it is
    }
  };

  const show = () => {
    const notes = read();
    if (!isAhead()) {
      known = notes.at(-1)?.text ?? '';
      put(control, known);
    }
    showFirst(notes);
  };

  /** Put the first answer under the present one, where this block asks for it. @param {Note[]} notes */
  const showFirst = (notes) => {
    field.querySelector('.rw-veld-eerst')?.remove();
    const [first] = notes.filter(({ text }) => text.trim());
    if (!('eerder' in block.dataset) || !first || first.text === known) return;
    const line = document.createElement('p');
    line.className = 'rw-veld-eerst';
    const date = new Date(first.time).toLocaleDateString('nl', { day: 'numeric', month: 'long' });
    line.textContent = `${words.first} (${date}): ${first.text}`;
    field.append(line);
  };

  const write = () => {
    clearTimeout(timer);
    timer = 0;
    const text = valueOf(control);
    if (text === known) {
      unkept.delete(key);
      show(); // another page may have written meanwhile
      return;
    }
    const notes = noted(read(), text, known);
    try {
      if (closed) throw new Unusable(closed);
      localStorage.setItem(key, JSON.stringify({ version: VERSION, notes }));
    } catch (error) {
      unkept.set(key, notes);
      const full = error instanceof DOMException && error.name !== 'SecurityError';
      say(error instanceof Unusable ? words[error.message] : full ? words.full : words.forbidden, true);
      return;
    }
    unkept.delete(key);
    known = text;
    showFirst(notes);
    say(words.kept);
    document.dispatchEvent(new CustomEvent('reiswijzer-kept', { detail: key }));
  };

  // What was typed before this script ran stays; it counts as typed now.
  const early = valueOf(control);
  show();
  if (early && early !== known) {
    put(control, early);
    write();
  }
  control.addEventListener('input', () => {
    grow(control);
    clearTimeout(timer);
    timer = setTimeout(write, PAUSE);
  });
  control.addEventListener('change', write);
  addEventListener('pagehide', write);
  document.addEventListener('visibilitychange', write);
  // Another page, or another part of this one, wrote it; null: all was cleared.
  addEventListener('storage', (event) => (event.key === key || event.key === null) && show());
  addEventListener('pageshow', (event) => event.persisted && show());
  document.addEventListener('reiswijzer-changed', (event) => {
    const { detail } = /** @type {CustomEvent<string | null>} */ (event);
    if (!detail || detail === key) show();
  });
}

// ---- All as one file ------------------------------------------------------------------------------------------------

/** What an id looks like, here and in Python. */
const IDENT = /^[a-z0-9][a-z0-9-]{0,63}$/;

/** @param {string} text @param {string} ident */
function documentOf(text, ident) {
  const found = JSON.parse(text);
  const fits = found?.exercise === ident && typeof found.state === 'object' && found.state && !Number.isNaN(momentOf(found.time));
  if (!fits) throw new Unusable('damaged');
  return found;
}

/** Everything that is kept here, and what could not be kept, as one document. */
function everything() {
  /** Without a prototype: a key may have any name. @type {Record<string, Note[]>} */
  const fields = Object.create(null);
  /** @type {Record<string, any[]>} */
  const exercises = Object.create(null);
  /** @type {Record<string, string>} */
  let kept = {};
  try {
    kept = { ...localStorage };
  } catch {
    // forbidden: then only what this page holds
  }
  for (const [key, text] of Object.entries(kept)) {
    try {
      const [ident, ...rest] = key.slice(key.startsWith(FIELD) ? FIELD.length : EXERCISE.length).split('/');
      if (!IDENT.test(ident) || rest[0] === 'apart') continue;
      if (key.startsWith(FIELD) && !rest.length) fields[ident] = notesOf(text);
      if (key.startsWith(EXERCISE)) (exercises[ident] ??= []).push(documentOf(text, ident));
    } catch {
      // what cannot be read stays where it is
    }
  }
  for (const [key, notes] of unkept) fields[key.slice(FIELD.length)] = notes;
  for (const documents of Object.values(exercises)) documents.sort((one, other) => (one.time < other.time ? -1 : 1));
  return { format: 'reiswijzer-reisverslag', version: VERSION, made: new Date().toISOString(), fields, exercises };
}

/** @param {string} name */
function saveFile(name) {
  const blob = new Blob([JSON.stringify(everything(), null, 1)], { type: 'application/json' });
  const link = Object.assign(document.createElement('a'), { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** @type {NodeListOf<Control>} */ (document.querySelectorAll('[data-veld]')).forEach(keep);

document.querySelectorAll('.rw-bewaar').forEach((place) => {
  const { file, name, print: paper } = /** @type {HTMLElement} */ (place).dataset;
  if (file) place.append(button(file, () => saveFile(/** @type {string} */ (name))));
  place.append(button(paper, () => print()));
});

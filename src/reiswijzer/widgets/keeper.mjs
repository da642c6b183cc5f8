// @ts-check
// Keeps a text of Python in the storage of the browser, in a page of the book only.

/** How long a reader pauses before what was typed in a text area counts, in milliseconds. */
const PAUSE = 800;

/** The book writes its settings for live widgets into each page that has them; Jupyter does not. */
const inBook = () => document.getElementById('live-widgets-config') !== null;

/**
 * Give Python what is kept, and keep what it gives. The storage may be forbidden, full, or changed by another page.
 * @param {{model: any, signal: AbortSignal}} given
 */
function initialize({ model, signal }) {
  if (!inBook()) return;
  const key = model.get('key');
  /** What this page last read or wrote. */
  let known = '';
  /** Whether what stands there must not be written over: it could not be put apart, or a later version wrote it. */
  let closed = false;

  const read = () => {
    try {
      return localStorage.getItem(key) ?? '';
    } catch {
      return ''; // forbidden: told when there is something to keep
    }
  };
  const takeUp = () => {
    const found = read();
    if (found === known) return;
    known = found;
    model.set('stored', found);
    model.save_changes();
  };
  /**
   * The moment of a document, or nothing when it is none.
   * @param {string} text
   */
  const momentOf = (text) => {
    try {
      const moment = new Date(JSON.parse(text).time);
      return Number.isNaN(moment.getTime()) ? undefined : moment;
    } catch {
      return undefined;
    }
  };
  /** What was kept on an earlier day stays: first answers are worth something. So does what another page just kept. */
  const keepEarlier = () => {
    const there = read();
    const moment = momentOf(there);
    const continues = there === known && moment?.toDateString() === new Date().toDateString();
    if (moment && !continues) localStorage.setItem(`${key}/eerder/${moment.toISOString()}`, there);
  };
  /** @param {() => void} act */
  const attempt = (act) => {
    try {
      act();
      return true;
    } catch (error) {
      model.set('trouble', error instanceof DOMException && error.name !== 'SecurityError' ? 'full' : 'forbidden');
      model.save_changes();
      return false;
    }
  };

  model.on('change:text', () => {
    const text = model.get('text');
    if (closed || text === known) return;
    const kept = attempt(() => {
      keepEarlier();
      if (text) localStorage.setItem(key, text);
      else localStorage.removeItem(key);
    });
    if (!kept) return;
    known = text;
    document.dispatchEvent(new CustomEvent('reiswijzer-kept', { detail: key }));
  });
  model.on('change:newer', () => (closed = model.get('newer')));
  model.on('change:refused', () => {
    closed = !attempt(() => {
      localStorage.setItem(`${key}/apart/${Date.now()}`, known);
      localStorage.removeItem(key);
    });
    if (!closed) known = '';
  });
  // A page that the browser has held for going back may be older than what another page has kept since.
  addEventListener('pageshow', (event) => event.persisted && takeUp(), { signal });
  // The same exercise may be open in two pages: each takes up at once what the other keeps.
  addEventListener('storage', (event) => event.key === key && takeUp(), { signal });
  if (model.get('again')) attempt(() => localStorage.removeItem(key));
  else takeUp();
}

/**
 * Let what is typed count when the reader pauses, not only when the field is left: a page can be closed while the
 * cursor stands in it.
 * @param {{el: HTMLElement, signal: AbortSignal}} given
 */
function render({ el, signal }) {
  if (!inBook()) return;
  let timer = 0;
  /** @type {HTMLElement | null} */
  let open = null;
  const count = () => {
    clearTimeout(timer);
    open?.dispatchEvent(new Event('change', { bubbles: true }));
    open = null;
  };
  const typed = (/** @type {Event} */ event) => {
    const { target } = event;
    const written = target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type === 'text');
    if (!written || !el.parentElement?.contains(target)) return;
    clearTimeout(timer);
    open = target;
    timer = setTimeout(count, PAUSE);
  };
  document.addEventListener('input', typed, { signal });
  document.addEventListener('visibilitychange', count, { signal });
  signal.addEventListener('abort', () => clearTimeout(timer));
}

export default { initialize, render };

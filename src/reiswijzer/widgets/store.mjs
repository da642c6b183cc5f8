// @ts-check
// Shows Python what the browser keeps under a prefix, writes what Python asks for, and saves files.

const inBook = () => document.getElementById('live-widgets-config') !== null;

/** @param {{model: any, signal: AbortSignal}} given */
function initialize({ model, signal }) {
  const prefix = model.get('prefix');

  /** Every key of ours with its text; what was put apart stays apart. */
  const kept = () => {
    try {
      return Object.fromEntries(
        Object.entries(localStorage).filter(([key]) => key.startsWith(prefix) && !key.includes('/apart/')),
      );
    } catch {
      return {}; // forbidden: told when there is something to keep
    }
  };
  const take = () => {
    model.set('kept', kept());
    model.set('page', location.href.split('#')[0]);
    model.set('ready', true);
    model.save_changes();
  };
  /** @param {() => void} act */
  const attempt = (act) => {
    let trouble = '';
    try {
      act();
    } catch (error) {
      trouble = error instanceof DOMException && error.name !== 'SecurityError' ? 'full' : 'forbidden';
    }
    model.set('trouble', trouble);
    model.set('answered', model.get('wrote') + model.get('wiped'));
    take(); // first, so that Python hears of both at once
    document.dispatchEvent(new CustomEvent('reiswijzer-changed'));
  };

  /** Write all or nothing. @param {Record<string, string>} texts */
  const write = (texts) => {
    const before = Object.keys(texts).map((key) => /** @type {const} */ ([key, localStorage.getItem(key)]));
    try {
      for (const [key, text] of Object.entries(texts)) localStorage.setItem(key, text);
    } catch (error) {
      for (const [key] of before) localStorage.removeItem(key);
      for (const [key, text] of before) if (text !== null) localStorage.setItem(key, text);
      throw error;
    }
  };
  const wipe = () => {
    for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key);
  };
  const save = () => {
    const { name, type, base64 } = model.get('file');
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const href = URL.createObjectURL(new Blob([bytes], { type }));
    Object.assign(document.createElement('a'), { href, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(href), 60_000);
  };

  model.on('change:saved', save);
  if (!inBook()) return;
  model.on('change:wrote', () => attempt(() => write(model.get('writing'))));
  model.on('change:wiped', () => attempt(wipe));
  addEventListener('storage', ({ key }) => (key === null || key.startsWith(prefix)) && take(), { signal });
  addEventListener('pageshow', (event) => event.persisted && take(), { signal });
  document.addEventListener('reiswijzer-kept', take, { signal });
  document.addEventListener('reiswijzer-changed', take, { signal });
  take();
}

export default { initialize };

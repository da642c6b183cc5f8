// @ts-check
// The page of the journal shows what there is. A part of which nothing is kept is one line, with the way to the place where
// it is filled and a button for who would rather write here. `data-reisverslag` on the document says whether anything is
// kept at all ("vol") or not ("leeg").
//
// It looks when the page opens and when another page or much at once changed it: what a reader writes here moves nothing.

const PREFIX = 'reiswijzer/1/';

/** The names of what is kept of the journal. */
function kept() {
  try {
    const names = Object.keys(localStorage).filter((key) => key.startsWith(PREFIX)).map((key) => key.slice(PREFIX.length));
    return names.filter((name) => /^(veld|oefening)\//.test(name));
  } catch {
    return []; // forbidden: told when there is something to keep
  }
}

/** @param {HTMLElement} part */
function follow(part) {
  const { bewaard, toon, verberg } = /** @type {Record<string, string>} */ (part.dataset);
  /** @type {string[]} */
  const own = JSON.parse(bewaard);
  const isOwn = (/** @type {string} */ name) => own.some((each) => name === each || name.startsWith(`${each}/`));
  const button = Object.assign(document.createElement('button'), { type: 'button', className: 'rw-knop' });

  /** @param {'vol' | 'dicht' | 'open'} state */
  const set = (state) => {
    part.dataset.staat = state;
    button.textContent = state === 'open' ? verberg : toon;
    button.setAttribute('aria-expanded', String(state === 'open'));
  };
  const look = () => set(kept().some(isOwn) ? 'vol' : part.dataset.staat === 'open' ? 'open' : 'dicht');

  button.addEventListener('click', () => {
    set(part.dataset.staat === 'open' ? 'dicht' : 'open');
    look(); // something may have been written here meanwhile
  });
  if (part.querySelector('[data-veld]')) part.querySelector('.rw-reisdeel-leeg')?.append(' ', button);
  return look;
}

const looks = [...document.querySelectorAll('[data-bewaard]')].map((part) => follow(/** @type {HTMLElement} */ (part)));
const look = () => {
  document.documentElement.dataset.reisverslag = kept().length ? 'vol' : 'leeg';
  for (const one of looks) one();
};

look();
addEventListener('storage', look);
addEventListener('pageshow', (event) => event.persisted && look());
document.addEventListener('reiswijzer-changed', look);

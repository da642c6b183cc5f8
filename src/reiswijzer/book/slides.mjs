// @ts-check
// Slides over the whole screen. The page is complete without this: it only moves the slides into a dialog and back,
// which gives the keyboard, Escape and everything behind it that cannot be reached meanwhile.

const NEXT = ['ArrowRight', 'ArrowDown', 'PageDown', ' '];
const PREVIOUS = ['ArrowLeft', 'ArrowUp', 'PageUp'];

/** @param {string} label @param {() => void} act */
const button = (label, act) => {
  const made = Object.assign(document.createElement('button'), { type: 'button', className: 'rw-dias-toets', textContent: label });
  made.addEventListener('click', act);
  return made;
};

/** @param {{toets: string[], doet: string}[]} lines @returns {HTMLElement} the keys and what they do */
function listed(lines) {
  const list = document.createElement('ul');
  for (const { toets, doet } of lines) {
    const item = document.createElement('li');
    for (const key of toets) item.append(Object.assign(document.createElement('kbd'), { textContent: key }), ' ');
    item.append(doet);
    list.append(item);
  }
  return list;
}

/** @param {HTMLElement} bar */
function slides(bar) {
  /** @type {{[word: string]: string} & {uitleg: any}} */
  const words = JSON.parse(bar.dataset.woorden ?? '{}');
  const deck = /** @type {HTMLElement} */ (bar.nextElementSibling);
  const all = /** @type {HTMLElement[]} */ ([...deck.querySelectorAll('.rw-dia')]);
  const dialog = Object.assign(document.createElement('dialog'), { className: 'rw-dias-scherm', ariaLabel: words.label });
  const under = Object.assign(document.createElement('div'), { className: 'rw-dias-onder' });
  const status = document.createElement('p');
  status.setAttribute('role', 'status');
  const keys = Object.assign(document.createElement('div'), { className: 'rw-dias-toetsen' });
  keys.setAttribute('role', 'status');
  let here = 0;

  /** @param {number} number */
  const go = (number) => {
    here = Math.min(Math.max(number, 0), all.length - 1);
    all[here].scrollIntoView({ block: 'start' });
    say();
  };
  const say = () => {
    status.textContent = words.stand.replace('{nummer}', `${here + 1}`).replace('{aantal}', `${all.length}`);
  };
  const help = () => {
    if (keys.firstChild) keys.replaceChildren();
    else keys.append(listed(words.uitleg));
  };
  const open = () => {
    dialog.prepend(deck);
    dialog.showModal();
    dialog.requestFullscreen?.().catch(() => undefined); // a phone may refuse; the dialog fills the window
    deck.focus();
    go(0);
  };

  deck.tabIndex = -1;
  const show = button(words.toetsen, help);
  show.classList.add('rw-dias-hulp');
  under.append(keys, status, button(words.vorige, () => go(here - 1)), button(words.volgende, () => go(here + 1)),
    show, button(words.sluit, () => dialog.close())); // prettier-ignore
  dialog.append(under);
  const opener = button(words.begin, open);
  bar.append(opener, dialog);
  dialog.addEventListener('close', () => {
    bar.after(deck);
    if (document.fullscreenElement) document.exitFullscreen();
    opener.focus();
  });
  document.addEventListener('fullscreenchange', () => document.fullscreenElement || dialog.close());
  // Scrolled by hand, wheel or finger: the number follows.
  deck.addEventListener('scrollend', () => {
    const seen = all.findIndex((one) => Math.abs(one.getBoundingClientRect().top) < innerHeight / 2);
    if (dialog.open && seen >= 0 && seen !== here) {
      here = seen;
      say();
    }
  });
  dialog.addEventListener('keydown', (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === ' ' && event.target instanceof HTMLButtonElement) return; // a press of that button
    if (event.key === '?') help();
    else if (NEXT.includes(event.key)) go(here + 1);
    else if (PREVIOUS.includes(event.key)) go(here - 1);
    else if (event.key === 'Home') go(0);
    else if (event.key === 'End') go(all.length - 1);
    else return;
    event.preventDefault();
  });
}

/** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('.rw-dias-balk')).forEach(slides);

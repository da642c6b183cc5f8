// @ts-check
// Takes the reader along: to the beginning of a step that was asked for from below it, and to what came in the place
// of a control that was used and went away.

const QUIET = 80; // Python's changes arrive one by one; this many ms without another one is all of them

/** @param {Element} one */
const seen = (one) => one.isConnected && one.getClientRects().length > 0;

/** @param {HTMLElement} one */
const usable = (one) => seen(one) && !one.matches(':disabled');

/**
 * Put the focus on something that is read rather than used.
 * @param {HTMLElement} one
 */
function moveTo(one) {
  if (!one.matches('button, input, select, textarea, a[href]')) one.tabIndex = -1;
  one.focus({ preventScroll: true });
}

/** @param {{model: any, el: HTMLElement, signal: AbortSignal}} given */
function render({ model, el, signal }) {
  const follow = () => {
    const exercise = el.closest('.rw-oefening');
    const bar = exercise?.querySelector('.rw-stappen');
    const screen = exercise?.querySelector('.rw-schermen > :not(.lm-mod-hidden)');
    const at = document.activeElement;
    // Only who still stands at the buttons below waits for it. (Safari gives a button that is clicked no focus.)
    const waits = at === null || at === document.body || exercise?.querySelector('.rw-knoppen')?.contains(at);
    if (!bar || !(screen instanceof HTMLElement) || !waits) return;
    // Who takes back several moves presses the same button again.
    if (at instanceof HTMLButtonElement && at.classList.contains('rw-terug') && !at.disabled) return;
    screen.setAttribute('role', 'group');
    screen.setAttribute('aria-label', model.get('name'));
    moveTo(screen);
    bar.scrollIntoView({ block: 'nearest' });
  };
  const soon = () => requestAnimationFrame(follow); // the screens change in the same turn
  model.on('change:went', soon);
  signal.addEventListener('abort', () => model.off('change:went', soon));
  stay(el, signal);
}

/**
 * Keep the reader's place when the control that was used disappears: otherwise a keyboard begins at the top again.
 * @param {HTMLElement} el
 * @param {AbortSignal} signal
 */
function stay(el, signal) {
  /** @type {Element | null} */
  let watched = null;
  /** @type {HTMLElement | null} */
  let used = null;
  /** @type {Set<HTMLElement>} what came or changed since the last use of a control */
  const changed = new Set();
  let timer = 0;

  const settle = () => {
    const at = document.activeElement;
    if (!used || usable(used) || (at !== null && at !== document.body && at !== used)) return;
    const last = used;
    const come = [...changed].filter((one) => usable(one) && (one.textContent ?? '').trim());
    come.sort((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
    /** @param {Element} one */
    const after = (one) => last.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING;
    const next = come.find(after) ?? come.at(-1);
    if (!next) return; // what comes instead is still on its way
    used = null;
    moveTo(next);
    const { top } = next.getBoundingClientRect();
    if (top < 0 || top > innerHeight * 0.8) next.scrollIntoView({ block: 'nearest' });
  };

  const observer = new MutationObserver((records) => {
    for (const record of records) {
      const { target } = record;
      const near = target instanceof Element ? target : target.parentElement;
      const part = near?.closest('.widget-html, .widget-button, .widget-box');
      if (!(part instanceof HTMLElement) || !part.closest('.rw-schermen')) continue;
      const came = record.type === 'attributes' && /display:\s*none/.test(record.oldValue ?? '') && part === near;
      if (came || (record.type !== 'attributes' && part.matches('.widget-html'))) changed.add(part);
    }
    clearTimeout(timer);
    timer = window.setTimeout(settle, QUIET);
  });

  /** @param {Event} event */
  const use = ({ target }) => {
    const exercise = el.closest('.rw-oefening');
    if (!(target instanceof HTMLElement) || !exercise?.contains(target)) return;
    if (exercise !== watched) {
      const what = { attributeFilter: ['style', 'disabled'], attributeOldValue: true };
      observer.observe(exercise, { subtree: true, childList: true, characterData: true, ...what });
      watched = exercise;
    }
    used = target.closest('button, input, select, textarea');
    changed.clear();
  };
  document.addEventListener('focusin', use, { signal });
  document.addEventListener('click', use, { signal, capture: true });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
}

export default { render };

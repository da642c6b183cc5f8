// @ts-check
// Takes the reader along to the beginning of a step that was asked for from below it.

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
    screen.tabIndex = -1;
    screen.setAttribute('role', 'group');
    screen.setAttribute('aria-label', model.get('name'));
    screen.focus({ preventScroll: true });
    bar.scrollIntoView({ block: 'nearest' });
  };
  const soon = () => requestAnimationFrame(follow); // the screens change in the same turn
  model.on('change:went', soon);
  signal.addEventListener('abort', () => model.off('change:went', soon));
}

export default { render };

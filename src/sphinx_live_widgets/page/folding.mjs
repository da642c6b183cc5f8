// @ts-check
// Accordions and tabs: what opens what.
import { idOf, onKeys, set } from './naming.mjs';

/** @param {Element} fold one part of an accordion */
export function fold(fold) {
  const [header, content] = fold.children;
  if (!(header instanceof HTMLElement) || !content) return;
  set(header, 'role', 'button');
  set(header, 'tabindex', '0');
  set(header, 'aria-expanded', String(fold.classList.contains('jupyter-widget-Collapse-open')));
  set(header, 'aria-controls', idOf(content));
  onKeys(header, ['Enter', ' '], () => header.click());
}

/** @param {Element} widget */
export function tabs(widget) {
  const leaves = widget.querySelector(':scope > .widget-tab-contents')?.children ?? [];
  widget.querySelectorAll(':scope > .widget-tab-bar [role=tab]').forEach((tab, index) => {
    const leaf = leaves[index];
    if (!leaf) return;
    set(leaf, 'role', 'tabpanel');
    set(leaf, 'aria-labelledby', idOf(tab));
    set(tab, 'aria-controls', idOf(leaf));
  });
}

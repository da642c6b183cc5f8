// @ts-check
// Inputs of tags: what a mouse does, a keyboard does too. Words are added and put elsewhere in the field, which the arrow
// keys move between the tags; every tag has a button that removes it.
import { hintOf, onKeys, set } from './naming.mjs';

/** A colour as an author would write it. @param {string} color a name, or rgb(…) */
function written(color) {
  const parts = [...color.matchAll(/\d+/g)].slice(0, 3);
  return parts.length === 3 ? `#${parts.map(([part]) => Number(part).toString(16).padStart(2, '0')).join('')}` : color;
}

/** @param {Element} widget @param {import('./naming.mjs').Strings} strings */
export function tags(widget, strings) {
  const hint = hintOf(widget);
  const field = widget.querySelector('input');
  set(widget, 'role', hint ? 'group' : null);
  set(widget, 'aria-label', hint || null);
  if (field) set(field, 'aria-label', hint ? `${hint}: ${strings.add}` : strings.add);
  for (const tag of widget.querySelectorAll('.jupyter-widget-tag')) {
    const close = tag.querySelector('.jupyter-widget-tag-close');
    if (!(tag instanceof HTMLElement) || !(close instanceof HTMLElement)) continue;
    const value = tag.classList.contains('jupyter-widget-colortag') ? written(tag.style.backgroundColor) : tag.textContent;
    set(close, 'role', 'button');
    set(close, 'tabindex', '0');
    set(close, 'aria-label', `${strings.remove} ${value?.trim()}`);
    onKeys(close, ['Enter', ' ', 'Delete', 'Backspace'], () => {
      close.dispatchEvent(new MouseEvent('mousedown'));
      field?.focus();
    });
  }
}

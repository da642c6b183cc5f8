// @ts-check
// Accessible names: from the visible label of a widget, else from its tooltip, else a word for what it is.

/** @typedef {Record<string, string>} Strings */

let count = 0;

/**
 * Set an attribute, or remove it, only when that changes something: changes are watched.
 * @param {Element} element
 * @param {string} name
 * @param {string | null} value
 */
export function set(element, name, value) {
  if (element.getAttribute(name) === value) return;
  if (value === null) element.removeAttribute(name);
  else element.setAttribute(name, value);
}

/** Give an element an id if it has none, and return it. @param {Element} element */
export function idOf(element) {
  element.id ||= `live-widget-part-${++count}`;
  return element.id;
}

/** The visible label of a widget, if it has one: its own, or what its author put before it as such. @param {Element} widget */
export function labelOf(widget) {
  const own = widget.querySelector(':scope > .widget-label');
  const before = widget.previousElementSibling?.matches('.live-label') ? widget.previousElementSibling : null;
  return [own, before].find((label) => label?.textContent?.trim()) ?? null;
}

/** What the author wrote as a hint. @param {Element} widget */
export const hintOf = (widget) => widget.getAttribute('title') ?? '';

/** @param {Element} widget @param {string} word when the author gave neither label nor hint */
export const nameOf = (widget, word) => labelOf(widget)?.textContent?.trim() || hintOf(widget) || word;

/**
 * Name an element of a widget, and describe it by the hint.
 * @param {Element} widget
 * @param {Element} element
 * @param {string} word when the author gave neither label nor hint
 */
export function name(widget, element, word) {
  const label = labelOf(widget);
  set(element, 'aria-labelledby', label ? idOf(label) : null);
  set(element, 'aria-label', label ? null : nameOf(widget, word) || null);
  set(element, 'aria-description', (label && hintOf(widget)) || null);
}

/** Let keys do what a mouse does. @param {HTMLElement} element @param {string[]} keys @param {() => void} act */
export function onKeys(element, keys, act) {
  if (element.dataset.keys) return;
  element.dataset.keys = 'yes';
  element.addEventListener('keydown', (event) => {
    if (!keys.includes(event.key)) return;
    event.preventDefault();
    act();
  });
}

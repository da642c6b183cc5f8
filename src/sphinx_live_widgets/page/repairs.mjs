// @ts-check
// Accessibility of core widgets, repaired after painting and whenever the page changes.

/**
 * Repair the widgets below an element, now and later.
 * @param {HTMLElement} _element
 * @param {Record<string, string>} _strings
 */
export function repair(_element, _strings) {}

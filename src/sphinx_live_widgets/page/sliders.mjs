// @ts-check
// Sliders: a name for each handle, its value in the words of the author, and whether it is off.
import { hintOf, labelOf, nameOf, set } from './naming.mjs';

/**
 * The words in the readout that belong to one of two handles.
 * @param {string} text
 * @param {number} index
 */
function partOf(text, index) {
  const parts = text.split(text.includes(' – ') ? ' – ' : '-');
  return parts.length === 2 ? parts[index] : text;
}

/** @param {Element} widget @param {import('./naming.mjs').Strings} strings */
export function slider(widget, strings) {
  const name = nameOf(widget, strings.slider);
  const off = widget.querySelector('.noUi-target')?.hasAttribute('disabled') ?? false;
  const readout = widget.querySelector('.widget-readout');
  const text = readout?.textContent?.trim() ?? '';
  const handles = [...widget.querySelectorAll('.noUi-handle')];
  handles.forEach((handle, index) => {
    const several = handles.length > 1;
    set(handle, 'aria-label', several ? `${name}: ${index ? strings.upper : strings.lower}` : name);
    if (text) set(handle, 'aria-valuetext', several ? partOf(text, index) : text);
    set(handle, 'aria-description', (labelOf(widget) && hintOf(widget)) || null);
    set(handle, 'aria-disabled', off ? 'true' : null);
    set(handle, 'tabindex', off ? '-1' : '0');
  });
  if (!readout) return;
  const editable = readout.getAttribute('contenteditable') === 'true';
  set(readout, 'role', editable ? 'textbox' : null);
  set(readout, 'aria-label', editable ? name : null);
}

// @ts-check
// Accessibility of core widgets: names, roles and states that ipywidgets leaves out, repaired now and after each change.

/** @typedef {Record<string, string>} Strings */

let count = 0;

/** @param {Element} element @param {string} name @param {string} value */
function set(element, name, value) {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

/** The visible label of a widget, if it has one. @param {Element} widget */
function labelOf(widget) {
  const label = widget.querySelector(':scope > .widget-label');
  return label?.textContent?.trim() ? label : null;
}

/** Name an element after the label of its widget. @param {Element} widget @param {Element} element */
function nameByLabel(widget, element) {
  const label = labelOf(widget);
  if (!label) return;
  label.id ||= `live-widget-label-${++count}`;
  set(element, 'aria-labelledby', label.id);
}

/** @param {Element} widget @param {Strings} strings */
function slider(widget, strings) {
  const name = labelOf(widget)?.textContent?.trim() || widget.getAttribute('title') || strings.slider;
  const readout = widget.querySelector('.widget-readout');
  const handles = [...widget.querySelectorAll('.noUi-handle')];
  handles.forEach((handle, index) => {
    const part = handles.length > 1 ? `${name}: ${index ? strings.upper : strings.lower}` : name;
    set(handle, 'aria-label', part);
    const text = readout?.textContent?.trim();
    if (text && handles.length === 1) set(handle, 'aria-valuetext', text);
  });
  if (readout?.getAttribute('contenteditable') === 'true') {
    set(readout, 'role', 'textbox');
    set(readout, 'aria-label', name);
  }
}

/** @param {Element} widget @param {string} role */
function group(widget, role) {
  if (!labelOf(widget) && role === 'group') return;
  set(widget, 'role', role);
  nameByLabel(widget, widget);
}

/** @param {Element} button */
function pressed(button) {
  set(button, 'aria-pressed', String(button.classList.contains('mod-active')));
}

/** @param {Element} header @param {Strings} _strings */
function foldHeader(header, _strings) {
  set(header, 'role', 'button');
  set(header, 'tabindex', '0');
  const open = Boolean(header.closest('.jupyter-widget-Collapse')?.classList.contains('jupyter-widget-Collapse-open'));
  set(header, 'aria-expanded', String(open));
  if (!(header instanceof HTMLElement) || header.dataset.keys) return;
  header.dataset.keys = 'yes';
  header.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    header.click();
  });
}

/** @param {Element} widget */
function progress(widget) {
  const bar = widget.querySelector('.progress');
  const filled = widget.querySelector('.progress-bar');
  if (!bar || !(filled instanceof HTMLElement)) return;
  set(bar, 'role', 'progressbar');
  set(bar, 'aria-valuenow', String(Math.round(parseFloat(filled.style.width || filled.style.height) || 0)));
  nameByLabel(widget, bar);
}

/** @param {Element} widget @param {Strings} strings */
function player(widget, strings) {
  const [play, stop, repeat] = widget.querySelectorAll('button');
  set(play, 'aria-label', play.querySelector('.fa-pause') ? strings.pause : strings.play);
  set(stop, 'aria-label', strings.stop);
  set(repeat, 'aria-label', strings.repeat);
}

/** Selector of a widget (or part) and what is repaired in it. @type {[string, (element: Element, strings: Strings) => void][]} */
const REPAIRS = [
  ['.widget-slider', slider],
  ['.widget-radio', (widget) => group(widget, 'radiogroup')],
  ['.widget-toggle-buttons', (widget) => group(widget, 'group')],
  ['.widget-toggle-buttons .widget-toggle-button, .widget-toggle-button', pressed],
  ['.jupyter-widget-Collapse-header', foldHeader],
  ['.widget-hprogress, .widget-vprogress', progress],
  ['.widget-play', player],
  ['.widget-colorpicker', (widget) => widget.querySelectorAll('input[type=color]').forEach((one) => nameByLabel(widget, one))],
  ['.widget-datetimepicker', (widget) => widget.querySelectorAll('input').forEach((one) => nameByLabel(widget, one))],
  ['.jupyter-widget-tagsinput input', (input, strings) => set(input, 'aria-label', strings.add)],
  ['.widget-valid i, .jupyter-button i', (icon) => set(icon, 'aria-hidden', 'true')],
];

/** @param {Element} root @param {Strings} strings */
function repairAll(root, strings) {
  for (const [selector, fix] of REPAIRS) {
    for (const element of root.querySelectorAll(selector)) fix(element, strings);
  }
}

/**
 * Repair the widgets below an element, now and whenever they change.
 * @param {HTMLElement} root
 * @param {Strings} strings
 */
export function repair(root, strings) {
  repairAll(root, strings);
  if (root.dataset.repaired) return;
  root.dataset.repaired = 'yes';
  // Only what html-manager changes is watched, never the attributes set here, so that a repair calls for no repair.
  const watch = { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ['class', 'style'] };
  new MutationObserver(() => repairAll(root, strings)).observe(root, watch);
}

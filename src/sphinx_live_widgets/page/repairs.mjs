// @ts-check
// Accessibility of core widgets: names, roles and states that ipywidgets leaves out, repaired now and after each change.
import { fold, tabs } from './folding.mjs';
import { hintOf, idOf, labelOf, name, set } from './naming.mjs';
import { slider } from './sliders.mjs';
import { tags } from './tags.mjs';

/** @typedef {import('./naming.mjs').Strings} Strings */

/** Fields with a native element: a visible label names them already. @param {Element} widget @param {Strings} strings */
function fields(widget, strings) {
  for (const field of widget.querySelectorAll('input, select, textarea')) {
    name(widget, field, field.getAttribute('placeholder')?.replace('\u200b', '') || strings.field);
  }
}

/** @param {Element} widget @param {string} role */
function group(widget, role) {
  if (!labelOf(widget) && !hintOf(widget) && role === 'group') return;
  set(widget, 'role', role);
  name(widget, widget, '');
}

/** Radios without a common name are no group for a browser: arrow keys would not move between them. @param {Element} widget */
function radios(widget) {
  group(widget, 'radiogroup');
  for (const radio of widget.querySelectorAll('input[type=radio]')) set(radio, 'name', `${idOf(widget)}-choice`);
}

/** @param {Element} button */
function pressed(button) {
  set(button, 'aria-pressed', String(button.classList.contains('mod-active')));
}

/** An author says by a class which of several buttons is the present one. @param {Element} button */
function current(button) {
  set(button, 'aria-current', button.classList.contains('live-current') ? 'true' : null);
}

/** @param {Element} widget @param {Strings} strings */
function progress(widget, strings) {
  const bar = widget.querySelector('.progress');
  const filled = widget.querySelector('.progress-bar');
  if (!bar || !(filled instanceof HTMLElement)) return;
  const share = widget.classList.contains('widget-vprogress') ? filled.style.height : filled.style.width;
  set(bar, 'role', 'progressbar');
  set(bar, 'aria-valuenow', String(Math.round(parseFloat(share) || 0)));
  name(widget, bar, strings.progress);
}

/** @param {Element} widget @param {Strings} strings */
function player(widget, strings) {
  const [play, stop, repeat] = widget.querySelectorAll('button');
  set(play, 'aria-label', play.querySelector('.fa-pause') ? strings.pause : strings.play);
  set(stop, 'aria-label', strings.stop);
  set(repeat, 'aria-label', strings.repeat);
  pressed(repeat);
}

/** @param {Element} icon @param {Strings} strings */
function verdict(icon, strings) {
  set(icon, 'role', 'img');
  set(icon, 'aria-label', icon.classList.contains('fa-check') ? strings.valid : strings.invalid);
}

/** @param {Element} widget @param {Strings} strings */
function controller(widget, strings) {
  const text = widget.firstElementChild;
  if (text?.textContent === 'Connect gamepad and press any button.') text.textContent = strings.gamepad;
}

/** A button for files counts those that were chosen; that there are none is no news. @param {Element} button */
function chosen(button) {
  const label = button.lastChild;
  if (label instanceof Text && label.data.endsWith(' (0)')) label.data = label.data.slice(0, -' (0)'.length);
}

/** Selector of a widget (or part) and what is repaired in it. @type {[string, (element: Element, strings: Strings) => void][]} */
const REPAIRS = [
  ['.widget-slider', slider],
  ['.widget-radio', radios],
  ['.widget-toggle-buttons', (widget) => group(widget, 'group')],
  ['.widget-toggle-button, .widget-toggle-buttons button', pressed],
  ['.widget-text, .widget-textarea, .widget-dropdown, .widget-select, .widget-combobox', fields],
  ['.widget-colorpicker, .widget-datepicker, .widget-timepicker, .widget-datetimepicker', fields],
  ['.jupyter-button', current],
  ['.widget-upload', chosen],
  ['.jupyter-widget-Collapse', fold],
  ['.widget-tab', tabs],
  ['.widget-hprogress, .widget-vprogress', progress],
  ['.widget-play', player],
  ['.jupyter-widget-tagsinput', tags],
  ['.widget-valid i', verdict],
  ['.jupyter-button i, .jupyter-widget-Collapse-header i', (icon) => set(icon, 'aria-hidden', 'true')],
  ['img.widget-image', (image) => set(image, 'alt', hintOf(image))],
  ['audio.jupyter-widgets, video.jupyter-widgets', (player) => set(player, 'aria-label', hintOf(player) || null)],
  ['.widget-controller', controller],
  // An author asks for a polite live region by this class (see the README).
  ['.live-region', (element) => set(element, 'role', 'status')],
  ['[title=null]', (element) => set(element, 'title', null)],
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
  // Only what html-manager changes is watched; a repair writes only what differs, so that it calls for no further one.
  const attributeFilter = ['class', 'style', 'title', 'disabled', 'contenteditable', 'placeholder'];
  const watch = { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter };
  new MutationObserver(() => repairAll(root, strings)).observe(root, watch);
}

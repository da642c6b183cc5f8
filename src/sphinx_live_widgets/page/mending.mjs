// @ts-check
// Defects of the views themselves, which no repair of what they draw can mend.
import { DOMWidgetView, WidgetView } from '@jupyter-widgets/base';
import * as controls from '@jupyter-widgets/controls';

const { ColorsInputView, DescriptionView, PlayView, TagsInputView, ValidView } = controls;

// Tooltips: the originals fail on a widget without a description (an image), write "null" where there is none, and show
// none at all on a field that has a description.
for (const View of Object.values(controls)) {
  if (typeof View === 'function' && View.prototype instanceof DescriptionView) Reflect.deleteProperty(View.prototype, 'updateTooltip');
}
Reflect.deleteProperty(DescriptionView.prototype, 'updateTooltip');
Object.assign(DOMWidgetView.prototype, {
  /** @this {any} */
  updateTooltip() {
    const tooltip = this.model.get('tooltip');
    if (tooltip) this.el.title = tooltip;
    else this.el.removeAttribute('title');
  },
});

// A model kept every view that it ever had, with all it drew, in the list of who hears its messages: a page grew with
// every step. Now a view that is removed is forgotten, also where it listens by itself.
const begin = WidgetView.prototype.initialize;
/** @this {any} @param {any} parameters */
WidgetView.prototype.initialize = function (parameters) {
  const { model } = this;
  /** @param {string} name @param {any} heard @param {any} [by] */
  model.on = (name, heard, by) => {
    if (by) return Object.getPrototypeOf(model).on.call(model, name, heard, by);
    this.listenTo(model, name, heard);
    return model;
  };
  try {
    begin.call(this, parameters);
  } finally {
    delete model.on;
  }
  this.once('remove', () => {
    model.off(null, null, this);
    for (const made of [this.layoutPromise, this.stylePromise]) made?.then((/** @type {any} */ view) => view?.remove());
  });
};

/**
 * Have a method also mark the icons in what it draws: the script of Font Awesome, which many themes bring, would put a
 * picture in their place that no longer hears the mouse, and that the view no longer finds.
 * @param {any} View
 * @param {string} method
 * @param {(result: any, view: any) => Element} drawn
 */
function keepIcons(View, method, drawn) {
  const original = View.prototype[method];
  View.prototype[method] = function (/** @type {any[]} */ ...args) {
    const result = original.apply(this, args);
    for (const icon of drawn(result, this).querySelectorAll('i')) icon.setAttribute('data-fa-i2svg', '');
    return result;
  };
}

for (const View of [TagsInputView, ColorsInputView]) keepIcons(View, 'createTag', (tag) => tag);
for (const View of [PlayView, ValidView]) keepIcons(View, 'render', (_, view) => view.el);

// The arrow keys move the field between the tags, but every update put it at the end again.
const tags = Object.getPrototypeOf(TagsInputView.prototype);
const drawTags = tags.update;
tags.update = function () {
  const index = this.inputIndex;
  const atEnd = !this.tags || index >= this.tags.length;
  const result = drawTags.call(this);
  if (atEnd) return result;
  this.inputIndex = Math.min(index, this.tags.length);
  this.preventLoosingFocus = true;
  this.el.insertBefore(this.taginputWrapper, this.el.children[this.inputIndex]);
  this.preventLoosingFocus = false;
  return result;
};

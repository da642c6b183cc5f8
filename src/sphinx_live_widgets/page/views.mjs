// @ts-check
// Views of core widgets that put HTML into the page, with that HTML made safe.
import { HTMLMathView, HTMLView } from '@jupyter-widgets/controls';
import { clean } from './sanitise.mjs';

/** @param {any} view */
function update(view) {
  const html = clean(view.model.get('value'));
  // An unchanged panel keeps its nodes: open details stay open and a screen reader is not told twice.
  if (view.content.dataset.shown !== undefined && view.shownHtml === html) return;
  view.shownHtml = html;
  view.content.dataset.shown = '';
  view.content.innerHTML = html;
}

class SafeHTMLView extends HTMLView {
  update() {
    update(this);
    // The rest of the update is that of the parent's parent: the parent would write the raw HTML.
    return Object.getPrototypeOf(HTMLView.prototype).update.call(this);
  }
}

class SafeHTMLMathView extends HTMLMathView {
  update() {
    update(this);
    this.typeset(this.content);
    return Object.getPrototypeOf(HTMLMathView.prototype).update.call(this);
  }
}

export const SAFE_VIEWS = { HTMLView: SafeHTMLView, HTMLMathView: SafeHTMLMathView };

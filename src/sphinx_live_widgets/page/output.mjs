// @ts-check
// The Output widget, without JupyterLab's renderers: text, safe HTML, images and widgets.
import { DOMWidgetModel, DOMWidgetView } from '@jupyter-widgets/base';
import { MessageLoop } from '@lumino/messaging';
import { Widget } from '@lumino/widgets';
import { clean } from './sanitise.mjs';

const VIEW = 'application/vnd.jupyter.widget-view+json';

export class OutputModel extends DOMWidgetModel {
  defaults() {
    return {
      ...super.defaults(),
      _model_name: 'OutputModel',
      _view_name: 'OutputView',
      _model_module: '@jupyter-widgets/output',
      _view_module: '@jupyter-widgets/output',
      _model_module_version: '1.0.0',
      _view_module_version: '1.0.0',
      msg_id: '',
      outputs: [],
    };
  }
}

/** @param {string} text @param {string} [className] */
function pre(text, className = '') {
  const element = document.createElement('pre');
  element.className = className;
  element.textContent = text;
  return element;
}

/** @param {unknown} text */
const joined = (text) => (Array.isArray(text) ? text.join('') : String(text ?? ''));

export class OutputView extends DOMWidgetView {
  render() {
    super.render();
    this.el.classList.add('widget-output');
    /** Views of the widgets that are shown now. @type {any[]} */
    this.shown = [];
    this.listenTo(this.model, 'change:outputs', () => this.draw());
    this.draw();
  }

  async draw() {
    const drawing = (this.drawing = Symbol('drawing'));
    /** @type {any[]} */
    const views = [];
    const parts = await Promise.all(this.model.get('outputs').map((/** @type {any} */ one) => this.part(one, views)));
    // A later change may have been drawn while this one waited for its widgets.
    const late = this.drawing !== drawing;
    for (const view of late ? views : this.shown) view.remove();
    if (late) return;
    this.shown = views;
    this.el.replaceChildren(...parts);
    // Some views measure themselves once they are in the page.
    for (const view of views) if (view.el.isConnected) MessageLoop.sendMessage(view.luminoWidget, Widget.Msg.AfterAttach);
  }

  remove() {
    for (const view of this.shown) view.remove();
    this.drawing = undefined;
    super.remove();
  }

  /**
   * @param {any} item an output in notebook format 4
   * @param {any[]} views the views made here are added to these
   */
  async part(item, views) {
    if (item.output_type === 'stream') return pre(joined(item.text));
    if (item.output_type === 'error') return pre(`${item.ename}: ${item.evalue}`, 'live-widget-error');
    const data = item.data ?? {};
    if (data[VIEW]) {
      const view = await this.create_child_view(await this.model.widget_manager.get_model(data[VIEW].model_id));
      views.push(view);
      return view.el;
    }
    const html = data['text/html'] ?? data['image/svg+xml'];
    if (html) {
      const element = document.createElement('div');
      element.innerHTML = clean(joined(html));
      return element;
    }
    for (const type of ['image/png', 'image/jpeg']) {
      if (!data[type]) continue;
      const image = document.createElement('img');
      image.src = `data:${type};base64,${joined(data[type]).trim()}`;
      image.alt = joined(data['text/plain']);
      return image;
    }
    return pre(joined(data['text/plain']));
  }
}

// @ts-check
// The html-manager of the page: paints ipywidgets from recorded state and carries their messages.
import * as base from '@jupyter-widgets/base';
import { ManagerBase } from '@jupyter-widgets/base-manager';
import * as controls from '@jupyter-widgets/controls';
import { MessageLoop } from '@lumino/messaging';
import { Widget } from '@lumino/widgets';
import * as anywidget from './anywidget.mjs';
import { LiveComm } from './comm.mjs';
import './mending.mjs';
import * as output from './output.mjs';
import { without } from './queue.mjs';
import cleanInline from './sanitise.mjs';
import { SAFE_VIEWS } from './views.mjs';

/**
 * @typedef {{model_name: string, model_module: string, model_module_version: string, state: any,
 *   buffers?: {data: string, path: (string | number)[], encoding: string}[]}} Entry
 */

/** @type {Record<string, any>} */
const MODULES = {
  '@jupyter-widgets/base': base,
  '@jupyter-widgets/controls': { ...controls, ...SAFE_VIEWS },
  '@jupyter-widgets/output': output,
  anywidget,
};

/** The view of a widget whose front end this page does not have. */
class AbsentView extends base.DOMWidgetView {
  render() {
    this.model.widget_manager.replace(this, 'its view is not in this page');
  }
}

export class LiveManager extends ManagerBase {
  /**
   * @param {import('./comm.mjs').Send} send
   * @param {string} folder address of the files of the book
   * @param {string} absent what a reader sees in the place of a widget that cannot be shown
   */
  constructor(send, folder, absent) {
    super();
    this._send = send;
    this.folder = folder;
    this._absent = absent;
    /** @type {Map<string, LiveComm>} */
    this.comms = new Map();
    /** @type {Set<any>} */
    this._shown = new Set();
    /** Views that are being made: a promise, and the id of their model. @type {Map<Promise<any>, string>} */
    this._making = new Map();
    /** Ids of models that have a view which could not be made. @type {Set<string>} */
    this.failed = new Set();
    this._resize = () => {
      for (const view of this._shown) MessageLoop.postMessage(view.luminoWidget, Widget.ResizeMessage.UnknownSize);
    };
    window.addEventListener('resize', this._resize);
  }

  /**
   * Make the models of a recorded state, except those that are there already (widgets may share models).
   * @param {Record<string, Entry>} state
   */
  async restore(state) {
    const made = Object.entries(state).map(([id, entry]) => {
      if (this.has_model(id)) return this.get_model(id);
      if (entry.buffers) {
        const buffers = entry.buffers.map((one) => new DataView(Uint8Array.from(atob(one.data), (c) => c.charCodeAt(0)).buffer));
        base.put_buffers(entry.state, entry.buffers.map((one) => one.path), buffers);
      }
      const { model_name, model_module, model_module_version } = entry;
      const comm = this._comm(id, 'jupyter.widget');
      return this.new_model({ model_name, model_module, model_module_version, comm }, entry.state);
    });
    await Promise.all(made);
  }

  /**
   * Show a model, once it and all it holds is drawn.
   * @param {string} id
   * @param {HTMLElement} element
   * @param {Set<string>} [needed] ids of models without which there is nothing to show
   */
  async show(id, element, needed) {
    const view = await this.create_view(await this.get_model(id));
    await this._made(needed);
    const missing = [...(needed ?? [])].find((one) => this.failed.has(one));
    if (missing) {
      view.remove();
      throw new Error(`there is no view of ${missing}`);
    }
    Widget.attach(view.luminoWidget, element);
    this._shown.add(view);
    view.once('remove', () => this._shown.delete(view));
    return view;
  }

  /** @param {any} model @param {any} [options] */
  create_view(model, options) {
    const making = super.create_view(model, options);
    this._making.set(making, model.model_id);
    making.finally(() => this._making.delete(making)).catch(() => undefined);
    return making;
  }

  /** Put a calm line in the place of a view that cannot be drawn. @param {any} view @param {unknown} reason */
  replace(view, reason) {
    const id = view.model.model_id;
    this.failed.add(id);
    console.error(`live widgets: ${id} cannot be shown.`, reason);
    const line = document.createElement('p');
    line.className = 'live-widget-absent';
    line.textContent = this._absent;
    view.el.replaceChildren(line);
  }

  /** Wait until no view of these models is being made. @param {Set<string>} [ids] all, when left out */
  async _made(ids) {
    for (;;) {
      const open = [...this._making].filter(([, id]) => !ids || ids.has(id));
      if (!open.length) return;
      await Promise.allSettled(open.map(([making]) => making));
    }
  }

  /** Remove all views and models of a page that is painted anew, without telling Python. */
  dispose() {
    window.removeEventListener('resize', this._resize);
    for (const made of Object.values(this._models)) made.then((model) => model.close(true)).catch(() => undefined);
  }

  /**
   * Take in a message from Python.
   * @param {import('./comm.mjs').Message} message
   * @param {Uint8Array[]} bytes
   * @param {Set<string>} newer traits that the reader has changed since: Python will hear of it and have the last word
   */
  async receive(message, bytes, newer) {
    const { type, comm_id, metadata } = message;
    const data = type === 'comm_msg' && newer.size ? without(newer, message.data) : message.data;
    const buffers = bytes.map((one) => new DataView(one.buffer, one.byteOffset, one.byteLength));
    const content = { comm_id, data, target_name: message.target_name };
    if (type === 'comm_open') {
      if (this.has_model(comm_id)) return;
      await this.handle_comm_open(this._comm(comm_id, 'jupyter.widget'), { content, metadata, buffers });
    } else if (type === 'comm_msg') {
      // A model that is still being made does not listen yet.
      if (this.has_model(comm_id)) await this.get_model(comm_id);
      await this.comms.get(comm_id)?._onMessage({ content, metadata, buffers });
    } else {
      this.comms.get(comm_id)?._onClose({ content });
      this.comms.delete(comm_id);
    }
  }

  /** Remove models and their views without telling Python. @param {Set<string>} ids */
  forget(ids) {
    for (const id of ids) {
      this.comms.get(id)?._onClose({ content: { comm_id: id } });
      this.comms.delete(id);
    }
  }

  /** The elements in which a model is shown. @param {string} id @returns {Promise<HTMLElement[]>} */
  async elementsOf(id) {
    if (!this.has_model(id)) return [];
    const { views } = await this.get_model(id);
    return (await Promise.all(Object.values(views ?? {}))).map((view) => view.el);
  }

  /** @param {string} id @param {string} target */
  _comm(id, target) {
    const comm = new LiveComm(id, target, this._send);
    this.comms.set(id, comm);
    return comm;
  }

  /** @param {string} target @param {string} id @param {any} data @param {any} metadata @param {any} buffers */
  async _create_comm(target, id, data, metadata, buffers) {
    const comm = this._comm(id, target);
    if (data) comm.open(data, undefined, metadata, buffers);
    return comm;
  }

  async _get_comm_info() {
    return {};
  }

  /** @param {string} source */
  inline_sanitize(source) {
    return cleanInline(source);
  }

  /** @param {string} className @param {string} moduleName @param {string} moduleVersion */
  async loadClass(className, moduleName, moduleVersion) {
    const speaks = moduleName !== 'anywidget' || moduleVersion === anywidget.VERSION;
    const found = speaks && MODULES[moduleName]?.[className];
    if (!found) throw new Error(`no ${className} in ${moduleName} ${moduleVersion}`);
    return found;
  }

  /** @param {string} className @param {string} moduleName @param {string} moduleVersion */
  async loadModelClass(className, moduleName, moduleVersion) {
    return this._loadOr(base.DOMWidgetModel, className, moduleName, moduleVersion);
  }

  /** @param {string} className @param {string} moduleName @param {string} moduleVersion */
  async loadViewClass(className, moduleName, moduleVersion) {
    return this._loadOr(AbsentView, className, moduleName, moduleVersion);
  }

  /** @param {any} instead @param {[string, string, string]} wanted */
  async _loadOr(instead, ...wanted) {
    try {
      return await this.loadClass(...wanted);
    } catch (error) {
      console.error('live widgets:', error);
      return instead;
    }
  }
}

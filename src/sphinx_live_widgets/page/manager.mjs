// @ts-check
// The html-manager of the page: paints ipywidgets from recorded state and carries their messages.
import * as base from '@jupyter-widgets/base';
import { ManagerBase } from '@jupyter-widgets/base-manager';
import * as controls from '@jupyter-widgets/controls';
import { MessageLoop } from '@lumino/messaging';
import { Widget } from '@lumino/widgets';
import { LiveComm } from './comm.mjs';
import * as output from './output.mjs';
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
};

export class LiveManager extends ManagerBase {
  /** @param {import('./comm.mjs').Send} send */
  constructor(send) {
    super();
    this._send = send;
    /** @type {Map<string, LiveComm>} */
    this.comms = new Map();
    /** @type {Set<any>} */
    this._shown = new Set();
    window.addEventListener('resize', () => {
      for (const view of this._shown) MessageLoop.postMessage(view.luminoWidget, Widget.ResizeMessage.UnknownSize);
    });
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
   * Show a model.
   * @param {string} id
   * @param {HTMLElement} element
   */
  async show(id, element) {
    const view = await this.create_view(await this.get_model(id));
    Widget.attach(view.luminoWidget, element);
    this._shown.add(view);
    view.once('remove', () => this._shown.delete(view));
    return view;
  }

  /**
   * Take in a message from Python.
   * @param {import('./comm.mjs').Message} message
   * @param {Uint8Array[]} bytes
   */
  async receive(message, bytes) {
    const { type, comm_id, data, metadata } = message;
    const buffers = bytes.map((one) => new DataView(one.buffer, one.byteOffset, one.byteLength));
    const content = { comm_id, data, target_name: message.target_name };
    if (type === 'comm_open') {
      if (this.has_model(comm_id)) return;
      await this.handle_comm_open(this._comm(comm_id, 'jupyter.widget'), { content, metadata, buffers });
    } else if (type === 'comm_msg') {
      await this.comms.get(comm_id)?._onMessage({ content, metadata, buffers });
    } else {
      this.comms.get(comm_id)?._onClose({ content });
      this.comms.delete(comm_id);
    }
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
    const found = MODULES[moduleName]?.[className];
    if (!found) throw new Error(`no ${className} in ${moduleName} ${moduleVersion}`);
    return found;
  }
}

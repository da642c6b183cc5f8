// @ts-check
// anywidget in the page: gives the author's module a model and an element, by the protocol of the version below.
import { DOMWidgetModel, DOMWidgetView } from '@jupyter-widgets/base';
import { dress, load } from './fronts.mjs';

/** The version of this protocol as the Python side names it; a test compares it with the locked wheel. */
export const VERSION = '~0.11.*';

const REFERENCE = 'anywidget:';
let calls = 0;

/** @param {unknown} cleanup what the author returned */
async function tidy(cleanup) {
  try {
    if (typeof cleanup === 'function') await cleanup();
  } catch (error) {
    console.warn('live widgets: an anywidget failed to clean up.', error);
  }
}

/** Clean up when a signal says so. @param {AbortSignal} signal @param {() => void} act */
function atEnd(signal, act) {
  if (signal.aborted) act();
  else signal.addEventListener('abort', act, { once: true });
}

/**
 * What an author sees of a model: listeners added here go when the signal says so.
 * @param {any} model
 * @param {AbortSignal} signal
 */
function proxy(model, signal) {
  const context = {};
  atEnd(signal, () => model.off(null, null, context));
  return {
    get: model.get.bind(model),
    set: model.set.bind(model),
    save_changes: model.save_changes.bind(model),
    send: model.send.bind(model),
    on: (/** @type {string} */ name, /** @type {any} */ callback) => model.on(name, callback, context),
    off: (/** @type {string} */ name, /** @type {any} */ callback) => model.off(name ?? null, callback ?? null, context),
    widget_manager: model.widget_manager,
  };
}

/**
 * Call a function that Python offers as a command. Without a signal it waits as long as the widget lives: Python may
 * have to wake first.
 * @param {AnyModel} model
 * @param {string} name
 * @param {any} msg
 * @param {{buffers?: any[], signal?: AbortSignal}} [options]
 * @returns {Promise<[any, DataView[]]>}
 */
function invoke(model, name, msg, { buffers = [], signal } = {}) {
  const id = `${model.model_id}-${++calls}`;
  const end = signal ? AbortSignal.any([signal, model.end.signal]) : model.end.signal;
  return new Promise((resolve, reject) => {
    end.throwIfAborted();
    const answered = (/** @type {any} */ content, /** @type {DataView[]} */ parts) => {
      if (content?.id !== id) return;
      model.off('msg:custom', answered);
      resolve([content.response, parts ?? []]);
    };
    model.on('msg:custom', answered);
    end.addEventListener('abort', () => (model.off('msg:custom', answered), reject(end.reason)), { once: true });
    model.send({ id, kind: 'anywidget-command', name, msg }, undefined, buffers);
  });
}

/**
 * What a widget may do with the widgets that its own state refers to.
 * @param {AnyModel} model
 * @param {AbortSignal} signal
 */
function hostOf(model, signal) {
  /** @param {string} reference */
  const find = (reference) => {
    if (!String(reference).startsWith(REFERENCE)) throw new Error(`${reference} is no reference to a widget`);
    return model.widget_manager.get_model(reference.slice(REFERENCE.length));
  };
  return {
    getModel: async (/** @type {string} */ reference) => proxy(await find(reference), signal),
    getWidget: async (/** @type {string} */ reference) => {
      const child = await find(reference);
      if (!(child instanceof AnyModel)) throw new Error(`${reference} is no anywidget`);
      const exports = await child.ready;
      /** @param {{el: HTMLElement, signal?: AbortSignal}} place */
      const render = ({ el, signal: own }) => child.draw(el, own ?? signal);
      return { exports, render };
    },
  };
}

/**
 * A copy for Python that nobody changes afterwards; of a view on a buffer only the part in view.
 * @param {any} value
 * @returns {any}
 */
function copied(value) {
  if (ArrayBuffer.isView(value)) return new DataView(new Uint8Array(value.buffer, value.byteOffset, value.byteLength).slice().buffer);
  if (value instanceof ArrayBuffer) return value.slice(0);
  if (typeof value?.toJSON === 'function') return value.toJSON();
  if (Array.isArray(value)) return value.map(copied);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, copied(one)]));
}

export class AnyModel extends DOMWidgetModel {
  /** @param {any} attributes @param {any} options */
  initialize(attributes, options) {
    super.initialize(attributes, options);
    this.end = new AbortController();
    this.once('destroy', () => this.end.abort(new Error('the widget was closed')));
    this.experimental = { invoke: invoke.bind(null, this) };
    /** The author's object, as soon as its `initialize` has been called. */
    this.begun = this._begin();
    /** What `initialize` offers other widgets, as soon as it is done. */
    this.ready = this.begun.then(({ exports }) => exports);
    for (const one of [this.begun, this.ready]) one.catch(() => undefined); // told by the view
  }

  async _begin() {
    const { folder } = this.widget_manager;
    const [offered] = await Promise.all([load(this.get('_esm'), folder), dress(this.get('_css'), folder)]);
    const { signal } = this.end;
    const model = proxy(this, signal);
    const initialized = (async () => offered.initialize?.({ model, signal, experimental: this.experimental }))();
    const exports = initialized.then((outcome) => {
      if (typeof outcome !== 'function') return outcome ?? undefined;
      atEnd(signal, () => tidy(outcome));
      return undefined;
    });
    exports.catch(() => undefined); // told by the view
    return { offered, exports };
  }

  /** Draw into an element until the signal says so. @param {HTMLElement} el @param {AbortSignal} until */
  async draw(el, until) {
    const { offered } = await this.begun;
    await this.ready;
    const signal = AbortSignal.any([until, this.end.signal]);
    if (signal.aborted) return;
    const model = proxy(this, signal);
    const host = hostOf(this, signal);
    const outcome = await offered.render?.({ model, el, signal, host, experimental: this.experimental });
    atEnd(signal, () => tidy(outcome));
  }

  /** @param {any} message */
  async _handle_comm_msg(message) {
    // Who listens from `initialize` on must not miss the first message.
    await this.begun.catch(() => undefined);
    return super._handle_comm_msg(message);
  }

  /** Unlike the parent this keeps binary parts. @param {Record<string, any>} state */
  serialize(state) {
    for (const key of Object.keys(state)) state[key] = copied(state[key]);
    return state;
  }
}

export class AnyView extends DOMWidgetView {
  /** @param {any} parameters */
  initialize(parameters) {
    super.initialize(parameters);
    this.end = new AbortController();
  }

  async render() {
    const { begun, widget_manager } = this.model;
    const drawn = this.model.draw(this.el, this.end.signal);
    const settled = drawn.catch((/** @type {unknown} */ error) => this.end.signal.aborted || widget_manager.replace(this, error));
    // Painting waits for what is drawn from the recorded state, not for what an author asks of Python meanwhile.
    const paused = begun.then(() => new Promise((resolve) => setTimeout(resolve))).catch(() => settled);
    await Promise.race([settled, paused]);
  }

  remove() {
    this.end.abort(new Error('the view was removed'));
    return super.remove();
  }
}

// @ts-check
// One end of a comm: what html-manager knows as a kernel connection is here a line to the worker.

/**
 * @typedef {{type: string, comm_id: string, target_name?: string, data: any, metadata?: any}} Message
 * @typedef {(message: Message, buffers: ArrayBufferView[]) => void} Send
 */

/**
 * What is sent now, even if Python hears it later and the sender goes on writing in its buffer.
 * @param {ArrayBuffer | ArrayBufferView} part
 */
const copy = (part) =>
  ArrayBuffer.isView(part) ? new Uint8Array(part.buffer, part.byteOffset, part.byteLength).slice() : new Uint8Array(part.slice(0));

export class LiveComm {
  /**
   * @param {string} id
   * @param {string} target
   * @param {Send} send
   */
  constructor(id, target, send) {
    this.comm_id = id;
    this.target_name = target;
    this._send = send;
    /** @type {(message: any) => any} */
    this._onMessage = () => undefined;
    /** @type {(message: any) => any} */
    this._onClose = () => undefined;
  }

  /** @param {(message: any) => any} callback */
  on_msg(callback) {
    this._onMessage = callback;
  }

  /** @param {(message: any) => any} callback */
  on_close(callback) {
    this._onClose = callback;
  }

  /**
   * @param {any} data
   * @param {any} [callbacks]
   * @param {any} [metadata]
   * @param {(ArrayBuffer | ArrayBufferView)[]} [buffers]
   */
  send(data, callbacks, metadata, buffers) {
    const views = (buffers ?? []).map(copy);
    const id = crypto.randomUUID?.() ?? String(Math.random());
    this._send({ type: 'comm_msg', comm_id: this.comm_id, data, metadata }, views);
    // html-manager must never hold back changes of one model until Python is idle: what the reader does to another
    // model in between would overtake them. The queue merges and keeps the order.
    queueMicrotask(() => callbacks?.iopub?.status?.({ content: { execution_state: 'idle' } }));
    return id;
  }

  /**
   * @param {any} [data]
   * @param {any} [_callbacks]
   * @param {any} [metadata]
   * @param {(ArrayBuffer | ArrayBufferView)[]} [buffers]
   */
  open(data, _callbacks, metadata, buffers) {
    const views = (buffers ?? []).map(copy);
    const message = { type: 'comm_open', comm_id: this.comm_id, target_name: this.target_name, data, metadata };
    this._send(message, views);
    return this.comm_id;
  }

  /** @param {any} [data] */
  close(data) {
    this._send({ type: 'comm_close', comm_id: this.comm_id, data: data ?? {} }, []);
    return this.comm_id;
  }
}

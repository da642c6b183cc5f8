// @ts-check
// The line to Python: starts the worker, hands over what the reader does, notices when no answer comes.
import { Queue } from './queue.mjs';

/**
 * @typedef {'asleep' | 'waking' | 'awake' | 'failed'} State
 * @typedef {{start: ReturnType<typeof import('./start.mjs').startMessage>, wakeLimit: number, answerLimit: number}} Settings
 * @typedef {{worker: Worker, failed: boolean, heard: any[]}} Early a worker that was started while the page was read
 * @typedef {{onState: (state: State, reason?: string) => void,
 *   onMessage: (message: any, buffers: Uint8Array[], number: number) => void}} Listener
 */

/** The worker that early.mjs has started, once. @returns {Early | undefined} */
function takeEarly() {
  /** @type {{liveWidgetsEarly?: Early}} */
  const holder = /** @type {any} */ (globalThis);
  const early = holder.liveWidgetsEarly;
  delete holder.liveWidgetsEarly;
  return early?.failed ? undefined : early;
}

export class Line {
  /** @param {Settings} settings @param {Listener} listener */
  constructor(settings, listener) {
    this._settings = settings;
    this._listener = listener;
    /** @type {State} */
    this.state = 'asleep';
    this.queue = new Queue();
    this._plain = false;
  }

  /** Whether the reader did something that Python has not answered. */
  get busy() {
    return this.queue.size > 0;
  }

  /**
   * Send a message to Python; while it sleeps or is busy the message is kept, and Python is woken.
   * @param {import('./comm.mjs').Message} message
   * @param {ArrayBufferView[]} buffers
   */
  send(message, buffers) {
    this.queue.add(message, buffers);
    this._go();
  }

  /** @param {string} id */
  startOver(id) {
    this.queue.push({ type: 'start-over', id, about: id });
    this._go();
  }

  _go() {
    if (this.state === 'asleep') this.wake();
    this._handOver();
    this._listener.onState(this.state);
  }

  _handOver() {
    const post = this.state === 'awake' ? this.queue.next() : undefined;
    if (!post) return;
    const { state, ...rest } = post;
    this._watch(this._settings.answerLimit, 'answer');
    this._worker?.postMessage(rest);
  }

  /** Start the worker, unless it was started. */
  wake() {
    if (this.state === 'waking' || this.state === 'awake') return;
    // The bench compares with a start that takes no snapshot.
    this._plain = Reflect.get(globalThis, 'liveWidgetsPlain') === true;
    this._start();
  }

  _start() {
    this._stop();
    this._set('waking');
    this._watch(this._settings.wakeLimit, 'limit');
    if (typeof WebAssembly !== 'object') {
      this._fail('wasm', 'no WebAssembly in this browser');
      return;
    }
    const { worker: address, message } = this._settings.start;
    const early = this._plain ? undefined : takeEarly();
    try {
      this._worker = early?.worker ?? new Worker(address, { type: 'module' });
    } catch (error) {
      this._fail('worker', String(error));
      return;
    }
    this._worker.onmessage = ({ data }) => this._hear(data);
    this._worker.onerror = (event) => this._fail('worker', event.message ?? 'the worker could not be loaded');
    this._worker.onmessageerror = () => this._fail('worker', 'a message could not be read');
    if (early) for (const data of early.heard) this._hear(data);
    else this._worker.postMessage({ ...message, plain: this._plain });
  }

  /** @param {any} data */
  _hear(data) {
    if (data.type === 'progress') {
      this._watch(this._settings.wakeLimit, 'limit');
    } else if (data.type === 'awake') {
      clearTimeout(this._timer);
      this.state = 'awake';
      this._handOver();
      this._listener.onState('awake');
    } else if (data.type === 'failed') {
      this._failedStart(data.reason, data.detail);
    } else if (data.type === 'done') {
      clearTimeout(this._timer);
      this.queue.done(data.number);
      this._handOver();
      this._listener.onState(this.state);
    } else if (data.type === 'python') {
      this._listener.onMessage(JSON.parse(data.text), data.buffers, data.number);
    }
  }

  /** @param {string} reason @param {string} detail */
  _failedStart(reason, detail) {
    // A snapshot that does not fit says nothing about Python itself: start it the slow way.
    if (!this._plain && (reason === 'snapshot' || reason === 'start')) {
      console.warn('live widgets: the snapshot did not load, starting without it.', detail);
      this._plain = true;
      this._start();
    } else {
      this._fail(reason, detail);
    }
  }

  /** @param {string} reason @param {string} detail */
  _fail(reason, detail) {
    console.error(`live widgets: ${reason}.`, detail);
    this._stop();
    this._set('failed', reason);
  }

  /** Stop the worker; what was sent and not answered is lost with it, what was kept stays kept. */
  _stop() {
    clearTimeout(this._timer);
    this._worker?.terminate();
    this._worker = undefined;
    this.queue.lose();
  }

  /** Forget everything: the page is about to be painted anew. */
  forget() {
    this._stop();
    this.queue = new Queue();
    this._set('asleep');
  }

  /** @param {number} seconds @param {string} reason */
  _watch(seconds, reason) {
    clearTimeout(this._timer);
    this._timer = setTimeout(() => this._fail(reason, `no sign of life for ${seconds} s`), seconds * 1000);
  }

  /** @param {State} state @param {string} [reason] */
  _set(state, reason) {
    this.state = state;
    this._listener.onState(state, reason);
  }
}

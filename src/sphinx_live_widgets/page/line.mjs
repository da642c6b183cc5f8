// @ts-check
// The line to Python: starts the worker, keeps what the reader does until it answers, notices when it does not.

/**
 * @typedef {'asleep' | 'waking' | 'awake' | 'failed'} State
 * @typedef {{worker: string, urls: import('./worker.mjs').Urls, factories: import('./worker.mjs').Factory[],
 *   wakeLimit: number, answerLimit: number}} Settings
 * @typedef {{onState: (state: State, reason?: string) => void, onMessage: (message: any, buffers: Uint8Array[]) => void}} Listener
 */

/** The worker that early.mjs has loaded, once. @returns {Worker | undefined} */
function takeEarly() {
  /** @type {{liveWidgetsEarly?: {worker: Worker, failed: boolean}}} */
  const holder = /** @type {any} */ (globalThis);
  const early = holder.liveWidgetsEarly;
  delete holder.liveWidgetsEarly;
  return early && !early.failed ? early.worker : undefined;
}

export class Line {
  /** @param {Settings} settings @param {Listener} listener */
  constructor(settings, listener) {
    this._settings = settings;
    this._listener = listener;
    /** @type {State} */
    this.state = 'asleep';
    /** @type {{post: any, settle: () => void}[]} */
    this._queue = [];
    /** @type {Map<number, () => void>} */
    this._pending = new Map();
    this._number = 0;
    this._plain = false;
    /** What Python was last asked to deal with: an error belongs to it. */
    this.current = '';
  }

  /** Whether the reader did something that Python has not answered. */
  get busy() {
    return this._queue.length > 0 || this._pending.size > 0;
  }

  /**
   * Send a message to Python; while it sleeps the message is kept, and Python is woken.
   * @param {import('./comm.mjs').Message} message
   * @param {ArrayBufferView[]} buffers
   * @returns {Promise<void>} when Python has dealt with it, or at once while it sleeps
   */
  send(message, buffers) {
    return this._post({ type: 'deliver', text: JSON.stringify(message), buffers, about: message.comm_id });
  }

  /** @param {string} id */
  startOver(id) {
    return this._post({ type: 'start-over', id, about: id });
  }

  /** @param {any} post @returns {Promise<void>} */
  _post(post) {
    if (this.state === 'awake') return new Promise((settle) => this._pass(post, settle));
    this._queue.push(post);
    if (this.state === 'asleep') this.wake();
    this._listener.onState(this.state);
    return Promise.resolve();
  }

  /** @param {any} post @param {() => void} settle */
  _pass(post, settle) {
    const number = ++this._number;
    this._pending.set(number, settle);
    if (this._pending.size === 1) this._watch(this._settings.answerLimit, 'answer');
    this._worker?.postMessage({ ...post, number });
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
    let worker;
    try {
      worker = takeEarly() ?? new Worker(this._settings.worker, { type: 'module' });
    } catch (error) {
      this._fail('worker', String(error));
      return;
    }
    this._worker = worker;
    worker.onmessage = ({ data }) => this._hear(data);
    worker.onerror = (event) => this._fail('worker', event.message ?? 'the worker could not be loaded');
    worker.onmessageerror = () => this._fail('worker', 'a message could not be read');
    const { urls, factories } = this._settings;
    worker.postMessage({ type: 'start', urls, factories, plain: this._plain });
  }

  /** @param {any} data */
  _hear(data) {
    if (data.type === 'progress') {
      this._watch(this._settings.wakeLimit, 'limit');
    } else if (data.type === 'awake') {
      clearTimeout(this._timer);
      this.state = 'awake';
      for (const post of this._queue.splice(0)) this._pass(post, () => undefined);
      this._listener.onState('awake');
    } else if (data.type === 'failed') {
      this._failedStart(data.reason, data.detail);
    } else if (data.type === 'done') {
      const settle = this._pending.get(data.number);
      this._pending.delete(data.number);
      if (this._pending.size) this._watch(this._settings.answerLimit, 'answer');
      else clearTimeout(this._timer);
      settle?.();
      this._listener.onState(this.state);
    } else if (data.type === 'python') {
      this._listener.onMessage(JSON.parse(data.text), data.buffers);
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
    for (const settle of this._pending.values()) settle();
    this._pending.clear();
  }

  /** Forget everything: the page is about to be painted anew. */
  forget() {
    this._stop();
    this._queue.length = 0;
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

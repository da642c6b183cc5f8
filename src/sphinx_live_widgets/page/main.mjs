// @ts-check
// The page: paint every live widget from its recorded state, wake Python when it is wanted, pass messages.
import { Figure } from './figure.mjs';
import { Line } from './line.mjs';
import { LiveManager } from './manager.mjs';
import { keepOffline } from './offline.mjs';
import { repair } from './repairs.mjs';
import { startMessage } from './start.mjs';
import { Telling } from './telling.mjs';
import { savesData } from './thrift.mjs';

class Page {
  /** @param {import('./start.mjs').Config} config @param {HTMLElement[]} elements */
  constructor(config, elements) {
    this.strings = config.strings;
    this.folder = new URL(config.base, document.baseURI).href;
    this.line = new Line(
      { start: startMessage(config), wakeLimit: config.wakeLimit, answerLimit: config.answerLimit },
      { onState: (state, reason) => this.tell(state, reason), onMessage: (...what) => this.take(...what) },
    );
    this.diedAwake = false;
    /** Messages for one model are dealt with one after the other; a slow one holds up no other. @type {Map<string, Promise<void>>} */
    this.inboxes = new Map();
    this.service = config.service;
    this.figures = elements.map(
      (element) =>
        new Figure(element, this.strings, {
          onReset: (figure) => this.reset(figure),
          onRetry: (figure) => this.retry(figure),
          onTouch: () => this.touched(),
          onAct: (figure) => this.acted(figure),
        }),
    );
    addEventListener('beforeprint', () => this.figures.forEach((figure) => figure.toPaper()));
    addEventListener('afterprint', () => this.figures.forEach((figure) => figure.toScreen()));
    this.telling = new Telling(this.figures, this.strings);
    this.manager = this.newManager();
  }

  newManager() {
    const send = (/** @type {import('./comm.mjs').Message} */ message, /** @type {ArrayBufferView[]} */ buffers) => {
      this.telling.goOn();
      this.line.send(message, buffers);
    };
    return new LiveManager(send, this.folder, this.strings.absent);
  }

  async paint() {
    // Side by side: a module that is slow to come holds up its own widget only.
    await Promise.all(this.figures.map((figure) => this.paintOne(figure)));
    performance.mark('live-widgets-painted');
    this.painted = true;
    this.mark();
  }

  /** @param {Figure} figure */
  async paintOne(figure) {
    try {
      await figure.paint(this.manager);
      repair(figure.view, this.strings);
    } catch (error) {
      console.error(`live widgets: ${figure.id} could not be painted.`, error);
      figure.leave(this.strings.unpainted);
    }
  }

  /** Wake Python when a widget is near or the browser has nothing to do, unless the reader saves data. */
  wakeWhenWanted() {
    if (savesData() || this.line.state !== 'asleep') return;
    const wake = () => {
      near.disconnect();
      if (this.line.state === 'asleep') this.line.wake();
    };
    const near = new IntersectionObserver((entries) => entries.some((one) => one.isIntersecting) && wake(), {
      rootMargin: '100% 0px',
    });
    for (const figure of this.figures) near.observe(figure.element);
    const idle = globalThis.requestIdleCallback ?? ((/** @type {() => void} */ run) => setTimeout(run, 1500));
    if (document.readyState === 'complete') idle(wake);
    else addEventListener('load', () => idle(wake), { once: true });
  }

  touched() {
    if (this.line.state === 'asleep') this.line.wake();
  }

  /** @param {Figure} figure */
  acted(figure) {
    this.telling.ask(figure);
    if (this.line.busy) this.tell(this.line.state); // what was done has already been sent
  }

  /** Show the state on the root element, for style and tests. */
  mark() {
    const { state } = this.line;
    document.documentElement.dataset.liveWidgets = state === 'asleep' ? 'painted' : state;
  }

  /** @param {import('./line.mjs').State} state @param {string} [reason] */
  tell(state, reason) {
    if (this.painted) this.mark();
    if (state === 'failed' && reason) this.diedAwake = this.wasAwake === true;
    this.telling.state(state, this.line.busy, reason);
    if (state === 'awake' && !this.wasAwake) {
      this.wasAwake = true;
      performance.mark('live-widgets-awake');
    }
    if (state === 'awake' && !this.line.busy && this.service) {
      keepOffline(this.service);
      this.service = '';
    }
  }

  /** @param {any} message @param {Uint8Array[]} buffers @param {number} number of what Python was dealing with */
  take(message, buffers, number) {
    const before = this.inboxes.get(message.comm_id) ?? Promise.resolve();
    const dealt = before
      .then(() => this.receive(message, buffers, number))
      .catch((error) => console.error('live widgets: a message of Python could not be taken in.', error));
    this.inboxes.set(message.comm_id, dealt);
  }

  /** @param {any} message @param {Uint8Array[]} buffers @param {number} number */
  async receive(message, buffers, number) {
    if (message.type === 'error') {
      console.error(`live widgets: ${message.error}\n${message.traceback}`);
      const shown = await this.manager.elementsOf(message.about);
      const owners = this.figures.filter((figure) => figure.owns(message.about, shown));
      this.telling.trouble(owners.length ? owners : this.figures);
    } else if (message.type === 'root') {
      const figure = this.figures.find((one) => one.id === message.id);
      await figure?.show(this.manager, message.root);
      if (figure) repair(figure.view, this.strings);
      this.telling.announce(this.strings.reset_done);
    } else {
      await this.manager.receive(message, buffers, this.line.queue.newer(message.comm_id, number));
      if (!this.answered) performance.mark('live-widgets-answer');
      this.answered = true;
      dispatchEvent(new Event('live-widgets-answer'));
    }
  }

  /** @param {Figure} figure */
  async reset(figure) {
    this.telling.ask(figure);
    if (this.line.state === 'awake') {
      this.line.startOver(figure.id);
    } else if (this.diedAwake) {
      await this.repaint();
    } else {
      // Python has not answered anything yet: it is enough to forget what it would have been asked by this widget.
      const others = this.figures.filter((one) => one !== figure);
      const own = new Set([...(figure.models ?? [])].filter((id) => !others.some((one) => one.models?.has(id))));
      this.line.queue.drop(own);
      this.manager.forget(own);
      await figure.paint(this.manager);
      repair(figure.view, this.strings);
      this.tell(this.line.state);
      this.telling.announce(this.strings.reset_done);
    }
  }

  /** Try again: with what was kept, or from the start when Python had already answered and is lost. @param {Figure} figure */
  retry(figure) {
    this.telling.ask(figure);
    if (this.diedAwake) this.repaint();
    this.line.wake();
  }

  async repaint() {
    this.diedAwake = false;
    this.wasAwake = false;
    this.inboxes.clear();
    this.line.forget();
    const old = this.manager;
    this.manager = this.newManager();
    await this.paint();
    old.dispose();
  }
}

const config = document.getElementById('live-widgets-config')?.textContent;
const elements = [...document.querySelectorAll('.live-widget')].filter((one) => one instanceof HTMLElement);
if (config && elements.length) {
  const page = new Page(JSON.parse(config), elements);
  // The head of the page has started Python already, unless it could not, the connection is slow or the reader saves data.
  if (Reflect.has(globalThis, 'liveWidgetsEarly')) page.line.wake();
  page.paint().then(() => page.wakeWhenWanted());
}

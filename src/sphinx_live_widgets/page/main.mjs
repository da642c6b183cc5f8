// @ts-check
// The page: paint every live widget from its recorded state, wake Python when it is wanted, pass messages.
import { Figure } from './figure.mjs';
import { Line } from './line.mjs';
import { LiveManager } from './manager.mjs';
import { keepOffline } from './offline.mjs';
import { repair } from './repairs.mjs';
import { savesData } from './thrift.mjs';

/**
 * @typedef {{base: string, service: string, files: Record<string, string>, strings: Record<string, string>,
 *   factories: import('./worker.mjs').Factory[], wakeLimit: number, answerLimit: number}} Config
 */

const REASONS = ['wasm', 'blocked', 'network', 'memory', 'limit', 'answer', 'worker'];

class Page {
  /** @param {Config} config @param {HTMLElement[]} elements */
  constructor(config, elements) {
    this.strings = config.strings;
    this.announcer = document.createElement('div');
    this.announcer.className = 'live-widget-announcer';
    this.announcer.setAttribute('role', 'status');
    document.body.append(this.announcer);
    const url = (/** @type {string} */ name) => new URL(config.base + config.files[name], document.baseURI).href;
    this.line = new Line(
      {
        worker: url('worker'),
        urls: { wasm: url('wasm'), snapshot: url('snapshot'), stdlib: url('stdlib'), site: url('site') },
        factories: config.factories,
        wakeLimit: config.wakeLimit,
        answerLimit: config.answerLimit,
      },
      { onState: (state, reason) => this.tell(state, reason), onMessage: (message, buffers) => this.receive(message, buffers) },
    );
    this.diedAwake = false;
    this.service = config.service;
    this.figures = elements.map(
      (element) =>
        new Figure(element, this.strings, {
          onReset: (figure) => this.reset(figure),
          onRetry: () => this.retry(),
          onTouch: () => this.touched(),
        }),
    );
    this.manager = this.newManager();
  }

  newManager() {
    return new LiveManager((message, buffers) => this.line.send(message, buffers));
  }

  async paint() {
    for (const figure of this.figures) {
      try {
        await figure.paint(this.manager);
        repair(figure.view, this.strings);
      } catch (error) {
        console.error(`live widgets: ${figure.id} could not be painted.`, error);
        figure.say(this.strings.unpainted);
      }
    }
    performance.mark('live-widgets-painted');
    this.painted = true;
    this.mark();
  }

  /** Start fetching before painting when a widget is near: worker and page then work side by side. */
  wakeWhenNear() {
    const near = (/** @type {Figure} */ { element }) => element.getBoundingClientRect().top < 2 * innerHeight;
    if (!savesData() && this.figures.some(near)) this.line.wake();
  }

  /** Wake Python when a widget is near or the browser has nothing to do, unless the reader saves data. */
  wakeWhenWanted() {
    if (savesData()) return;
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

  /** Show the state on the root element, for style and tests. */
  mark() {
    const { state } = this.line;
    document.documentElement.dataset.liveWidgets = state === 'asleep' ? 'painted' : state;
  }

  /** @param {import('./line.mjs').State} state @param {string} [reason] */
  tell(state, reason) {
    if (this.painted) this.mark();
    clearTimeout(this.waiting);
    if (state === 'failed') {
      if (reason) this.diedAwake = this.wasAwake === true;
      const text = this.strings[REASONS.includes(reason ?? '') ? `failed_${reason}` : 'failed_start'];
      if (reason) this.failure = text;
      this.say(this.failure ?? text, true);
    } else if (this.line.busy) {
      const text = state === 'awake' ? this.strings.busy : this.strings.waking;
      this.waiting = setTimeout(() => this.say(text), state === 'awake' ? 1500 : 400);
    } else {
      this.say('');
    }
    if (state === 'awake' && !this.wasAwake) {
      this.wasAwake = true;
      performance.mark('live-widgets-awake');
      if (this.service) keepOffline(this.service);
    }
  }

  /** @param {string} text @param {boolean} [retry] @param {Figure[]} [figures] */
  say(text, retry = false, figures = this.figures) {
    for (const figure of figures) figure.say(text, retry);
    if (this.announcer.textContent !== text) this.announcer.textContent = text;
  }

  /** @param {any} message @param {Uint8Array[]} buffers */
  async receive(message, buffers) {
    if (message.type === 'error') {
      console.error(`live widgets: ${message.error}\n${message.traceback}`);
      const owners = this.figures.filter((figure) => figure.owns(message.about));
      // After the answer that goes with the same message has cleared the line.
      setTimeout(() => this.say(this.strings.error, false, owners.length ? owners : this.figures));
    } else if (message.type === 'root') {
      const figure = this.figures.find((one) => one.id === message.id);
      await figure?.show(this.manager, message.root);
      if (figure) repair(figure.view, this.strings);
      this.announcer.textContent = this.strings.reset_done;
    } else {
      await this.manager.receive(message, buffers);
      if (!this.answered) performance.mark('live-widgets-answer');
      this.answered = true;
      dispatchEvent(new Event('live-widgets-answer'));
    }
  }

  /** @param {Figure} figure */
  reset(figure) {
    if (this.line.state === 'awake') this.line.startOver(figure.id);
    else this.repaint();
  }

  /** Try again: with what was kept, or from the start when Python had already answered and is lost. */
  retry() {
    if (this.diedAwake) this.repaint();
    this.line.wake();
  }

  async repaint() {
    this.diedAwake = false;
    this.wasAwake = false;
    this.failure = undefined;
    this.line.forget();
    this.manager = this.newManager();
    await this.paint();
  }
}

const config = document.getElementById('live-widgets-config')?.textContent;
const elements = [...document.querySelectorAll('.live-widget')].filter((one) => one instanceof HTMLElement);
if (config && elements.length) {
  const page = new Page(JSON.parse(config), elements);
  page.wakeWhenNear();
  page.paint().then(() => page.wakeWhenWanted());
}

// @ts-check
// What the reader is told about waking, waiting and failing: one line under a widget, and once, politely, aloud. Of waiting
// nothing is said but where the reader did something: a widget may well have things to tell Python of its own accord.

/**
 * @typedef {import('./figure.mjs').Figure} Figure
 * @typedef {import('./line.mjs').State} State
 */

const REASONS = ['wasm', 'blocked', 'network', 'memory', 'limit', 'answer', 'worker'];

export class Telling {
  /** @param {Figure[]} figures @param {Record<string, string>} strings */
  constructor(figures, strings) {
    this._figures = figures;
    this._strings = strings;
    /** Widgets in which something went wrong since the reader last did something. @type {Set<Figure>} */
    this._troubled = new Set();
    /** Widgets in which the reader did something that may still have to be answered. @type {Set<Figure>} */
    this._asked = new Set();
    this._failure = '';
    this._planned = '';
    this._waiting = false;
    this._announcer = document.createElement('div');
    this._announcer.className = 'live-widget-announcer';
    this._announcer.setAttribute('role', 'status');
    document.body.append(this._announcer);
  }

  /** Say something aloud, unless it was the last thing said. @param {string} text */
  announce(text) {
    if (this._announcer.textContent !== text) this._announcer.textContent = text;
  }

  /** @param {State} state @param {boolean} busy @param {string} [reason] of a failure */
  state(state, busy, reason) {
    const { waking, busy: working, failed_start } = this._strings;
    if (state === 'failed') {
      if (reason || !this._failure) this._failure = REASONS.includes(reason ?? '') ? this._strings[`failed_${reason}`] : failed_start;
      this._cancel();
      for (const figure of this._figures) figure.say(this._failure, true);
      this.announce(this._failure);
    } else if (busy && this._asked.size) {
      const text = state === 'awake' ? working : waking;
      if (text !== this._planned) this._plan(text, state === 'awake' ? 1500 : 400);
      else if (this._waiting) this._wait();
    } else {
      if (!busy) this._asked.clear();
      this._cancel();
      this._rest();
    }
  }

  /** The reader did something in this widget. @param {Figure} figure */
  ask(figure) {
    this._asked.add(figure);
  }

  /** Nothing to wait for: only what went wrong stays on the screen. */
  _rest() {
    for (const figure of this._figures) figure.say(this._troubled.has(figure) ? this._strings.error : '');
    if (!this._troubled.size && this._announcer.textContent !== this._strings.reset_done) this.announce('');
  }

  /**
   * Speak only of what takes long: an answer that comes at once needs no word.
   * @param {string} text
   * @param {number} delay ms
   */
  _plan(text, delay) {
    this._cancel();
    this._planned = text;
    this._timer = setTimeout(() => this._wait(), delay);
  }

  /** Say what was planned, where the reader waits for it and nowhere else. */
  _wait() {
    this._waiting = true;
    for (const figure of this._figures) {
      if (!this._troubled.has(figure)) figure.say(this._asked.has(figure) ? this._planned : '');
    }
    this.announce(this._planned);
  }

  _cancel() {
    clearTimeout(this._timer);
    this._planned = '';
    this._waiting = false;
  }

  /** Something went wrong in these widgets. @param {Figure[]} figures */
  trouble(figures) {
    for (const figure of figures) {
      this._troubled.add(figure);
      figure.say(this._strings.error);
    }
    this.announce(this._strings.error);
  }

  /** The reader goes on: what went wrong before is no news. */
  goOn() {
    this._troubled.clear();
  }
}

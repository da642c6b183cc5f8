// @ts-check
// One widget in the page: its recorded state, the place where it is painted, its status line and buttons.

import { changeInPlace } from './room.mjs';

/** @typedef {Record<string, string>} Strings */

/**
 * @param {string} text
 * @param {string} className
 * @param {() => void} onClick
 */
function button(text, className, onClick) {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = className;
  element.textContent = text;
  element.addEventListener('click', onClick);
  return element;
}

export class Figure {
  /**
   * @param {HTMLElement} element
   * @param {Strings} strings
   * @param {{onReset: (figure: Figure) => void, onRetry: (figure: Figure) => void, onTouch: () => void,
   *   onAct: (figure: Figure) => void}} actions
   */
  constructor(element, strings, actions) {
    this.element = element;
    this.id = element.dataset.liveWidget ?? '';
    this._record = element.querySelector('script[type="application/json"]')?.textContent ?? 'null';
    this._static = element.querySelector('.live-widget-static');
    this.view = document.createElement('div');
    this.view.className = 'live-widget-view';
    this._status = document.createElement('p');
    this._status.className = 'live-widget-status';
    this._retry = button(strings.retry, 'live-widget-retry', () => actions.onRetry(this));
    this._retry.hidden = true;
    this._reset = button(strings.reset, 'live-widget-reset', () => actions.onReset(this));
    this._reset.hidden = true;
    this._bar = document.createElement('div');
    this._bar.className = 'live-widget-bar';
    this._bar.append(this._status, this._retry, this._reset);
    for (const type of ['pointerdown', 'focusin', 'keydown']) {
      this.view.addEventListener(type, actions.onTouch, { passive: true });
    }
    this._onAct = actions.onAct;
    for (const type of ['click', 'pointerup', 'input', 'keydown']) {
      this.view.addEventListener(type, (event) => this._acted(event), { passive: true });
    }
  }

  /** A fresh copy of what was recorded: painting changes it. */
  get record() {
    return JSON.parse(this._record);
  }

  /** Whoever has touched a widget may want to start over; before that there is nothing to undo. @param {Event} event */
  _acted(event) {
    if (event instanceof KeyboardEvent && ['Tab', 'Shift'].includes(event.key)) return;
    if (this.element.dataset.reset !== 'no') this._reset.hidden = false;
    this._onAct(this);
  }

  /**
   * Paint the widget in place of the static layer.
   * @param {import('./manager.mjs').LiveManager} manager
   */
  async paint(manager) {
    const { root, state } = this.record;
    this._left = false;
    this.models = new Set(Object.keys(state));
    await manager.restore(state);
    await this.show(manager, root, this.models);
    this.element.dataset.state = 'painted';
  }

  /**
   * Show a root in place of what is there.
   * @param {import('./manager.mjs').LiveManager} manager
   * @param {string} root
   * @param {Set<string>} [needed] models without which there is nothing to show
   */
  async show(manager, root, needed) {
    // html-manager attaches only to elements that are in the document.
    const painted = document.createElement('div');
    painted.className = 'live-widget-unseen';
    if (!this.view.isConnected) this.element.append(this.view);
    this.view.append(painted);
    const before = this._shown;
    try {
      this._shown = await manager.show(root, painted, needed);
    } catch (error) {
      painted.remove();
      throw error;
    }
    changeInPlace(this.element, () => {
      before?.remove();
      this._swap(painted);
    });
  }

  /** @param {HTMLElement} painted */
  _swap(painted) {
    for (const other of [...this.view.children]) if (other !== painted) other.remove();
    painted.className = 'live-widget-painted';
    this._static?.remove();
    if (!this._bar.isConnected) this.element.append(this._bar);
  }

  /** Before the page is printed: who has done nothing yet gets the static layer, which asks for no hands. */
  toPaper() {
    if (!this._static || !this.view.querySelector('.live-untouched')) return;
    this.view.hidden = true;
    this.element.prepend(this._static);
  }

  /** After the page is printed. */
  toScreen() {
    if (!this.view.hidden) return;
    this.view.hidden = false;
    this._static?.remove();
  }

  /**
   * Whether an error about this comm or widget id belongs here.
   * @param {string} about
   * @param {HTMLElement[]} shown the elements in which that is shown
   */
  owns(about, shown) {
    return about === this.id || this.models?.has(about) || shown.some((one) => this.view.contains(one));
  }

  /** Leave the static layer as it is and say why; nothing else is said here from now on. @param {string} text */
  leave(text) {
    this.say(text);
    this._left = true;
  }

  /**
   * Say something under the widget, or nothing.
   * @param {string} text
   * @param {boolean} [retry] whether trying again makes sense
   */
  say(text, retry = false) {
    if (this._left) return;
    if (text && !this._bar.isConnected) this.element.append(this._bar);
    this._status.textContent = text;
    this._retry.hidden = !retry;
  }
}

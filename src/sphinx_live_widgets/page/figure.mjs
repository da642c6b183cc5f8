// @ts-check
// One widget in the page: its recorded state, the place where it is painted, its status line and buttons.

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
   * @param {{onReset: (figure: Figure) => void, onRetry: () => void, onTouch: () => void}} actions
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
    this._retry = button(strings.retry, 'live-widget-retry', actions.onRetry);
    this._retry.hidden = true;
    this._reset = button(strings.reset, 'live-widget-reset', () => actions.onReset(this));
    this._reset.hidden = true;
    this._bar = document.createElement('div');
    this._bar.className = 'live-widget-bar';
    this._bar.append(this._status, this._retry, this._reset);
    for (const type of ['pointerdown', 'focusin', 'keydown']) {
      this.view.addEventListener(type, actions.onTouch, { passive: true });
    }
    // Whoever has touched a widget may want to start over; before that there is nothing to undo.
    for (const type of ['click', 'input', 'keydown']) {
      this.view.addEventListener(type, () => this._offerReset(), { passive: true });
    }
  }

  /** A fresh copy of what was recorded: painting changes it. */
  get record() {
    return JSON.parse(this._record);
  }

  _offerReset() {
    if (this.element.dataset.reset !== 'no') this._reset.hidden = false;
  }

  /**
   * Paint the widget in place of the static layer.
   * @param {import('./manager.mjs').LiveManager} manager
   */
  async paint(manager) {
    const { root, state } = this.record;
    this.models = new Set(Object.keys(state));
    await manager.restore(state);
    const painted = document.createElement('div');
    await manager.show(root, this._attach(painted));
    this._swap(painted);
    this.element.dataset.state = 'painted';
  }

  /**
   * Show another root in the same place.
   * @param {import('./manager.mjs').LiveManager} manager
   * @param {string} root
   */
  async show(manager, root) {
    const painted = document.createElement('div');
    await manager.show(root, this._attach(painted));
    this._swap(painted);
  }

  /** @param {HTMLElement} painted */
  _attach(painted) {
    // html-manager attaches only to elements that are in the document.
    painted.className = 'live-widget-painted';
    if (!this.view.isConnected) this.element.append(this.view, this._bar);
    this.view.append(painted);
    return painted;
  }

  /** @param {HTMLElement} painted */
  _swap(painted) {
    for (const other of [...this.view.children]) if (other !== painted) other.remove();
    this._static?.remove();
    this._static = null;
  }

  /** Whether an error or message about this comm or widget id belongs here. @param {string} about */
  owns(about) {
    return about === this.id || (this.models?.has(about) ?? false);
  }

  /**
   * Say something under the widget, or nothing.
   * @param {string} text
   * @param {boolean} [retry] whether trying again makes sense
   */
  say(text, retry = false) {
    if (!this._bar.isConnected) this.element.append(this._bar);
    this._status.textContent = text;
    this._retry.hidden = !retry;
  }
}

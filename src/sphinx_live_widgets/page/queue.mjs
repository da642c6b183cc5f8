// @ts-check
// What the reader did and Python has not dealt with yet, in order. Python gets one post at a time, so that what is
// still here can be merged, dropped, and known to be newer than what Python says.

/**
 * @typedef {{type: string, about: string, text?: string, buffers?: ArrayBufferView[], id?: string, state?: any}} Post
 */

/**
 * An update without some of its traits. Traits that hold bytes stay: no reader changes those while Python writes them.
 * @param {Set<string>} names
 * @param {any} data
 */
export function without(names, data) {
  if (data.method !== 'update') return data;
  const binary = new Set((data.buffer_paths ?? []).map((/** @type {any[]} */ path) => path[0]));
  const kept = Object.entries(data.state).filter(([name]) => binary.has(name) || !names.has(name));
  return { ...data, state: Object.fromEntries(kept) };
}

export class Queue {
  constructor() {
    /** @type {Post[]} */
    this._waiting = [];
    /** What Python is dealing with. @type {(Post & {number: number}) | null} */
    this.sent = null;
    this._number = 0;
  }

  get size() {
    return this._waiting.length + (this.sent ? 1 : 0);
  }

  /**
   * Keep a message for a widget. Of changes of the same widget right after each other the last values are kept, as
   * html-manager does itself, but never past something that the reader did in between.
   * @param {import('./comm.mjs').Message} message
   * @param {ArrayBufferView[]} buffers
   */
  add(message, buffers) {
    const state = message.type === 'comm_msg' && message.data?.method === 'update' ? message.data.state : undefined;
    const last = this._waiting.at(-1);
    const merges = state && last?.state && last.about === message.comm_id && !buffers.length && !last.buffers?.length;
    const whole = merges ? { ...message, data: { ...message.data, state: { ...last.state, ...state } } } : message;
    if (merges) this._waiting.pop();
    // Text, because the sender may go on changing what it has sent.
    this.push({ type: 'deliver', about: message.comm_id, text: JSON.stringify(whole), buffers, state: state && whole.data.state });
  }

  /** @param {Post} post */
  push(post) {
    this._waiting.push(post);
  }

  /** The next post, unless Python is busy. */
  next() {
    const post = this.sent ? undefined : this._waiting.shift();
    if (post) this.sent = { ...post, number: ++this._number };
    return post && this.sent;
  }

  /** Python has dealt with a post. @param {number} number */
  done(number) {
    if (this.sent?.number === number) this.sent = null;
  }

  /**
   * The names of the traits of a widget which the reader has changed after the post that Python speaks of.
   * @param {string} id
   * @param {number} number of the post that Python was dealing with, 0 for none
   * @returns {Set<string>}
   */
  newer(id, number) {
    const later = this.sent && this.sent.number !== number ? [this.sent, ...this._waiting] : this._waiting;
    return new Set(later.flatMap((post) => (post.about === id && post.state ? Object.keys(post.state) : [])));
  }

  /** Forget what waits for some widgets. @param {Set<string>} ids */
  drop(ids) {
    this._waiting = this._waiting.filter((post) => !ids.has(post.about));
  }

  /** What was sent and not answered is lost with the worker. */
  lose() {
    this.sent = null;
  }
}

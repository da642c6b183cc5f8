// @ts-check

/**
 * What the head of the page says (pages.py).
 * @typedef {{base: string, service: string, files: Record<string, string>, strings: Record<string, string>,
 *   factories: import('./worker.mjs').Factory[], wakeLimit: number, answerLimit: number}} Config
 */

/**
 * The address of the worker, and what it is told first.
 * @param {Config} config
 */
export function startMessage({ base, files, factories }) {
  const url = (/** @type {string} */ name) => new URL(base + files[name], document.baseURI).href;
  const urls = { python: url('python'), wasm: url('wasm'), snapshot: url('snapshot'), stdlib: url('stdlib'), site: url('site') };
  return { worker: url('worker'), message: { type: 'start', urls, factories } };
}

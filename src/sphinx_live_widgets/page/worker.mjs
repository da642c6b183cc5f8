// @ts-check
// The Web Worker: fetches what Python needs, all at once, and passes messages. It is small, so that the fetching begins
// early; python.mjs, which comes with the rest, does the work.
import { fetched } from './fetching.mjs';

/**
 * @typedef {{python: string, wasm: string, snapshot: string, stdlib: string, site: string}} Urls
 * @typedef {Record<string, Promise<Uint8Array>>} Arriving what is being fetched, by the names of Urls
 * @typedef {{id: string, target: string, takes_id: boolean}} Factory
 * @typedef {{urls: Urls, plain: boolean, factories: Factory[]}} Start
 */

let progressed = 0;
/** Tell the page that something is still arriving, at most four times a second. */
function progress() {
  const now = performance.now();
  if (now - progressed < 250) return;
  progressed = now;
  postMessage({ type: 'progress' });
}

/** @type {((text: string, buffers: Uint8Array[]) => void) | undefined} */
let deliver;
/** @type {((id: string) => void) | undefined} */
let startOver;
/** The post that Python is dealing with: what it says meanwhile is about that. 0 when it speaks by itself. */
let current = 0;

/** What went wrong and where; a trace begins with the message in some browsers only. @param {any} error */
function described(error) {
  const [text, trace] = [String(error), String(error?.stack ?? '')];
  return trace.startsWith(text) ? trace : `${text}\n${trace}`;
}

/** @param {Start} start */
async function wake(start) {
  const { urls, plain } = start;
  /** @type {Arriving} */
  const arriving = {};
  for (const name of /** @type {(keyof Urls)[]} */ (plain ? ['wasm', 'stdlib', 'site'] : ['wasm', 'snapshot'])) {
    arriving[name] = fetched(urls[name], progress);
    arriving[name].catch(() => undefined); // told by who waits for it
  }
  /** @type {typeof import('./python.mjs')} */
  let library;
  try {
    library = await import(urls.python);
  } catch (error) {
    throw Object.assign(new Error(`${urls.python}: ${error}`), { reason: 'network' });
  }
  const python = await library.start(start, arriving, progress);
  const module = python.pyimport('live_page.wake');
  module.wake((/** @type {string} */ text, /** @type {Uint8Array[]} */ buffers) =>
    postMessage({ type: 'python', text, buffers, number: current }, { transfer: buffers.map((one) => one.buffer) }),
  );
  deliver = module.deliver;
  startOver = module.start_over;
}

// What Emscripten throws while starting may reach nobody else.
addEventListener('unhandledrejection', (event) => {
  if (!deliver) postMessage({ type: 'failed', reason: 'start', detail: described(event.reason) });
});

onmessage = async ({ data }) => {
  if (data.type === 'start') {
    try {
      await wake(data);
      postMessage({ type: 'awake' });
    } catch (error) {
      const { reason = 'start' } = /** @type {any} */ (error);
      postMessage({ type: 'failed', reason, detail: described(error) });
    }
    return;
  }
  current = data.number;
  try {
    if (data.type === 'deliver') deliver?.(data.text, data.buffers);
    else startOver?.(data.id);
    postMessage({ type: 'done', number: current });
  } catch (error) {
    // Python itself is broken: its own errors are told by what it calls.
    postMessage({ type: 'failed', reason: 'worker', detail: String(error) });
  }
  current = 0;
};

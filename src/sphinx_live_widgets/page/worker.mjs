// @ts-check
// The Web Worker: resumes Python from the snapshot, or starts it plainly, and passes messages.
import createPyodideModule from 'pyodide/pyodide.asm.mjs';
import { info } from 'pyodide/pyodide-lock.json';
import { loadPyodide } from 'pyodide/pyodide.mjs';
import { bytes, Failure, wasm } from './fetching.mjs';

/**
 * @typedef {{wasm: string, snapshot: string, stdlib: string, site: string}} Urls
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

const console_ = { stdout: (/** @type {string} */ line) => console.log(line), stderr: (/** @type {string} */ line) => console.warn(line) };

/**
 * Options that both ways of starting share: nothing is fetched that is not given here.
 * @param {(imports: WebAssembly.Imports) => Promise<WebAssembly.WebAssemblyInstantiatedSource>} liveInstance
 */
const options = (liveInstance) => ({
  ...console_,
  createPyodideModule,
  indexURL: './',
  packageBaseUrl: './',
  lockFileContents: { info, packages: {} },
  env: { PYTHONHASHSEED: '0', PYTHONOPTIMIZE: '2', HOME: '/home/live' },
  liveInstance,
});

/**
 * Add the initial memory of the module, which is still untouched, to the difference that the snapshot stores in its
 * place (see builder/initial.mjs).
 * @param {WebAssembly.Instance} instance
 * @param {Uint8Array} snapshot
 */
function complete(instance, snapshot) {
  const memory = Object.values(instance.exports).find((one) => one instanceof WebAssembly.Memory);
  if (!(memory instanceof WebAssembly.Memory)) throw new Failure('snapshot', 'the module has no memory');
  const [, start, , length] = new Uint32Array(snapshot.buffer, 0, 4);
  const initial = new Uint32Array(memory.buffer, 0, length / 4);
  const content = new Uint32Array(snapshot.buffer, start, length / 4);
  for (let index = 0; index < content.length; index++) content[index] ^= initial[index];
}

/** @param {Urls} urls */
async function resume(urls) {
  const compiled = wasm(urls.wasm, progress);
  const memory = bytes(urls.snapshot, progress);
  const [snapshot, module] = await Promise.all([memory, compiled]);
  /** @type {(error: unknown) => void} */
  let refuse = () => undefined;
  const broken = new Promise((_, reject) => (refuse = reject));
  /** @param {WebAssembly.Imports} imports */
  const instantiate = async (imports) => {
    try {
      const instance = await WebAssembly.instantiate(module, imports);
      complete(instance, snapshot);
      return { module, instance };
    } catch (error) {
      refuse(error); // Pyodide itself would wait for ever
      throw error;
    }
  };
  try {
    const resumed = loadPyodide({
      ...options(instantiate),
      _loadSnapshot: snapshot,
      stdLibURL: Promise.resolve(null),
      // Nothing in the snapshot needs the standard library's files; an import that comes later fetches them.
      fsInit: async (/** @type {any} */ fs) => fs.createLazyFile('/lib', 'python314.zip', urls.stdlib, true, false),
    });
    return await Promise.race([resumed, broken]);
  } catch (error) {
    if (/memory/i.test(String(error))) throw new Failure('memory', String(error));
    throw new Failure('snapshot', String(error));
  }
}

/** @param {Urls} urls @param {Factory[]} factories */
async function startPlainly(urls, factories) {
  const compiled = wasm(urls.wasm, progress);
  const library = fetch(urls.stdlib).then(async (response) => new Uint8Array(await response.arrayBuffer()));
  const site = fetch(urls.site).then(async (response) => new Uint8Array(await response.arrayBuffer()));
  const [module] = await Promise.all([compiled, library, site]);
  /** @param {WebAssembly.Imports} imports */
  const instantiate = async (imports) => ({ module, instance: await WebAssembly.instantiate(module, imports) });
  const python = await loadPyodide({ ...options(instantiate), stdLibURL: library });
  progress();
  python.unpackArchive(await site, 'zip', { extractDir: '/live' });
  python.runPython("import sys; sys.path.insert(0, '/live'); from live_page import boot; boot.prepare()");
  for (const { id, target, takes_id } of factories) {
    progress();
    python.pyimport('live_page.boot').make(id, target, takes_id);
  }
  return python;
}

/** @type {((text: string, buffers: Uint8Array[]) => void) | undefined} */
let deliver;
/** @type {((id: string) => void) | undefined} */
let startOver;

/** @param {Start} start */
async function wake({ urls, plain, factories }) {
  if (typeof WebAssembly !== 'object') throw new Failure('wasm', 'no WebAssembly');
  const python = plain ? await startPlainly(urls, factories) : await resume(urls);
  const module = python.pyimport('live_page.wake');
  module.wake((/** @type {string} */ text, /** @type {Uint8Array[]} */ buffers) =>
    postMessage({ type: 'python', text, buffers }, { transfer: buffers.map((one) => one.buffer) }),
  );
  deliver = module.deliver;
  startOver = module.start_over;
}

// What Emscripten throws while starting may reach nobody else.
addEventListener('unhandledrejection', (event) => {
  if (!deliver) postMessage({ type: 'failed', reason: 'start', detail: String(event.reason?.stack ?? event.reason) });
});

onmessage = async ({ data }) => {
  if (data.type === 'start') {
    try {
      await wake(data);
      postMessage({ type: 'awake' });
    } catch (error) {
      const reason = error instanceof Failure ? error.reason : 'start';
      postMessage({ type: 'failed', reason, detail: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  } else if (data.type === 'deliver') {
    deliver?.(data.text, data.buffers);
    postMessage({ type: 'done', number: data.number });
  } else if (data.type === 'start-over') {
    startOver?.(data.id);
    postMessage({ type: 'done', number: data.number });
  }
};

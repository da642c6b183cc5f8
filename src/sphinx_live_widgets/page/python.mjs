// @ts-check
// Starting Python in the worker: resumed from the snapshot, or plainly.
import createPyodideModule from 'pyodide/pyodide.asm.mjs';
import { info } from 'pyodide/pyodide-lock.json';
import { liveInitial, loadPyodide } from 'pyodide/pyodide.mjs';
import { Failure } from './fetching.mjs';
import { restore } from './memory.mjs';
import { allowed, compiled, unpacked } from './unpacking.mjs';

/**
 * @typedef {import('./worker.mjs').Urls} Urls
 * @typedef {import('./worker.mjs').Factory} Factory
 * @typedef {import('./worker.mjs').Arriving} Arriving
 */

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
  env: { PYTHONHASHSEED: '0', PYTHONOPTIMIZE: '2', PYTHONNODEBUGRANGES: '1', HOME: '/home/live' },
  liveInstance,
});

/** @param {WebAssembly.Instance} instance */
function freshMemory(instance) {
  const memory = Object.values(instance.exports).find((one) => one instanceof WebAssembly.Memory);
  if (!(memory instanceof WebAssembly.Memory)) throw new Failure('snapshot', 'the module has no memory');
  return new Uint8Array(memory.buffer, 0, liveInitial).slice();
}

/** @param {Urls} urls @param {Arriving} arriving */
async function resume(urls, arriving) {
  const module = compiled(arriving.wasm, urls.wasm);
  const memory = unpacked(arriving.snapshot, urls.snapshot);
  /** @type {Uint8Array} */
  let fresh;
  /** @type {(error: unknown) => void} */
  let refuse = () => undefined;
  const broken = new Promise((_, reject) => (refuse = reject));
  for (const one of [module, memory]) one.catch(refuse); // at once, whatever waits for it now
  /** @param {WebAssembly.Imports} imports */
  const instantiate = async (imports) => {
    try {
      const instance = await WebAssembly.instantiate(await module, imports);
      fresh = freshMemory(instance);
      return { module: await module, instance };
    } catch (error) {
      refuse(error); // Pyodide itself would wait for ever
      throw error;
    }
  };
  try {
    const resumed = loadPyodide({
      ...options(instantiate),
      liveRestore: async (/** @type {any} */ emscripten) => restore(emscripten, fresh, await memory),
      stdLibURL: Promise.resolve(null),
      // Nothing in the snapshot needs the standard library's files; an import that comes later fetches them.
      fsInit: async (/** @type {any} */ fs) => fs.createLazyFile('/lib', 'python314.zip', urls.stdlib, true, false),
    });
    return await Promise.race([resumed, broken]);
  } catch (error) {
    // Not `instanceof`: what the worker itself met is of its own copy of that class.
    if (/** @type {any} */ (error)?.reason) throw error;
    throw new Failure(/memory/i.test(String(error)) ? 'memory' : 'snapshot', String(error));
  }
}

/** @param {Urls} urls @param {Arriving} arriving @param {Factory[]} factories @param {() => void} progress */
async function startPlainly(urls, arriving, factories, progress) {
  const { stdlib: library, site } = arriving;
  const [module] = await Promise.all([compiled(arriving.wasm, urls.wasm), library, site]);
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

/**
 * Start Python.
 * @param {import('./worker.mjs').Start} start
 * @param {Arriving} arriving
 * @param {() => void} progress
 */
export async function start({ urls, plain, factories }, arriving, progress) {
  await allowed();
  return plain ? startPlainly(urls, arriving, factories, progress) : resume(urls, arriving);
}

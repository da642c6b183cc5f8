// @ts-check
// Make the widgets in Pyodide and save the interpreter's memory. Usage: node snapshot.mjs <plan.json>
// Every line on stdout is one JSON event: {event: 'make' | 'made' | 'failed' | 'save' | 'done', ...}.
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { compress } from './compress.mjs';
import { packMemory } from './memory.mjs';
import { initialMemory } from './wasm.mjs';
import { zeroFree } from './zeroing.mjs';

/**
 * @typedef {{id: string, target: string, takes_id: boolean}} Factory
 * @typedef {{runtime: string, site: string, output: string, keep: string[], factories: Factory[]}} Plan
 */

/** @type {Plan} */
const plan = JSON.parse(await readFile(process.argv[2], 'utf8'));
const home = plan.runtime;
const { loadPyodide } = await import(pathToFileURL(path.join(home, 'pyodide.mjs')).href);

/** @param {string} event @param {object} [more] */
const say = (event, more = {}) => process.stdout.write(`${JSON.stringify({ event, ...more })}\n`);

/** @param {unknown} error @param {string} [id] */
function fail(error, id) {
  const text = error instanceof Error ? error.message : String(error);
  say('failed', { id, reason: text.trim().split('\n').at(-1), detail: text });
  process.exit(1);
}

const python = await loadPyodide({
  _makeSnapshot: true,
  indexURL: home,
  // The page sets the same; what is left out here (docstrings, assert statements, columns in tracebacks) makes the
  // snapshot a seventh smaller.
  env: { PYTHONHASHSEED: '0', PYTHONOPTIMIZE: '2', PYTHONNODEBUGRANGES: '1', HOME: '/home/live' },
  stdout: (/** @type {string} */ line) => process.stderr.write(`${line}\n`),
  stderr: (/** @type {string} */ line) => process.stderr.write(`${line}\n`),
});

/** A file of Python's file system, or all files below a folder. @param {string} place @returns {[string, Uint8Array][]} */
function filesOf(place) {
  if (!python.FS.isDir(python.FS.stat(place).mode)) return [[place, python.FS.readFile(place)]];
  const names = python.FS.readdir(place).filter((/** @type {string} */ name) => !['.', '..', '__pycache__'].includes(name));
  return names.sort().flatMap((/** @type {string} */ name) => filesOf(`${place}/${name}`));
}

let current;
try {
  python.unpackArchive(new Uint8Array(await readFile(plan.site)), 'zip', { extractDir: '/live' });
  python.runPython("import sys; sys.path.insert(0, '/live'); sys.dont_write_bytecode = True");
  python.runPython('from live_page import boot; boot.prepare()');
  for (const factory of plan.factories) {
    current = factory.id;
    say('make', { id: current });
    python.globals.set('_plan', JSON.stringify(factory));
    python.runPython('import json; _plan = json.loads(_plan); boot.make(_plan["id"], _plan["target"], _plan["takes_id"])');
    // What a snapshot cannot hold is found here, while it is known which widget brought it.
    python.runPython('import gc; gc.collect()');
    try {
      python._api.serializeHiwireState();
    } catch {
      throw new Error('it keeps a reference to a JavaScript object, which a memory snapshot cannot hold');
    }
  }
  current = undefined;
  /** @type {Record<string, object>} */
  const record = {};
  for (const { id } of plan.factories) {
    current = id;
    python.globals.set('_id', id);
    record[id] = JSON.parse(python.runPython('boot.describe(_id)'));
    say('made', { id });
  }
  current = undefined;
  say('save');
  await writeFile(path.join(plan.output, 'record.json'), JSON.stringify(record));
  await writeFile(path.join(plan.output, 'fronts.json'), python.runPython('boot.front_ends()'));
  python.runPython('boot.settle(); del _plan, _id');
  zeroFree(python._module);
  const initial = initialMemory(new Uint8Array(await readFile(path.join(home, 'pyodide.asm.wasm'))));
  const heap = python._module.HEAPU8.slice();
  const stored = packMemory(heap, initial, new Map(plan.keep.flatMap(filesOf)), python._api.serializeHiwireState());
  await writeFile(path.join(plan.output, 'snapshot.bin.zst'), compress(stored));
  const require = createRequire(path.join(home, 'package.json'));
  say('done', { bytes: stored.length, pyodide: require('./package.json').version });
  process.exit(0);
} catch (error) {
  fail(error, current);
}

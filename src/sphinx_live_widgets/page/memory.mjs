// @ts-check
// Put the memory and the files of an interpreter back (builder/memory.mjs tells how it is stored).
import { Failure } from './fetching.mjs';

/** @param {Uint8Array} stored */
function unpack(stored) {
  try {
    const size = new DataView(stored.buffer, stored.byteOffset, 4).getUint32(0, true);
    /** @type {import('../builder/memory.mjs').Header} */
    const header = JSON.parse(new TextDecoder().decode(stored.subarray(4, 4 + size)));
    return { header, content: stored.subarray(4 + size) };
  } catch (error) {
    throw new Failure('snapshot', String(error));
  }
}

/**
 * Bring the heap of a started module into the state that was stored.
 * @param {any} module the Emscripten module, initialised and not yet running Python
 * @param {Uint8Array} initial its memory as it was before it was initialised, up to the end of its data
 * @param {Uint8Array} stored
 * @returns {unknown} what Pyodide itself kept
 */
export function restore(module, initial, stored) {
  const { header, content } = unpack(stored);
  if (!module.API.liveGrow(header.length)) throw new Failure('memory', `no room for ${header.length} bytes`);
  /** @type {Uint8Array} */
  const heap = module.HEAPU8;
  let taken = 0;
  let end = 0;
  const take = (/** @type {number} */ size) => {
    const part = content.subarray(taken, (taken += size));
    if (part.length !== size) throw new Failure('snapshot', 'the snapshot is shorter than it says');
    return part;
  };
  for (const [start, size] of [...header.runs, /** @type {[number, number]} */ ([header.length, 0])]) {
    // Between the stored runs the heap is as the module made it; initialising it may have written there.
    heap.fill(0, end, start);
    heap.set(take(size), start);
    end = start + size;
  }
  const words = new Uint32Array(heap.buffer, 0, initial.length / 4);
  const before = new Uint32Array(initial.buffer, initial.byteOffset, initial.length / 4);
  for (let index = 0; index < words.length; index++) words[index] ^= before[index];
  for (const [name, size] of header.files) {
    module.FS.mkdirTree(name.slice(0, name.lastIndexOf('/')));
    module.FS.writeFile(name, take(size));
  }
  return header.config;
}

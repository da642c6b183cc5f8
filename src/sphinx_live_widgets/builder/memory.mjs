// @ts-check
// How a memory snapshot is stored (page/memory.mjs is the reverse): only the pages of the heap that are not as the
// WebAssembly module itself makes them. Up to the end of the module's initial memory a page is stored as its difference
// (xor) from that memory, which the page has anyway; beyond it, as it is. The file system is not in the heap: the files
// that Python may still read or import follow the memory.

const PAGE = 4096;

/**
 * @typedef {{length: number, runs: [number, number][], files: [string, number][], config: unknown}} Header
 * length: size of the heap; runs: start and size of every stored run of pages; files: path and size of every file;
 * config: what Pyodide itself keeps
 */

/** @param {Uint8Array} page */
const isEmpty = (page) => page.every((byte) => byte === 0);

/**
 * Pack the heap of an interpreter.
 * @param {Uint8Array} heap a copy: it is changed
 * @param {Uint8Array} initial the initial memory of the module
 * @param {Map<string, Uint8Array>} files by absolute path
 * @param {unknown} config
 * @returns {Uint8Array} the length of the header in four bytes, the header as JSON, the runs, the files
 */
export function packMemory(heap, initial, files, config) {
  for (let index = 0; index < initial.length; index++) heap[index] ^= initial[index];
  /** @type {[number, number][]} */
  const runs = [];
  for (let start = 0; start < heap.length; start += PAGE) {
    const size = Math.min(PAGE, heap.length - start);
    if (isEmpty(heap.subarray(start, start + size))) continue;
    const last = runs.at(-1);
    if (last && last[0] + last[1] === start) last[1] += size;
    else runs.push([start, size]);
  }
  const sizes = [...files].map(([name, content]) => [name, content.length]);
  const header = Buffer.from(JSON.stringify({ length: heap.length, runs, files: sizes, config }));
  const padded = Buffer.concat([header, Buffer.alloc((4 - (header.length % 4)) % 4, ' ')]);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(padded.length);
  return Buffer.concat([length, padded, ...runs.map(([start, size]) => heap.subarray(start, start + size)), ...files.values()]);
}

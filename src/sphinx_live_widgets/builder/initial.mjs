// @ts-check
// The initial memory of a WebAssembly module. A snapshot holds most of it unchanged, and the page has it already: what is
// stored is the difference (xor), which is mostly zeros and saves about 1.4 MB of gzip. See page/worker.mjs for the reverse.

const DATA = 11;
const I32_CONST = 0x41;
const END = 0x0b;

/**
 * Return the initial memory that the data segments of a module describe.
 * @param {Uint8Array} module
 */
export function initialMemory(module) {
  let place = 8;
  const number = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = module[place++];
      value += (byte & 0x7f) * 2 ** shift;
      if (!(byte & 0x80)) return value;
    }
  };
  /** @param {number} expected */
  const expect = (expected) => {
    if (module[place++] !== expected) throw new Error('the module has a kind of data segment that is not understood');
  };
  /** @type {[number, Uint8Array][]} */
  const segments = [];
  while (place < module.length) {
    const section = module[place++];
    const length = number();
    const end = place + length;
    if (section === DATA) {
      for (let count = number(); count > 0; count--) {
        expect(0);
        expect(I32_CONST);
        const offset = number();
        expect(END);
        const size = number();
        segments.push([offset, module.subarray(place, place + size)]);
        place += size;
      }
    }
    place = end;
  }
  const image = new Uint8Array(Math.ceil(Math.max(...segments.map(([offset, data]) => offset + data.length)) / 4) * 4);
  for (const [offset, data] of segments) image.set(data, offset);
  return image;
}

/**
 * Replace the first part of the memory in a snapshot by its difference from the initial memory, in place.
 * The fourth word of the header, which Pyodide leaves empty, says how long that part is.
 * @param {Uint8Array} snapshot
 * @param {Uint8Array} image
 */
export function subtract(snapshot, image) {
  const header = new Uint32Array(snapshot.buffer, snapshot.byteOffset, 4);
  if (header[3] !== 0) throw new Error('the header of the snapshot is not what it was; is the Pyodide version pinned?');
  const content = snapshot.subarray(header[1]);
  for (let index = 0; index < image.length; index++) content[index] ^= image[index];
  header[3] = image.length;
}

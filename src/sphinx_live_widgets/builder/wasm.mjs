// @ts-check
// The parts of a WebAssembly module that the build looks at or changes: its export section and its initial memory.

const EXPORT = 7;
const DATA = 11;
const I32_CONST = 0x41;
const END = 0x0b;

/** A place in a module from which numbers and names are read. */
class Reader {
  /** @param {Uint8Array} bytes @param {number} place */
  constructor(bytes, place) {
    this.bytes = bytes;
    this.place = place;
  }

  byte() {
    return this.bytes[this.place++];
  }

  /** An unsigned number in LEB128. */
  number() {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      value += (byte & 0x7f) * 2 ** shift;
      if (!(byte & 0x80)) return value;
    }
  }

  /** @param {number} size */
  take(size) {
    this.place += size;
    return this.bytes.subarray(this.place - size, this.place);
  }

  /** @param {number} expected */
  expect(expected) {
    if (this.byte() !== expected) throw new Error('the module has a kind of data segment that is not understood');
  }
}

/** @param {number} value @returns {number[]} */
const leb = (value) => (value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...leb(Math.floor(value / 0x80))]);

/**
 * The sections of a module: number, content, and the whole with its header.
 * @param {Uint8Array} module
 */
function* sections(module) {
  const reader = new Reader(module, 8);
  while (reader.place < module.length) {
    const start = reader.place;
    const kind = reader.byte();
    const content = reader.take(reader.number());
    yield { kind, content, whole: module.subarray(start, reader.place) };
  }
}

/**
 * Return the initial memory that the data segments of a module describe.
 * @param {Uint8Array} module
 */
export function initialMemory(module) {
  /** @type {[number, Uint8Array][]} */
  const segments = [];
  for (const { kind, content } of sections(module)) {
    if (kind !== DATA) continue;
    const reader = new Reader(content, 0);
    for (let count = reader.number(); count > 0; count--) {
      reader.expect(0);
      reader.expect(I32_CONST);
      const offset = reader.number();
      reader.expect(END);
      segments.push([offset, reader.take(reader.number())]);
    }
  }
  const image = new Uint8Array(Math.ceil(Math.max(...segments.map(([offset, data]) => offset + data.length)) / 4) * 4);
  for (const [offset, data] of segments) image.set(data, offset);
  return image;
}

/**
 * Return a module that exports only what is named, and the names it exports.
 * @param {Uint8Array} module
 * @param {Set<string>} wanted
 */
export function keepExports(module, wanted) {
  const parts = [module.subarray(0, 8)];
  /** @type {string[]} */
  const kept = [];
  for (const { kind, content, whole } of sections(module)) {
    if (kind !== EXPORT) {
      parts.push(whole);
      continue;
    }
    const reader = new Reader(content, 0);
    const entries = [];
    for (let count = reader.number(); count > 0; count--) {
      const start = reader.place;
      const name = new TextDecoder().decode(reader.take(reader.number()));
      reader.byte();
      reader.number();
      if (!wanted.has(name)) continue;
      kept.push(name);
      entries.push(content.subarray(start, reader.place));
    }
    const body = Buffer.concat([Uint8Array.from(leb(entries.length)), ...entries]);
    parts.push(Uint8Array.from([EXPORT, ...leb(body.length)]), body);
  }
  return { module: new Uint8Array(Buffer.concat(parts)), kept };
}

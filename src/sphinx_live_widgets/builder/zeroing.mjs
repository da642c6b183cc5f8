// @ts-check
// Memory that was used and freed still holds what was in it. Zeros compress better.

/**
 * Fill the free parts of the C heap with zeros, without letting the heap grow.
 * @param {any} module the Emscripten module
 */
export function zeroFree(module) {
  const grow = WebAssembly.Memory.prototype.grow;
  WebAssembly.Memory.prototype.grow = () => {
    throw new RangeError('the heap may not grow now');
  };
  try {
    const taken = [];
    for (let size = 1 << 22; size >= 16; size >>= 1) {
      for (let place = module._malloc(size); place; place = module._malloc(size)) {
        module.HEAPU8.fill(0, place, place + size);
        taken.push(place);
      }
    }
    for (const place of taken) module._free(place);
  } finally {
    WebAssembly.Memory.prototype.grow = grow;
  }
}

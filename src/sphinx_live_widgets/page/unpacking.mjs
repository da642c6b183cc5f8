// @ts-check
// From what was fetched to what runs, whether or not the server unpacked it on the way.
import { ZSTDDecoder } from 'zstddec';
import { Failure } from './fetching.mjs';

const decoder = new ZSTDDecoder();
const MAGIC = 0xfd2fb528;

/**
 * The size that a Zstandard frame of the build says its content has, or nothing for any other content.
 * @param {Uint8Array} content
 */
function sizeInFrame(content) {
  const view = new DataView(content.buffer, content.byteOffset);
  if (content.length < 16 || view.getUint32(0, true) !== MAGIC) return undefined;
  const descriptor = view.getUint8(4);
  return descriptor >> 6 === 2 ? view.getUint32(descriptor & 0x20 ? 5 : 6, true) : 0;
}

/**
 * Unpack a file that is stored compressed.
 * @param {Promise<Uint8Array>} arriving
 * @param {string} url
 */
export async function unpacked(arriving, url) {
  const [content] = await Promise.all([arriving, decoder.init()]);
  const size = sizeInFrame(content);
  // Some servers unpack by themselves.
  if (size === undefined) return content;
  const result = decoder.decode(content, size);
  if (result.length !== size) throw new Failure('snapshot', `${url} is damaged`);
  return result;
}

/**
 * Compile the WebAssembly. It is compiled from bytes, so no MIME type of a server matters.
 * @param {Promise<Uint8Array>} arriving
 * @param {string} url
 */
export async function compiled(arriving, url) {
  const content = await unpacked(arriving, url);
  try {
    return await WebAssembly.compile(content);
  } catch (error) {
    throw new Failure(/memory|allocat/i.test(String(error)) ? 'memory' : 'network', `${url}: ${error}`);
  }
}

/** Find out whether this page may run WebAssembly at all: a policy forbids it for the smallest module too. */
export async function allowed() {
  if (typeof WebAssembly !== 'object') throw new Failure('wasm', 'no WebAssembly in this browser');
  try {
    await WebAssembly.compile(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
  } catch (error) {
    throw new Failure('blocked', String(error));
  }
}

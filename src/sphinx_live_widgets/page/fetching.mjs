// @ts-check
// Fetching the large files: with progress, with a check on what arrived, whether or not the server decoded the gzip.

/** A failure with a reason that the page has words for. */
export class Failure extends Error {
  /** @param {string} reason @param {string} detail */
  constructor(reason, detail) {
    super(detail);
    this.reason = reason;
  }
}

/**
 * Fetch a file that is stored as gzip and return its decompressed content as a stream.
 * @param {string} url
 * @param {() => void} progress called whenever bytes arrive
 * @returns {Promise<ReadableStream<Uint8Array>>}
 */
export async function gunzipped(url, progress) {
  let response;
  try {
    response = await fetch(url);
  } catch (error) {
    throw new Failure('network', `${url}: ${error}`);
  }
  if (!response.ok || !response.body) throw new Failure('network', `${url}: status ${response.status}`);
  const reader = response.body.getReader();
  const first = await reader.read();
  const start = first.value ?? new Uint8Array();
  progress();
  const stream = new ReadableStream({
    start: (controller) => (first.done ? controller.close() : controller.enqueue(start)),
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        progress();
        if (done) controller.close();
        else controller.enqueue(value);
      } catch (error) {
        controller.error(new Failure('network', `${url}: ${error}`));
      }
    },
    cancel: (reason) => reader.cancel(reason),
  });
  // Some servers decode a `.gz` by themselves; the first bytes tell.
  const packed = start[0] === 0x1f && start[1] === 0x8b;
  return packed ? stream.pipeThrough(new DecompressionStream('gzip')) : stream;
}

/**
 * Fetch a gzip file into memory.
 * @param {string} url
 * @param {() => void} progress
 */
export async function bytes(url, progress) {
  try {
    return new Uint8Array(await new Response(await gunzipped(url, progress)).arrayBuffer());
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure('network', `${url}: ${error}`);
  }
}

/**
 * Fetch and compile the WebAssembly. The response is made here, so no MIME type of a server matters.
 * @param {string} url
 * @param {() => void} progress
 */
export async function wasm(url, progress) {
  const stream = await gunzipped(url, progress);
  const response = new Response(stream, { headers: { 'Content-Type': 'application/wasm' } });
  try {
    return await WebAssembly.compileStreaming(response);
  } catch (error) {
    if (error instanceof Failure) throw error;
    const text = String(error);
    if (/content security policy|unsafe-eval|disallowed|blocked by csp/i.test(text)) throw new Failure('blocked', text);
    if (/memory|allocat/i.test(text)) throw new Failure('memory', text);
    throw new Failure('network', `${url}: ${text}`);
  }
}

// @ts-check
// Fetching the large files, with progress.

/** A failure with a reason that the page has words for. */
export class Failure extends Error {
  /** @param {string} reason @param {string} detail */
  constructor(reason, detail) {
    super(detail);
    this.reason = reason;
  }
}

/**
 * Fetch a file.
 * @param {string} url
 * @param {() => void} progress called whenever bytes arrive
 * @returns {Promise<Uint8Array>}
 */
export async function fetched(url, progress) {
  try {
    const response = await fetch(url);
    if (!response.ok || !response.body) throw new Error(`status ${response.status}`);
    const pieces = [];
    const reader = response.body.getReader();
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      progress();
      pieces.push(piece.value);
    }
    return new Uint8Array(await new Blob(pieces).arrayBuffer());
  } catch (error) {
    throw new Failure('network', `${url}: ${error}`);
  }
}

// @ts-check
// Runs while the page is still being read: has the browser load the worker's script before the page script needs it.
// A worker that is asked for while widgets are being painted has to wait for the painting.
import { savesData } from './thrift.mjs';

const config = document.getElementById('live-widgets-config')?.textContent;
if (config && !savesData()) {
  const { base, files } = JSON.parse(config);
  try {
    const worker = new Worker(new URL(base + files.worker, document.baseURI), { type: 'module' });
    const early = { worker, failed: false };
    worker.onerror = () => (early.failed = true);
    Object.assign(globalThis, { liveWidgetsEarly: early });
  } catch {
    // The page script tries again, and tells the reader if that fails as well.
  }
}

// @ts-check
// Runs while the page is still being read: starts the worker, which fetches and resumes Python while the page paints.
// A worker that is asked for while widgets are being painted has to wait for the painting. On a slow connection the text
// and the widgets go first; the page script then asks for Python.
import { isSlow, savesData } from './thrift.mjs';
import { startMessage } from './start.mjs';

const config = document.getElementById('live-widgets-config')?.textContent;
if (config && !savesData() && !isSlow(import.meta.url) && !Reflect.get(globalThis, 'liveWidgetsPlain')) {
  const start = startMessage(JSON.parse(config));
  try {
    const worker = new Worker(start.worker, { type: 'module' });
    /** @type {import('./line.mjs').Early} */
    const early = { worker, failed: false, heard: [] };
    worker.onerror = () => (early.failed = true);
    worker.onmessage = ({ data }) => early.heard.push(data);
    worker.postMessage({ ...start.message, plain: false });
    Object.assign(globalThis, { liveWidgetsEarly: early });
  } catch {
    // The page script tries again, and tells the reader if that fails as well.
  }
}

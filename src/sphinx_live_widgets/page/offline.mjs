// @ts-check
import { savesData } from './thrift.mjs';

/** Resolves when everything the page itself asked for has arrived and the browser has nothing to do. */
async function idle() {
  if (document.readyState !== 'complete') await new Promise((resolve) => addEventListener('load', resolve, { once: true }));
  const wait = globalThis.requestIdleCallback ?? ((/** @type {() => void} */ run) => setTimeout(run, 500));
  await new Promise((resolve) => wait(() => resolve(undefined)));
}

/** @param {unknown} reason */
const tell = (reason) => console.info('live widgets: this version of the book will not be kept for offline use.', reason);

/**
 * Keep the book for reading without a network; in the background, after everything else, and never at a reader's cost.
 * @param {string} address of the service worker
 */
export async function keepOffline(address) {
  if (!('serviceWorker' in navigator) || savesData()) return;
  await idle();
  try {
    const url = new URL(address, document.baseURI);
    const known = await navigator.serviceWorker.getRegistration(url);
    // To register again would wait for a new version that is being installed, which waits for this page.
    const isOurs = known?.scope === new URL('./', url).href;
    const registration = isOurs ? known : await navigator.serviceWorker.register(url);
    // A new version of the book holds back until a page is idle; the browser may have found it already.
    const begin = () => {
      const { installing } = registration;
      installing?.postMessage('live-widgets-keep');
      installing?.addEventListener('statechange', () => installing.state === 'redundant' && tell('The service worker says why.'));
    };
    registration.addEventListener('updatefound', begin);
    begin();
  } catch (error) {
    tell(error);
  }
}

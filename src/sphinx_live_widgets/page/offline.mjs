// @ts-check
import { savesData } from './thrift.mjs';

/**
 * Keep the book for reading without a network; in the background, after everything else, and never at a reader's cost.
 * @param {string} address of the service worker
 */
export async function keepOffline(address) {
  if (!('serviceWorker' in navigator) || savesData()) return;
  try {
    await navigator.serviceWorker.register(new URL(address, document.baseURI));
  } catch (error) {
    console.info('live widgets: this book will not be kept for offline use.', error);
  }
}

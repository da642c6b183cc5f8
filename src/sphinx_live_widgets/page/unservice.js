// @ts-check
/// <reference lib="webworker" />
// In place of the service worker when a book is not kept for offline use. A browser that has one from an earlier
// build fetches this file as its update; a missing file would leave the old one in charge.
const PREFIX = `live-widgets:${self.registration.scope}:`;

async function leave() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(PREFIX)).map((name) => caches.delete(name)));
  await self.registration.unregister();
}

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(leave()));

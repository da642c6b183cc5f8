// @ts-check
/// <reference lib="webworker" />
// The service worker: after one visit the book can be read, and its widgets used, without a network.
// The build puts `VERSION` (a hash of every file) and `FILES` (their addresses) before this text.
// What carries a hash in its address is taken from the cache first; everything else from the network first, so that a
// reader with a network never sees an old page, and a reader without one sees files of one version only.

/* global VERSION, FILES */
const PREFIX = 'live-widgets:' + self.registration.scope + ':';
const CACHE = PREFIX + VERSION;
const scope = new URL(self.registration.scope);

/** @param {URL} url */
const isHashed = (url) => url.pathname.includes('/_live/') || url.searchParams.has('v');

async function install() {
  const cache = await caches.open(CACHE);
  for (const file of FILES) {
    const url = new URL(file, scope);
    // A file with a hash in its name is the same in every version: it need not be fetched twice.
    const known = isHashed(url) ? await caches.match(url.href) : undefined;
    const response = known ?? (await fetch(url.href, { cache: isHashed(url) ? 'default' : 'no-cache' }));
    if (!response.ok) throw new Error(`${file}: status ${response.status}`);
    await cache.put(url.href, response);
  }
}

async function removeOld() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(PREFIX) && name !== CACHE).map((name) => caches.delete(name)));
  await self.clients.claim();
}

/** @param {Request} request */
async function answer(request) {
  const cache = await caches.open(CACHE);
  const url = new URL(request.url);
  // The checksum that Sphinx adds to an address is not part of the file's name; the version of the cache stands for it.
  const find = () => cache.match(request, { ignoreSearch: request.mode === 'navigate' || url.searchParams.has('v') });
  if (url.pathname.includes('/_live/')) return (await find()) ?? fetch(request);
  try {
    return await fetch(request);
  } catch (error) {
    const index = request.mode === 'navigate' && url.pathname.endsWith('/') ? await cache.match(url.href + 'index.html') : undefined;
    const found = index ?? (await find());
    if (!found) throw error;
    return found;
  }
}

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(removeOld()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const mine = request.url.startsWith(scope.href) && request.method === 'GET' && !request.headers.has('range');
  if (mine) event.respondWith(answer(request));
});

// @ts-check
/// <reference lib="webworker" />
// The service worker: after one visit the book can be read, and its widgets used, without a network.
// The build puts before this text: `VERSION`, a hash of every file; `FILES`, their addresses with the hash of each;
// `SIZE`, the bytes of all together.
//
// One rule keeps versions apart. A document that came from the network gets its other files from the network; a
// document that came from a cache gets them from that same cache. Only what has its hash in its name may come from
// anywhere, for it is the same everywhere.

/* global VERSION, FILES, SIZE */
const PREFIX = `live-widgets:${self.registration.scope}:`;
const CACHE = PREFIX + VERSION;
const scope = new URL(self.registration.scope);
/** @param {URL} url whether its name holds the hash of its content */
const isHashed = ({ pathname }) => pathname.startsWith(`${scope.pathname}_live/`) && /-[0-9a-f]{16}\.[^/]+$/.test(pathname);
/** The checksum that Sphinx adds to an address is not part of the name; the version of a cache stands for it. */
const ANY = { ignoreSearch: true, ignoreVary: true };

// ---- Where documents came from ----------------------------------------------------------------------------------
// Kept in a cache of its own, because the browser stops an idle service worker while its pages stay open. Documents
// from the network are not in it; those that were closed are taken out when another is put in.

const DOCUMENTS = `${PREFIX}documents`;
/** Client id to the name of the cache that its document came from, or nothing for the network. @type {Map<string, Promise<string>>} */
const origins = new Map();

/** @param {string} id */
const entry = (id) => new URL(`?live-widgets-document=${id}`, scope).href;

/** @param {string} id */
function originOf(id) {
  const recall = async () => (await (await caches.open(DOCUMENTS)).match(entry(id)))?.text() ?? '';
  if (!origins.has(id)) origins.set(id, recall().catch(() => ''));
  return /** @type {Promise<string>} */ (origins.get(id));
}

/** @param {string} id @param {string} cache */
async function cameFrom(id, cache) {
  origins.set(id, Promise.resolve(cache));
  const kept = await caches.open(DOCUMENTS);
  await kept.put(entry(id), new Response(cache));
  const open = new Set((await self.clients.matchAll({ includeUncontrolled: true, type: 'all' })).map((client) => client.id));
  const ids = (await kept.keys()).map((request) => new URL(request.url).searchParams.get('live-widgets-document') ?? '');
  await Promise.all(ids.filter((one) => !open.has(one) && !origins.has(one)).map((one) => kept.delete(entry(one))));
}

// ---- Answering ------------------------------------------------------------------------------------------------------

/** @param {string} cacheName @param {URL} url */
async function stored(cacheName, { pathname }) {
  for (const name of [pathname, pathname.endsWith('/') ? `${pathname}index.html` : `${pathname}.html`]) {
    const found = await caches.match(new URL(name, scope), { ...ANY, cacheName });
    if (found) return found;
  }
  return undefined;
}

/** A file with a hash in its name, from any version of this book. @param {URL} url */
async function storedAnywhere(url) {
  for (const cacheName of await caches.keys()) {
    const found = cacheName.startsWith(PREFIX) && (await caches.match(url, { ...ANY, cacheName }));
    if (found) return found;
  }
  return undefined;
}

/** What the book says of an address that is not in it; without a page for that, the browser's own words. @param {unknown} error */
async function lost(error) {
  const page = await stored(CACHE, new URL('404.html', scope));
  if (!page) throw error;
  return new Response(page.body, { status: 404, headers: page.headers });
}

/** @param {FetchEvent} event @param {URL} url */
async function document_(event, url) {
  try {
    // Asked of the server, not of the browser's own cache: what that still holds of a page says nothing of its files.
    const headers = { Accept: event.request.headers.get('Accept') ?? '*/*' };
    return await fetch(url, { headers, cache: 'no-cache', redirect: 'manual', credentials: 'same-origin' });
  } catch (error) {
    const found = await stored(CACHE, url);
    if (!found) return lost(error);
    await cameFrom(event.resultingClientId, CACHE).catch(() => undefined); // no room: remembered until this stops
    return found;
  }
}

/**
 * Whether the browser's own cache may hold this file of another version than the page: Sphinx adds a checksum to most
 * addresses, and a font does not change under its name.
 * @param {Request} request @param {URL} url
 */
const mayBeOld = (request, { searchParams }) =>
  request.cache === 'default' && request.destination !== 'font' && !searchParams.has('v') && !searchParams.has('digest');

/** @param {FetchEvent} event @param {URL} url */
async function file(event, url) {
  if (isHashed(url)) return (await storedAnywhere(url).catch(() => undefined)) ?? fetch(event.request);
  const origin = await originOf(event.clientId);
  if (!origin) return fetch(event.request, mayBeOld(event.request, url) ? { cache: 'no-cache' } : {});
  return (await stored(origin, url)) ?? Response.error();
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  const mine = request.url.startsWith(scope.href) && request.method === 'GET' && !request.headers.has('range');
  if (mine) event.respondWith(request.mode === 'navigate' ? document_(event, url) : file(event, url));
});

// ---- Keeping a version ------------------------------------------------------------------------------------------

/** @type {() => void} */
let begin = () => undefined;
/** A page says this when its Python is awake and idle. @type {Promise<void>} */
const told = new Promise((resolve) => (begin = resolve));
self.addEventListener('message', (event) => event.data === 'live-widgets-keep' && begin());

/** @param {ArrayBuffer} content */
async function hashOf(content) {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', content));
  return [...bytes.slice(0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** @param {Cache} cache @param {URL} url @param {string} hash */
async function keep(cache, url, hash) {
  if (await cache.match(url)) return; // an earlier try came this far
  const named = isHashed(url);
  const known = named && (await storedAnywhere(url));
  const options = { cache: named ? 'force-cache' : 'no-cache', priority: 'low' };
  const response = known || (await fetch(url, /** @type {RequestInit} */ (options)));
  if (!response.ok) throw new Error(`${url}: status ${response.status}`);
  if (known) return cache.put(url, known);
  const content = await response.arrayBuffer();
  // While a new version is being put on the server, files of both can be met. (Some servers decode a `.gz`.)
  if (!named && (await hashOf(content)) !== hash) throw new Error(`${url}: not the file of this version`);
  const headers = new Headers(response.headers);
  for (const name of ['content-encoding', 'content-length', 'vary']) headers.delete(name);
  // A response made here is not marked as redirected; a browser refuses such a one for a document.
  return cache.put(url, new Response(content, { headers }));
}

async function install() {
  if (self.registration.active) {
    // The browser finds a new version while a page is still loading.
    await Promise.race([told, new Promise((resolve) => setTimeout(resolve, 60_000))]);
  }
  // @ts-ignore: not in every browser
  if (navigator.connection?.saveData) throw new Error('the reader saves data');
  const { quota = Infinity, usage = 0 } = (await navigator.storage?.estimate?.()) ?? {};
  if (quota - usage < SIZE) throw new Error('not enough room');
  const cache = await caches.open(CACHE);
  try {
    for (const [name, hash] of Object.entries(FILES)) await keep(cache, new URL(name, scope), hash);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'QuotaExceededError') await caches.delete(CACHE);
    throw error; // what was kept so far is of this version and waits for the next try
  }
}

/** No document of an earlier version is open any more when this version takes over. */
async function takeOver() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(PREFIX) && name !== CACHE).map((name) => caches.delete(name)));
  await self.clients.claim();
}

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(takeOver()));

// The service worker: what this site can do without a network. Every page is asked of the network, since every visit is
// counted; only when that does not answer, a page is shown that is kept here.
//
// It knows no release. What it keeps belongs together, of whichever release it is: a page and the files that it names,
// taken anew after a day. So a new worker can take over at once, and an old one does no harm.

// The numbers rise when what is kept changes its form; caches of other names are deleted.
const PAGES = "movies-viewer-pages-1";
const POSTERS = "movies-viewer-posters-1";

const KEPT_MS = 24 * 60 * 60 * 1000;
const MAX_POSTERS = 100;

// In a page: files that have names of their content, its pictures and icons.
const FILES = /\/_next\/static\/[^"'\\\s]+|(?<=(?:src|href)=")\/[\w-]+\.(?:svg|ico|png)[^"]*/g;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(takeOver()));
self.addEventListener("message", (event) => {
  const { pages = [], posters } = event.data;
  for (const page of pages) event.waitUntil(inTurn(() => keepFresh(page)));
  if (posters) event.waitUntil(inTurn(() => keepPosters(posters)));
});
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  const isOurs = origin === self.location.origin;
  if (request.method !== "GET" || (isOurs && pathname.startsWith("/api/"))) return;
  if (request.mode === "navigate") event.respondWith(visit(event));
  else if (isOurs && pathname.startsWith("/_next/static/")) event.respondWith(fileFirst(request));
  else if (request.destination === "image") event.respondWith(image(request));
});

async function takeOver() {
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => ![PAGES, POSTERS].includes(name)).map((name) => caches.delete(name)),
  );
  // A page is asked for while this worker still starts.
  await self.registration.navigationPreload?.enable();
  await self.clients.claim();
}

const isPage = ({ ok, redirected, headers }) =>
  ok && !redirected && (headers.get("content-type") ?? "").startsWith("text/html");

/** The page from the network, or else what is kept of it, or else that there is no network. */
async function visit(event) {
  const { href, pathname } = new URL(event.request.url);
  const cache = await caches.open(PAGES);
  try {
    const response = (await event.preloadResponse) ?? (await fetch(event.request));
    if (isPage(response) && (await cache.match(href))) {
      const copy = response.clone();
      event.waitUntil(inTurn(() => keep(href, copy)));
    }
    return response;
  } catch {
    return (await cache.match(href)) ?? (await offlinePage(cache, pathname)) ?? Response.error();
  }
}

/** In the language of the address; where that says none, or one that nobody has read here, in one that somebody has. */
async function offlinePage(cache, pathname) {
  const [, language] = pathname.split("/");
  const [any] = (await cache.keys()).filter(({ url }) => url.endsWith("/offline"));
  return (
    (await cache.match(`/${language}/offline`)) ??
    (await cache.match("/offline")) ??
    (any && cache.match(any))
  );
}

async function fileFirst(request) {
  return (await caches.match(request, { cacheName: PAGES })) ?? fetch(request);
}

async function image(request) {
  try {
    return await fetch(request);
  } catch {
    const kept =
      (await caches.match(request, { cacheName: PAGES })) ??
      (await caches.match(posterKey(request.url), { cacheName: POSTERS }));
    return kept ?? Response.error();
  }
}

let work = Promise.resolve();

/** One after the other: what one task has just kept must not be what another clears up. */
const inTurn = (task) => (work = work.then(task, task));

/** Keeps a page that is not kept yet, or was kept a day ago. */
async function keepFresh(address) {
  const kept = await (await caches.open(PAGES)).match(address);
  if (kept && Date.now() - Date.parse(kept.headers.get("date")) < KEPT_MS) return;
  const response = await fetch(address);
  if (isPage(response)) await keep(address, response);
}

/** Keeps a page with the files that it names, or neither where one of them does not come. */
async function keep(address, response) {
  const cache = await caches.open(PAGES);
  const files = filesOf(await response.clone().text());
  await Promise.all(files.map(async (file) => (await cache.match(file)) ?? cache.add(file)));
  await cache.put(address, response);
  await dropUnnamed(cache);
}

const filesOf = (html) => [...new Set(html.match(FILES))];

/** Deletes the files that no page that is kept names any more. */
async function dropUnnamed(cache) {
  const files = [];
  const named = new Set();
  for (const request of await cache.keys()) {
    const response = await cache.match(request);
    if (!isPage(response)) files.push(request);
    else for (const file of filesOf(await response.text())) named.add(new URL(file, self.location.href).href);
  }
  await Promise.all(files.filter(({ url }) => !named.has(url)).map((file) => cache.delete(file)));
}

/** A poster is the same in every size. */
const posterKey = (address) =>
  new URL(`/kept-posters${address.slice(address.lastIndexOf("/"))}`, self.location.href).href;

/** Keeps these posters, as many as there is room for, and no others. */
async function keepPosters(addresses) {
  const cache = await caches.open(POSTERS);
  const wanted = new Map(addresses.slice(0, MAX_POSTERS).map((address) => [posterKey(address), address]));
  for (const kept of await cache.keys()) if (!wanted.has(kept.url)) await cache.delete(kept);
  for (const [key, address] of wanted) {
    if (await cache.match(key)) continue;
    // With CORS, since what comes without it may be an error and does not say so.
    const response = await fetch(address, { mode: "cors", credentials: "omit" }).catch(() => null);
    if (response?.ok) await cache.put(key, response);
  }
}

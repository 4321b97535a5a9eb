// Keeps the whole app on the tablet, one version at a time. scripts/write-sw.mjs fills in version and files.
// It never touches what people have written: that is in localStorage and IndexedDB, not in a cache.
const VERSION = "";
// [path, SHA-256] of each file; none at all means that this app has been taken back: clean up and go.
const FILES = [];

const SCOPE = self.registration.scope;
const PATHS = new Set(FILES.map(([path]) => path));
const SHELL = "index.html";
const PREFIX = `foothold-${shortHash(SCOPE)}-`; // an origin can hold several apps, and this app several times
const PAGES = `${PREFIX}pages`; // which open page was loaded from which version
const cacheOf = (version) => PREFIX + version;
const known = new Map();

self.addEventListener("install", (event) => event.waitUntil(FILES.length > 0 ? fill() : self.skipWaiting()));
self.addEventListener("activate", (event) => event.waitUntil(FILES.length > 0 ? tidy() : leave()));
self.addEventListener("message", (event) => {
  const { type, glue } = event.data ?? {};
  if (type === "use-now") event.waitUntil(self.skipWaiting());
  if (type === "adopt" && PATHS.has(glue)) {
    event.waitUntil(mark(event.source.id, VERSION).then(() => self.clients.claim()));
  }
});
self.addEventListener("fetch", (event) => {
  const { method, mode, url } = event.request;
  if (method !== "GET" || FILES.length === 0 || !url.startsWith(SCOPE)) return;
  event.respondWith(mode === "navigate" ? page(event) : part(event));
});

/** Takes in every file of this version or none of them. */
async function fill() {
  const cache = await caches.open(cacheOf(VERSION));
  try {
    await Promise.all(FILES.map(async ([path, sum]) => {
      const url = new URL(path, SCOPE);
      const answer = await fetch(url, { cache: "reload" });
      if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
      const body = await answer.arrayBuffer();
      if (hex(await crypto.subtle.digest("SHA-256", body)) !== sum) throw new Error(`${path} is of another version`);
      const headers = new Headers(answer.headers);
      for (const name of ["content-encoding", "content-length", "vary"]) headers.delete(name);
      await cache.put(url, new Response(body, { headers })); // a new answer also forgets redirects
    }));
  } catch (error) {
    await caches.delete(cacheOf(VERSION));
    throw error;
  }
}

/** A page comes from this version, and is remembered as such for everything it asks for later. */
async function page(event) {
  const path = event.request.url.slice(SCOPE.length).split(/[?#]/)[0] || SHELL;
  if (!PATHS.has(path)) return Response.redirect(SCOPE);
  const found = await read(VERSION, path);
  event.waitUntil(mark(event.resultingClientId, found ? VERSION : "").then(tidy));
  return found ?? fetch(event.request);
}

async function part(event) {
  const version = await versionOf(event.clientId);
  if (event.resultingClientId) event.waitUntil(mark(event.resultingClientId, version)); // a worker of that page
  if (version === "") return fetch(event.request); // the browser threw the cache away: the page came from the host
  const path = event.request.url.slice(SCOPE.length).split(/[?#]/)[0] || SHELL;
  return (await read(version, path)) ?? new Response("Not part of this app\n", { status: 404 });
}

async function read(version, path) {
  const name = cacheOf(version);
  return (await caches.has(name)) ? (await caches.open(name)).match(new URL(path, SCOPE)) : undefined;
}

async function mark(client, version) {
  if (!client) return;
  known.set(client, version);
  await (await caches.open(PAGES)).put(new URL(`page/${client}`, SCOPE), new Response(version));
}

async function versionOf(client) {
  if (!known.has(client)) {
    const note = await (await caches.open(PAGES)).match(new URL(`page/${client}`, SCOPE));
    known.set(client, note ? await note.text() : VERSION);
  }
  return known.get(client);
}

/** Drops versions that no open page was loaded from. Other apps' caches, and a version on its way in, stay. */
async function tidy() {
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== PAGES);
  if (self.registration.installing || self.registration.waiting) return;
  const open = new Set((await self.clients.matchAll({ includeUncontrolled: true, type: "all" })).map(({ id }) => id));
  const notes = await caches.open(PAGES);
  const used = new Set([cacheOf(VERSION)]);
  for (const note of await notes.keys()) {
    const client = note.url.slice(note.url.lastIndexOf("/") + 1);
    if (open.has(client) || known.has(client)) used.add(cacheOf(await versionOf(client)));
    else await notes.delete(note);
  }
  await Promise.all(names.filter((name) => !used.has(name)).map((name) => caches.delete(name)));
}

/** The kill switch: caches of this scope go, the worker goes, what people have written stays. */
async function leave() {
  for (const name of await caches.keys()) if (name.startsWith(PREFIX)) await caches.delete(name);
  await self.registration.unregister();
}

function hex(buffer) {
  return Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function shortHash(text) {
  let hash = 0x811c9dc5; // FNV-1a, to keep names short; nothing rests on it
  for (const char of text) hash = Math.imul(hash ^ char.codePointAt(0), 0x01000193);
  return (hash >>> 0).toString(16);
}

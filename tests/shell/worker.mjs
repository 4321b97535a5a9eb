// A service worker's world, small enough to see through: caches, clients and a host that can change or vanish.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import vm from "node:vm";
import { createHash, webcrypto } from "node:crypto";

const SOURCE = readFileSync(fileURLToPath(new URL("../../public/sw.js", import.meta.url)), "utf8");
export const SCOPE = "https://host.test/app/";
const sum = (text) => createHash("sha256").update(text).digest("hex");
const address = (request) => (typeof request === "string" ? request : request.url ?? request.href);

/** The browser's side: what outlives a worker. */
export class Browser {
  stores = new Map();
  open = new Map(); // client id -> address
  asked = []; // what went to the host
  registration = { scope: SCOPE, installing: null, waiting: null, gone: false };

  constructor(host) {
    this.host = host; // path -> text; null: the host is gone
    const stores = this.stores;
    this.caches = {
      keys: async () => [...stores.keys()],
      has: async (name) => stores.has(name),
      delete: async (name) => stores.delete(name),
      open: async (name) => {
        if (!stores.has(name)) stores.set(name, new Map());
        const entries = stores.get(name);
        return {
          put: async (request, response) => void entries.set(address(request), await response.text()),
          match: async (request) => (entries.has(address(request)) ? new Response(entries.get(address(request))) : undefined),
          delete: async (request) => entries.delete(address(request)),
          keys: async () => [...entries.keys()].map((url) => ({ url })),
        };
      },
    };
  }

  async fetch(request) {
    const path = address(request).slice(SCOPE.length) || "index.html";
    this.asked.push(path);
    if (this.host === null) throw new TypeError("no network");
    return this.host[path] === undefined ? new Response("", { status: 404 }) : new Response(this.host[path]);
  }
}

/** One worker of one version, as scripts/write-sw.mjs would have filled it in. */
export class Worker {
  #hear = new Map();
  claimed = false;
  skipped = false;

  constructor(browser, version, files) {
    this.browser = browser;
    const list = Object.entries(files).map(([path, text]) => [path, sum(text)]);
    const script = SOURCE.replace('const VERSION = "";', `const VERSION = "${version}";`)
      .replace("const FILES = [];", `const FILES = ${JSON.stringify(list)};`);
    const self = {
      registration: Object.assign(browser.registration, { unregister: async () => (browser.registration.gone = true) }),
      clients: {
        matchAll: async () => [...browser.open.keys()].map((id) => ({ id })),
        claim: async () => (this.claimed = true),
      },
      skipWaiting: async () => (this.skipped = true),
      addEventListener: (type, hear) => this.#hear.set(type, hear),
    };
    vm.runInNewContext(script, {
      self, caches: browser.caches, fetch: (request) => browser.fetch(request), crypto: webcrypto,
      URL, Response, Request, Headers, Uint8Array, Math,
    });
  }

  /** Runs one event to its end and gives back what it answered, or undefined if it let the browser do its own thing. */
  async #tell(type, event) {
    const waits = [];
    let answer;
    this.#hear.get(type)({ ...event, waitUntil: (work) => waits.push(work), respondWith: (given) => (answer = given) });
    const given = await answer;
    await Promise.all(waits);
    return given;
  }

  install = () => this.#tell("install", {});
  activate = () => this.#tell("activate", {});
  message = (data, id) => this.#tell("message", { data, source: { id } });

  /** Opens a page as a new client. */
  async navigate(id, path = "") {
    const answer = await this.#tell("fetch", {
      request: { method: "GET", mode: "navigate", url: SCOPE + path }, clientId: "", resultingClientId: id,
    });
    this.browser.open.set(id, path);
    return answer;
  }

  ask = (id, url, method = "GET") => this.#tell("fetch", {
    request: { method, mode: "no-cors", url: new URL(url, SCOPE).href }, clientId: id, resultingClientId: "",
  });
}

// Starts the app. Plain JS on purpose: it must still speak when the wasm does not.
// It looks before it leaps (frame, storage, WebAssembly), asks for the wasm at once, keeps what is typed on the
// first screen until the app takes it over, and brings up the rescue page when anything breaks.

const tag = document.querySelector("script[data-app-js]");
const at = (name) => new URL(name, document.baseURI).href;
const byId = (id) => document.getElementById(id);
// A stopped app hears nothing: the second half that arrives after a panic must not be run by what is left of the first.
const tell = (type, detail) => stopped || dispatchEvent(new CustomEvent(type, { detail }));

// ---- what is typed before the app is up ----------------------------------------------------------------------

let up = false; // the app has mounted
const typed = { begin: false, focus: "", start: 0, end: 0 }; // and every answer under the name of its field
window.footholdTyped = typed;

function keep() {
  if (up) return; // taken over: what is typed now is the app's
  for (const { name, value } of document.querySelectorAll(".fh-first .fh-line__field, .fh-first :checked")) typed[name] = value;
  const field = document.activeElement;
  typed.focus = field?.matches(".fh-first .fh-line__field") ? field.name : "";
  if (typed.focus !== "") [typed.start, typed.end] = [field.selectionStart, field.selectionEnd];
}
for (const type of ["input", "focusin", "focusout", "keyup", "pointerup"]) byId("first")?.addEventListener(type, keep);
// No submit button: one that is tapped before this script is here would be refused by the policy, and then stay dead.
function begin(event) {
  event.preventDefault();
  keep();
  typed.begin = true;
  byId("first-status").textContent = "One moment. Your words are kept.";
}
byId("first-begin")?.addEventListener("click", begin);
byId("first-form")?.addEventListener("submit", begin);
keep();

// ---- when something breaks -----------------------------------------------------------------------------------

let stopped = false; // a plain page has taken over

/** Puts one of the plain pages up and takes everything else off the screen. */
function show(id) {
  for (const other of document.body.children) other.hidden = other.inert = true;
  const plain = byId("plain").content;
  document.body.append(plain.querySelector("header").cloneNode(true), plain.getElementById(id).cloneNode(true));
  byId(id).querySelector("h1").focus();
}

function rescue(why, place = "") {
  if (stopped) return;
  stopped = true;
  // A stopped app must not write any more: its timers go, and the listeners below keep events from it.
  for (let timer = setTimeout(() => {}, 0); timer > 0; timer -= 1) clearTimeout(timer);
  show("rescue");
  import(at("rescue.js")).then((page) => page.open(why, place), () => {});
}
for (const type of ["pagehide", "visibilitychange", "beforeunload", "hashchange", "popstate", "storage"]) {
  addEventListener(type, (event) => stopped && event.stopImmediatePropagation(), true);
}

const fatal = (error) => typeof WebAssembly === "object" && error instanceof WebAssembly.RuntimeError;
addEventListener("foothold:panic", (event) => rescue("stopped", event.detail));
addEventListener("error", (event) => {
  // An exception that left through the wasm skipped its clean-up: what it holds can no longer be trusted.
  const through = /wasm-function|\.wasm\b|\[wasm code\]/.test(event.error?.stack ?? "");
  if (fatal(event.error) || through) rescue("stopped");
});
addEventListener("unhandledrejection", (event) => fatal(event.reason) && rescue("stopped"));

// The browser's own offer to install the app, for the settings page to take up.
addEventListener("beforeinstallprompt", (event) => {
  event.preventDefault();
  window.footholdInstall = event;
  tell("foothold:installable");
});

// ---- offline -------------------------------------------------------------------------------------------------

async function keepOffline() {
  const workers = navigator.serviceWorker;
  if (!workers) return;
  const registration = await workers.register(at("sw.js"), { updateViaCache: "none" });
  const fresh = () => registration.waiting && workers.controller && tell("foothold:update-ready");
  registration.addEventListener("updatefound", () => registration.installing?.addEventListener("statechange", fresh));
  fresh();
  // The app says when: never in the middle of a sentence.
  addEventListener("foothold:use-update", () => {
    workers.addEventListener("controllerchange", () => location.reload(), { once: true });
    registration.waiting?.postMessage({ type: "use-now" });
  });
  if (!workers.controller) {
    // First visit: the worker takes this page over only if it was built together with it.
    const { active } = await workers.ready;
    const taken = new Promise((done) => workers.addEventListener("controllerchange", done, { once: true }));
    active.postMessage({ type: "adopt", glue: tag.dataset.appJs.replace("./", "") });
    await taken;
  }
  document.documentElement.dataset.offline = "ready";
  tell("foothold:offline-ready");
}

/** From here on the page itself may ask for nothing more. */
function narrow() {
  const policy = document.createElement("meta");
  policy.httpEquiv = "Content-Security-Policy";
  policy.content = "connect-src 'none'";
  document.head.append(policy);
}

/** The app has read what was typed; the field in use, its caret and a tap on Begin follow. */
function handOver() {
  const old = byId(`first-${typed.focus}`);
  const text = old?.value ?? "";
  byId("first")?.remove();
  if (deep) return;
  const field = document.querySelector(typed.focus === "words" ? ".fh-app form textarea" : ".fh-app form input");
  if (old && field) {
    // The app leaves a field alone while somebody writes in it, so this one gets its text by hand.
    field.focus();
    field.value = text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.setSelectionRange(typed.start, typed.end);
  }
  if (typed.begin) document.querySelector(".fh-app form")?.requestSubmit();
}

addEventListener("foothold:ready", async () => {
  up = true;
  handOver();
  await (window.footholdLater ?? fetchLater());
  narrow();
  keepOffline().catch(() => {}); // no service worker here: the app works, online
}, { once: true });

// ---- every page but the first --------------------------------------------------------------------------------

const deep = /^#\/./.test(location.hash); // an address inside the app is not the start page
const later = tag.dataset.appLater;
let running; // the wasm that is there already, whose memory and functions the rest shares

/** Fetches the second half of the app until it is there. A half of another version never starts: its name is its sum. */
async function fetchLater() {
  for (let wait = 1000; later && !stopped; wait = Math.min(2 * wait, 16000)) {
    try {
      const answer = await fetch(at(later));
      if (!answer.ok) throw new TypeError("the second half did not arrive");
      await WebAssembly.instantiate(await answer.arrayBuffer(), { m: await running });
      break;
    } catch {
      tell("foothold:later-waits");
      await new Promise((done) => setTimeout(done, wait));
    }
  }
  byId("later-style").media = "all"; // until then it was a sheet for paper, which nobody waits for
  document.documentElement.dataset.later = "here";
  tell("foothold:later");
}

// ---- start ---------------------------------------------------------------------------------------------------

/** Storage that answers, even if it is full or damaged, is the app's business; storage that is refused is not. */
function refused() {
  try {
    const store = window.localStorage;
    if (!store) return true;
    store.getItem("foothold.probe");
    return false;
  } catch (error) {
    return error.name === "SecurityError" || !("indexedDB" in window);
  }
}

async function start() {
  running = Promise.all([import(at(tag.dataset.appJs)), fetch(at(tag.dataset.appWasm))]).then(([glue, answer]) => {
    if (!answer.ok) throw new TypeError("the app's file did not arrive");
    return glue.default({ module_or_path: answer });
  });
  if (deep) window.footholdLater = fetchLater(); // both halves at once; the app waits a moment before it shows a page
  const late = setTimeout(() => {
    if (byId("first-status")) byId("first-status").textContent = "Still getting ready. What you write is kept.";
  }, 4000);
  try {
    await running;
    clearTimeout(late);
    setTimeout(() => up || rescue("start"), 8000);
  } catch (error) {
    console.error(error);
    if (error instanceof WebAssembly.CompileError || error instanceof WebAssembly.LinkError) show("no-wasm");
    else rescue(error instanceof TypeError ? "network" : "start");
  }
}

// Inside the app only the head of the first screen is true.
if (deep) byId("first-page").hidden = true;
if (window.top !== window.self) show("framed");
else if (typeof WebAssembly !== "object" || !WebAssembly.instantiate) show("no-wasm");
else if (refused()) show("blocked");
else start();

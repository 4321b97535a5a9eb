// What can still be done when the app cannot go on: see every stored record, and take all of it away as one file.
// It only reads. It knows neither wasm nor the form of a record, so it still works when both are broken.

const byId = (id) => document.getElementById(id);
const PATIENCE = 3000; // ms that a store may take to answer; a damaged one may never

const WHY = {
  stopped: null, // the page's own words
  start: null,
  network: [
    "Part of Foothold did not arrive. Nothing was deleted.",
    "Foothold has to come over the network once. After that it works without one.",
    "Check the connection, then start again.",
  ],
  asked: [
    "What is stored on this tablet",
    "Here you can only look. Nothing is changed or deleted.",
    "A copy is one file with everything Foothold keeps in this browser. It may hold what clients said, so keep it as safe as their papers.",
  ],
};

function within(time, promise) {
  const late = new Promise((_, fail) => setTimeout(() => fail(new Error("no answer")), time));
  return Promise.race([promise, late]);
}

const answer = (request) => new Promise((done, fail) => {
  request.onsuccess = () => done(request.result);
  request.onerror = () => fail(request.error);
  request.onblocked = () => fail(new Error("held by another tab"));
});

/** Every entry of localStorage; an entry that cannot be read is named with the reason. */
function readLocal() {
  const found = [];
  try {
    const store = window.localStorage;
    for (let index = 0; index < store.length; index += 1) {
      const key = store.key(index);
      try {
        found.push({ key, value: store.getItem(key) });
      } catch (error) {
        found.push({ key, error: String(error.name) });
      }
    }
  } catch (error) {
    return { error: String(error.name), found };
  }
  return { found };
}

/** JSON has no bytes, dates or maps: bytes become base64 under a name of their own, the rest plain values. */
function plain(value) {
  if (value instanceof ArrayBuffer) return plain(new Uint8Array(value));
  if (ArrayBuffer.isView(value)) {
    const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
    let text = "";
    for (let at = 0; at < bytes.length; at += 4096) text += String.fromCharCode(...bytes.subarray(at, at + 4096));
    return { base64: btoa(text) };
  }
  if (Array.isArray(value)) return value.map(plain);
  if (value instanceof Map) return plain([...value]);
  if (value instanceof Date) return { date: Number.isNaN(value.getTime()) ? null : value.toISOString() };
  if (typeof value === "bigint") return { integer: String(value) };
  if (value !== null && typeof value === "object") {
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, plain(part)]));
  }
  return value;
}

async function readDatabase(name) {
  const opening = indexedDB.open(name);
  let made = false;
  opening.onupgradeneeded = () => {
    made = true;
    opening.transaction.abort(); // it was not there: leave it so
  };
  let base;
  try {
    base = await within(PATIENCE, answer(opening));
  } catch (error) {
    return made ? [] : [{ name, error: String(error.message) }];
  }
  try {
    const stores = [];
    for (const store of base.objectStoreNames) {
      const door = base.transaction(store).objectStore(store);
      const [keys, values] = await within(PATIENCE, Promise.all([answer(door.getAllKeys()), answer(door.getAll())]));
      stores.push({ name: store, records: keys.map((key, index) => ({ key: plain(key), value: plain(values[index]) })) });
    }
    return [{ name, version: base.version, stores }];
  } catch (error) {
    return [{ name, error: String(error.message) }];
  } finally {
    base.close();
  }
}

async function readIndexed() {
  try {
    const known = await within(PATIENCE, indexedDB.databases());
    return { found: (await Promise.all(known.map(({ name }) => readDatabase(name)))).flat() };
  } catch (error) {
    return { error: String(error.name), found: [] };
  }
}

/** What stood in the fields when the app stopped: it may not have been saved yet. Never a secret. */
function readFields() {
  return [...document.querySelectorAll("input, textarea")]
    .filter((field) => !["password", "radio", "checkbox", "range", "file"].includes(field.type))
    .map((field) => ({ label: field.labels?.[0]?.textContent ?? field.getAttribute("aria-label") ?? "", value: field.value }))
    .filter(({ value }) => value !== "");
}

const size = (units) => (units < 1000 ? `${units} characters` : `${(units / 1000).toFixed(1)} thousand characters`);

function list(local, indexed) {
  const rows = local.found.map(({ key, value, error }) => [key, "localStorage", error ?? size(value.length)]);
  for (const base of indexed.found) {
    if (base.error) rows.push([base.name, "IndexedDB", base.error]);
    for (const store of base.stores ?? []) {
      for (const { key, value } of store.records) {
        rows.push([typeof key === "string" ? key : JSON.stringify(key), `IndexedDB, ${base.name}`, size(JSON.stringify(value).length)]);
      }
    }
  }
  byId("rescue-list").replaceChildren(...rows.map((cells) => {
    const row = document.createElement("tr");
    for (const cell of cells) row.insertCell().textContent = cell;
    return row;
  }));
  byId("rescue-sum").textContent = rows.length === 1 ? "(1 record)" : `(${rows.length} records)`;
  const shut = [local.error && "The first store", indexed.error && "The second store"].filter(Boolean);
  byId("rescue-state").textContent = shut.length === 0 ? "" : `${shut.join(" and ")} did not answer; the copy holds what did.`;
}

/** Starts again with a newer version if one is waiting: it may be the cure. */
async function again(event) {
  const registration = await navigator.serviceWorker?.getRegistration();
  if (!registration?.waiting) return;
  event.preventDefault();
  registration.waiting.postMessage({ type: "use-now" });
  navigator.serviceWorker.addEventListener("controllerchange", () => location.assign("./"), { once: true });
  setTimeout(() => location.assign("./"), 2000);
}

/** Fills the page. `why` is a key of WHY; `place` is a file and line of ours, never anybody's words. */
export async function open(why, place = "") {
  const fields = readFields();
  const words = WHY[why];
  if (words) ["rescue-title", "rescue-why", "rescue-next"].forEach((id, at) => (byId(id).textContent = words[at]));
  if (place) byId("rescue-place").textContent = `For a report: it stopped at ${place}.`;
  byId("rescue-again").addEventListener("click", again);

  const local = readLocal();
  const indexed = await readIndexed();
  list(local, indexed);
  const made = new Date();
  const copy = { format: "foothold-rescue", version: 1, made: made.toISOString(), why, place, fields, localStorage: local, indexedDB: indexed };
  const save = byId("rescue-save");
  save.href = URL.createObjectURL(new Blob([JSON.stringify(copy)], { type: "application/json" }));
  save.download = `foothold-rescue-${made.toISOString().slice(0, 10)}.json`;
  save.removeAttribute("aria-disabled");
  save.removeAttribute("role");
  save.textContent = "Save a copy of everything";
}

if (document.querySelector("script[data-alone]")) open("asked");

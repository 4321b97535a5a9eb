// P7 and P7r: what one saved change costs the hand that makes it, and how long its receipt takes.
import { setTimeout as sleep } from "node:timers/promises";
import { Browser, CHEAP, fill, up } from "../browser.mjs";

/** One block is sealed in 64 changes, so every batch pays for exactly one. */
const BATCH = 64;
const RECEIPTS = 40;

async function open(bench, seed) {
  const browser = await Browser.start(bench);
  const { page } = browser;
  await fill(page, bench.app.url, seed);
  await page.goto(bench.app.url + seed.addresses.find((address) => address.includes("/build/")));
  await page.reload();
  await up(page);
  await sleep(2500); // what healing and the receipt of the start still do
  return browser;
}

/** In the page: choosing a foothold is a saved change, so two of them in turn are many. */
function press() {
  const dots = ["4", "7"].map((value) => document.querySelector(`.fh-ruler__dot[value="${value}"]`));
  let turn = 0;
  return () => dots[(turn ^= 1)].dispatchEvent(new Event("change", { bubbles: true }));
}

/** Milliseconds a change, over three batches: from the change event until its handler is back. */
async function ours(bench, seed) {
  const browser = await open(bench, seed);
  // What a journal record weighs, for the raw side to write the same.
  const record = await browser.page.evaluate(`(async () => {
    const choose = (${press})();
    const written = [];
    const real = Storage.prototype.setItem;
    Storage.prototype.setItem = function (key, text) { written.push([key.length, text.length]); return real.call(this, key, text); };
    for (let nth = 0; nth < 3; nth += 1) { choose(); await new Promise((done) => setTimeout(done, 100)); }
    Storage.prototype.setItem = real;
    return written.at(-1);
  })()`);
  await browser.slow(CHEAP);
  const ms = await browser.page.evaluate(`(async () => {
    const choose = (${press})();
    const each = [];
    for (let batch = 0; batch < 3; batch += 1) {
      const from = performance.now();
      for (let nth = 0; nth < ${BATCH}; nth += 1) choose();
      each.push((performance.now() - from) / ${BATCH});
      await new Promise((done) => setTimeout(done, 500));
    }
    return each.sort((a, b) => a - b)[1];
  })()`);
  await browser.stop();
  return { ms, record };
}

async function raw(bench, [key, text]) {
  const browser = await Browser.start(bench);
  await browser.page.goto(bench.bare.url);
  await browser.slow(CHEAP);
  const ms = await browser.page.evaluate(async (batches, key, text) => {
    const value = "x".repeat(text);
    const each = [];
    let count = 0;
    for (let batch = 0; batch < 3; batch += 1) {
      const from = performance.now();
      for (let nth = 0; nth < batches; nth += 1) localStorage.setItem(String((count += 1)).padStart(key, "k"), value);
      each.push((performance.now() - from) / batches);
      await new Promise((done) => setTimeout(done, 500));
    }
    return each.sort((a, b) => a - b)[1];
  }, BATCH, key, text);
  await browser.stop();
  return { ms };
}

export async function save(bench) {
  const few = await bench.seed(20, 20);
  const many = await bench.seed(50_000, 500);
  let { record } = await ours(bench, few);
  const rounds = bench.pick(await bench.rounds(4, {
    raw: () => raw(bench, record),
    again: () => raw(bench, record),
    few: () => ours(bench, few),
    many: () => ours(bench, many),
  }), "ms");
  return {
    aa: bench.ratio(rounds, "again", "raw"),
    lines: [
      { id: "P7", what: `one saved change, synchronous part, a new practice / one raw setItem of the same ${record[0] + record[1]} characters`, limit: 10, ...bench.ratio(rounds, "few", "raw") },
      { id: "P7 full", what: `the same with ${many.ratings.toLocaleString("en")} ratings stored / one raw setItem`, limit: 10, ...bench.ratio(rounds, "many", "raw") },
    ],
    notes: many.notes,
  };
}

/** From the change event until the sign says "Saved on this tablet". */
async function signed(bench, seed) {
  const browser = await open(bench, seed);
  await browser.slow(CHEAP);
  const found = await browser.page.evaluate(`(async () => {
    const choose = (${press})();
    const sign = [...document.querySelectorAll(".fh-sign")].find((part) => part.textContent.includes("Saved"));
    const each = [];
    for (let nth = 0; nth < ${RECEIPTS}; nth += 1) {
      const from = performance.now();
      choose();
      await new Promise((done) => {
        let left = false;
        const watch = new MutationObserver(() => {
          const saved = sign.textContent.includes("Saved on this tablet");
          left ||= !saved;
          if (left && saved) { watch.disconnect(); done(); }
        });
        watch.observe(sign, { childList: true, subtree: true, characterData: true, attributes: true });
        setTimeout(done, 3000);
      });
      each.push(performance.now() - from);
      await new Promise((done) => setTimeout(done, 50));
    }
    return each.sort((a, b) => a - b)[${RECEIPTS} >> 1];
  })()`);
  await browser.stop();
  return { ms: found };
}

async function put(bench, characters) {
  const browser = await Browser.start(bench);
  await browser.page.goto(bench.bare.url);
  await browser.slow(CHEAP);
  const ms = await browser.page.evaluate(async (times, characters) => {
    const request = indexedDB.open("raw", 1);
    request.onupgradeneeded = () => request.result.createObjectStore("records");
    const database = await new Promise((done) => (request.onsuccess = () => done(request.result)));
    const each = [];
    for (let nth = 0; nth < times; nth += 1) {
      const from = performance.now();
      const transaction = database.transaction("records", "readwrite", { durability: "strict" });
      transaction.objectStore("records").put("x".repeat(characters), `key${nth}`);
      await new Promise((done) => (transaction.oncomplete = done));
      each.push(performance.now() - from);
      await new Promise((done) => setTimeout(done, 50));
    }
    return each.sort((a, b) => a - b)[times >> 1];
  }, RECEIPTS, characters);
  await browser.stop();
  return { ms };
}

export async function receipt(bench) {
  const few = await bench.seed(20, 20);
  const { record } = await ours(bench, few);
  const rounds = bench.pick(await bench.rounds(4, {
    raw: () => put(bench, record[1]),
    again: () => put(bench, record[1]),
    app: () => signed(bench, few),
  }), "ms");
  return {
    aa: bench.ratio(rounds, "again", "raw"),
    lines: [{ id: "P7r", what: `a change until "Saved on this tablet" / raw strict IndexedDB put of the same ${record[1]} characters`, limit: 1.5, ...bench.ratio(rounds, "app", "raw") }],
    notes: [],
  };
}

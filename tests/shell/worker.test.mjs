// What the service worker promises: the whole of one version or nothing, and never a file of another.
import assert from "node:assert/strict";
import test from "node:test";
import { Browser, SCOPE, Worker } from "./worker.mjs";

const A = { "index.html": "page A", "boot.js": "boot A", "rescue.js": "rescue A", "foothold-aa.js": "glue A" };
const B = { "index.html": "page B", "boot.js": "boot B", "rescue.js": "rescue B", "foothold-bb.js": "glue B" };
const text = async (answer) => (await answer)?.text();

async function running(version, files) {
  const browser = new Browser({ ...files });
  const worker = new Worker(browser, version, files);
  await worker.install();
  await worker.activate();
  browser.asked.length = 0;
  return { browser, worker };
}

test("after the first visit everything comes without the host", async () => {
  const { browser, worker } = await running("a", A);
  browser.host = null;
  assert.equal(await text(worker.navigate("p1")), "page A");
  for (const [path, body] of Object.entries(A)) assert.equal(await text(worker.ask("p1", path)), body);
  assert.deepEqual(browser.asked, []);
});

test("a file that is not the one it was built with stops the whole version", async () => {
  const browser = new Browser({ ...A, "rescue.js": "rescue of somebody else" });
  await assert.rejects(new Worker(browser, "a", A).install(), /rescue\.js is of another version/);
  assert.deepEqual([...browser.stores.keys()], []);
});

test("a file that does not come stops the whole version and leaves the old one as it was", async () => {
  const { browser, worker } = await running("a", A);
  browser.host = { "index.html": "page B" };
  await assert.rejects(new Worker(browser, "b", B).install());
  browser.host = null;
  assert.equal(await text(worker.navigate("p1")), "page A");
  assert.equal(await text(worker.ask("p1", "boot.js")), "boot A");
});

test("a new version waits until it is asked", async () => {
  const { browser } = await running("a", A);
  browser.host = { ...B };
  const next = new Worker(browser, "b", B);
  await next.install();
  assert.equal(next.skipped, false);
  await next.message({ type: "use-now" });
  assert.equal(next.skipped, true);
});

test("a page of the old version gets the old files from the new worker, a new page the new ones", async () => {
  const { browser, worker } = await running("a", A);
  await worker.navigate("old");
  browser.host = { ...B };
  const next = new Worker(browser, "b", B);
  await next.install();
  await next.activate();
  browser.host = null;
  assert.equal(await text(next.ask("old", "rescue.js")), "rescue A");
  assert.equal(await text(next.ask("old", "foothold-aa.js")), "glue A");
  assert.equal(await text(next.navigate("new")), "page B");
  assert.equal(await text(next.ask("new", "rescue.js")), "rescue B");
  assert.equal((await next.ask("new", "foothold-aa.js")).status, 404);
});

test("a worker that was stopped and started again still knows which page is of which version", async () => {
  const { browser, worker } = await running("a", A);
  await worker.navigate("old");
  browser.host = { ...B };
  const next = new Worker(browser, "b", B);
  await next.install();
  await next.activate();
  const again = new Worker(browser, "b", B);
  assert.equal(await text(again.ask("old", "boot.js")), "boot A");
});

test("the old version goes when its last page is gone", async () => {
  const { browser, worker } = await running("a", A);
  await worker.navigate("old");
  browser.host = { ...B };
  const next = new Worker(browser, "b", B);
  await next.install();
  await next.activate();
  const names = () => [...browser.stores.keys()].filter((name) => !name.endsWith("pages"));
  assert.equal(names().length, 2);
  browser.open.delete("old");
  const again = new Worker(browser, "b", B);
  await again.navigate("new");
  assert.deepEqual(names().map((name) => name.at(-1)), ["b"]);
});

test("a version on its way in is not swept away", async () => {
  const { browser, worker } = await running("a", A);
  browser.host = { ...B };
  const next = new Worker(browser, "b", B);
  browser.registration.installing = next;
  await next.install();
  await worker.navigate("p1");
  assert.ok([...browser.stores.keys()].some((name) => name.endsWith("-b")));
});

test("caches of other apps, and of this app elsewhere, stay", async () => {
  const browser = new Browser({ ...A });
  for (const name of ["other-app", "foothold-12345678-a"]) await browser.caches.open(name);
  const worker = new Worker(browser, "a", A);
  await worker.install();
  await worker.activate();
  await worker.navigate("p1");
  assert.ok(browser.stores.has("other-app") && browser.stores.has("foothold-12345678-a"));
});

test("other hosts, other places and anything but reading are none of its business", async () => {
  const { worker } = await running("a", A);
  assert.equal(await worker.ask("p1", "https://elsewhere.test/app/boot.js"), undefined);
  assert.equal(await worker.ask("p1", "https://host.test/other/boot.js"), undefined);
  assert.equal(await worker.ask("p1", "boot.js", "POST"), undefined);
});

test("a file of the app's that is not in the list is not asked for", async () => {
  const { browser, worker } = await running("a", A);
  await worker.navigate("p1");
  assert.equal((await worker.ask("p1", "nothing.js")).status, 404);
  assert.deepEqual(browser.asked, []);
});

test("queries and fragments change nothing", async () => {
  const { worker } = await running("a", A);
  assert.equal(await text(worker.navigate("p1", "?from=home")), "page A");
  assert.equal(await text(worker.ask("p1", "boot.js?x=1")), "boot A");
});

test("an address that is not ours leads to the app", async () => {
  const { worker } = await running("a", A);
  const answer = await worker.navigate("p1", "deep/er");
  assert.equal(answer.status, 302);
  assert.equal(answer.headers.get("location"), SCOPE);
});

test("a first page is taken over only by the worker it was built with", async () => {
  const { worker } = await running("a", A);
  await worker.message({ type: "adopt", glue: "foothold-bb.js" }, "p1");
  assert.equal(worker.claimed, false);
  await worker.message({ type: "adopt", glue: "foothold-aa.js" }, "p1");
  assert.equal(worker.claimed, true);
});

test("when the browser threw the files away, page and parts both come from the host", async () => {
  const { browser, worker } = await running("a", A);
  for (const name of [...browser.stores.keys()]) browser.stores.delete(name);
  browser.host = { ...B };
  assert.equal(await text(worker.navigate("p1")), "page B");
  assert.equal(await text(worker.ask("p1", "boot.js")), "boot B");
});

test("the kill switch takes the worker and its caches away, and nothing else", async () => {
  const { browser } = await running("a", A);
  await browser.caches.open("other-app");
  const last = new Worker(browser, "", {});
  await last.install();
  assert.equal(last.skipped, true);
  await last.activate();
  assert.deepEqual([...browser.stores.keys()], ["other-app"]);
  assert.equal(browser.registration.gone, true);
  assert.equal(await last.ask("p1", "boot.js"), undefined);
});

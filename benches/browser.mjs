// One Chromium at a time: started fresh, slowed down, tapped by real input, and asked when the answer was on screen.
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const FLAGS = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-background-networking", "--disable-extensions",
  "--disable-component-update", "--disable-sync", "--no-first-run",
  // Pages of the browser's own address bar would load at the same moment as ours.
  "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup"];
/** The middle user of 2026, by performance budgets of that year: 9 Mbps down, 3 up, 100 ms there and back. */
const NETWORK = { offline: false, latency: 100, downloadThroughput: 9e6 / 8, uploadThroughput: 3e6 / 8 };
/** A cheap tablet beside a development machine. */
export const CHEAP = 6;

/** Runs in the page before anything of its own. `after` is the first moment behind the frame that comes next. */
function inPage() {
  const after = (then) => requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => then(performance.now());
    channel.port2.postMessage(0);
  });
  window.bench = { after, samples: [], slow: 0, told: 0 };
  // How long each event of these kinds takes until the frame that shows it.
  window.bench.listen = (...types) => types.forEach((type) => addEventListener(type, (event) => {
    if (type === "pointermove" && event.buttons === 0) return;
    after((now) => window.bench.samples.push(now - event.timeStamp));
  }, true));
  // Taps `control` as soon as it is on screen, again and again, until `effect` is; the time is the frame with it.
  window.bench.tap = (control, effect) => {
    let asked = false;
    let done = false;
    // A control moves while styles and fonts come in, so it is looked for anew before every tap.
    const find = () => {
      const box = document.querySelector(control)?.getBoundingClientRect();
      if (done) return;
      setTimeout(find, 50);
      if (!box || box.width === 0) return;
      window.bench.told += 1;
      window.benchFound(JSON.stringify({ x: box.x + box.width / 2, y: box.y + box.height / 2 }));
    };
    const look = () => {
      if (!asked && document.querySelector(control) !== null) {
        asked = true;
        requestAnimationFrame(find);
      }
      if (!done && effect()) {
        done = true;
        after((now) => window.benchDone(String(now)));
      }
    };
    new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true, attributes: true });
    for (const type of ["input", "focusin", "click"]) addEventListener(type, () => queueMicrotask(look));
  };
}

export class Browser {
  /** `profile` is a folder that is copied first: what a round writes is gone with it. */
  static async start({ puppeteer, work, profile, keep, pinned }) {
    const folder = keep ?? mkdtempSync(join(work, "round-"));
    if (profile !== undefined) cpSync(profile, folder, { recursive: true });
    const chromium = await puppeteer.launch({
      executablePath: process.env.FOOTHOLD_CHROMIUM ?? "/usr/bin/chromium",
      headless: true, userDataDir: folder, args: FLAGS, defaultViewport: { width: 1024, height: 768 }, protocolTimeout: 120_000,
    });
    if (pinned) (await import("node:child_process")).execFileSync("taskset", ["-acp", "0", String(chromium.process().pid)]);
    const browser = new Browser();
    const [page] = await chromium.pages();
    const cdp = await page.createCDPSession();
    Object.assign(browser, { chromium, page, cdp, folder, keep: keep !== undefined, bytes: 0, requests: 0 });
    await cdp.send("Network.enable");
    cdp.on("Network.loadingFinished", ({ encodedDataLength }) => {
      browser.bytes += encodedDataLength;
      browser.requests += 1;
    });
    await page.evaluateOnNewDocument(inPage);
    return browser;
  }

  async slow(rate) {
    await this.cdp.send("Emulation.setCPUThrottlingRate", { rate });
  }

  async network() {
    await this.cdp.send("Network.emulateNetworkConditions", NETWORK);
  }

  /** Goes to an address; with `tap`, gives the milliseconds from the start of the navigation to its answer on screen. */
  async tap(url, { control, effect, key }) {
    let tapping = false;
    const answer = new Promise((done, failed) => {
      this.cdp.on("Runtime.bindingCalled", ({ name, payload }) => {
        if (name === "benchFound" && !tapping) {
          tapping = true; // a page that has not taken one tap gets no second one on top
          this.click(JSON.parse(payload), key).then(() => (tapping = false));
        }
        if (name === "benchDone") done(Number(payload));
      });
      setTimeout(async () => {
        const seen = await this.page.evaluate(() => Promise.race([
          new Promise((done) => requestAnimationFrame(() => done("frames come"))),
          new Promise((done) => setTimeout(done, 1000, "no frame comes")),
        ]).then((frames) => `${document.visibilityState}, ${frames}, ${document.readyState}, ${window.bench.told} taps, ${document.body?.innerText.slice(0, 60)}`)).catch(String);
        failed(new Error(`no answer at ${url} from ${control}; it shows: ${seen}`));
      }, 20_000).unref();
    });
    answer.catch(() => {});
    await this.cdp.send("Runtime.enable");
    for (const name of ["benchFound", "benchDone"]) await this.cdp.send("Runtime.addBinding", { name });
    await this.page.evaluateOnNewDocument(`window.bench.tap(${JSON.stringify(control)}, () => ${effect})`);
    this.page.goto(url).catch(() => {});
    return answer;
  }

  /** A real tap, and a real key behind it; nobody waits for the page to take it. */
  click({ x, y }, key) {
    const mouse = { x, y, button: "left", clickCount: 1 };
    const sent = [
      this.cdp.send("Input.dispatchMouseEvent", { ...mouse, type: "mousePressed", buttons: 1 }),
      this.cdp.send("Input.dispatchMouseEvent", { ...mouse, type: "mouseReleased" }),
    ];
    if (key) sent.push(this.key(key));
    return Promise.all(sent).catch(() => {});
  }

  key(key) {
    const code = { key, text: key, unmodifiedText: key };
    return Promise.all([
      this.cdp.send("Input.dispatchKeyEvent", { type: "keyDown", ...code }),
      this.cdp.send("Input.dispatchKeyEvent", { type: "keyUp", key }),
    ]).catch(() => {});
  }

  /** Middle of an element in the window, scrolled into sight first. */
  async place(selector) {
    return this.page.evaluate(async (selector) => {
      const found = document.querySelector(selector);
      found.scrollIntoView({ block: "center", behavior: "instant" });
      await new Promise((done) => setTimeout(done, 100));
      const { x, y, width, height } = found.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2, left: x, width };
    }, selector);
  }

  /** Samples since the last time. */
  take() {
    return this.page.evaluate(() => window.bench.samples.splice(0));
  }

  async paint() {
    return this.page.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.NaN);
  }

  async stop() {
    await this.slow(1).catch(() => {});
    const gone = new Promise((done) => this.chromium.process()?.once("exit", done) ?? done());
    await this.chromium.close().catch(() => {});
    await Promise.race([gone, sleep(5000)]);
    if (!this.keep) rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Waits until the app has mounted. */
export async function up(page) {
  await page.waitForFunction(() => document.querySelector(".fh-app:not(#first)") !== null, { timeout: 60_000 });
}

/** A profile in which `url` was opened once and is kept offline, with `records` in both stores before that. */
export async function prepare(how, { url, seed, app }) {
  const keep = mkdtempSync(join(how.work, "profile-"));
  const browser = await Browser.start({ ...how, keep });
  if (seed !== undefined) await fill(browser.page, url, seed);
  if (app === false) {
    await browser.stop();
    return keep;
  }
  await browser.page.goto(url);
  await browser.page.waitForFunction(() => document.documentElement.dataset.offline === "ready", { timeout: 90_000 });
  await sleep(2500); // healing and the receipt
  await browser.stop();
  return keep;
}

/** Puts what is kept into both stores (the covers of the list into the log alone), from a page of the same host on which the app does not run. */
export async function fill(page, url, { records, covers }) {
  await page.goto(new URL("help.html", url).href);
  await page.evaluate(async (records, covers) => {
    const refused = [];
    for (const [key, text] of Object.entries({ ...records, ...covers })) {
      try { localStorage.setItem(key, text); } catch { refused.push(key); }
    }
    const request = indexedDB.open("foothold", 1);
    request.onupgradeneeded = () => request.result.createObjectStore("records");
    const database = await new Promise((done) => (request.onsuccess = () => done(request.result)));
    const transaction = database.transaction("records", "readwrite", { durability: "strict" });
    for (const [key, text] of Object.entries(records)) transaction.objectStore("records").put(text, key);
    await new Promise((done, failed) => Object.assign(transaction, { oncomplete: done, onabort: failed }));
    database.close();
    if (refused.length > 0) throw new Error(`the log is full: ${refused.length} records refused`);
  }, records, covers);
}

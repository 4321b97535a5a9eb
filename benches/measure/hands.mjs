// P6 and P6t: from a move or a key to the frame that shows it; half of the samples of a round take longer than p50.
import { setTimeout as sleep } from "node:timers/promises";
import { Browser, CHEAP, fill, up } from "../browser.mjs";
import { share } from "../figures.mjs";

const MOVES = 60;
const SWEEPS = 3;
const EVERY_MS = 30;
const WORDS = "Ride the bus to work with my breathing card three times a week";

async function open(bench, which) {
  const browser = await Browser.start(bench);
  if (which === "app") {
    const seed = await bench.seed(20, 20);
    await fill(browser.page, bench.app.url, seed);
    await browser.page.goto(bench.app.url + seed.addresses.find((address) => address.includes("/build/")));
    await browser.page.reload();
    await up(browser.page);
  } else {
    await browser.page.goto(`${bench.bare.url}hands.html`);
  }
  await sleep(1500);
  await browser.slow(CHEAP);
  await browser.page.evaluate(() => {
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) if (duration > 32) window.bench.slow += 1;
    }).observe({ type: "event", durationThreshold: 16 });
  });
  return browser;
}

async function close(browser) {
  const samples = await browser.take();
  const slow = await browser.page.evaluate(() => window.bench.slow);
  await browser.stop();
  if (samples.length < 30) throw new Error(`only ${samples.length} events arrived`);
  return { p50: share(samples, 0.5), p95: share(samples, 0.95), slow, n: samples.length };
}

async function slide(bench, which) {
  const browser = await open(bench, which);
  const { cdp } = browser;
  // The same way for both: along the line of footholds, or along the slider.
  const line = await browser.place(which === "app" ? ".fh-ruler__steps" : "#slider");
  const from = line.left + 12;
  const way = line.width - 24;
  await browser.page.evaluate(() => window.bench.listen("pointermove", "pointerup"));
  const mouse = (type, x, buttons) => cdp.send("Input.dispatchMouseEvent", { type, x, y: line.y, button: "left", buttons, clickCount: 1 });
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    await mouse("mousePressed", from, 1);
    for (let move = 1; move <= MOVES; move += 1) {
      const next = performance.now() + EVERY_MS;
      mouse("mouseMoved", from + (way * move) / MOVES, 1).catch(() => {});
      await sleep(next - performance.now());
    }
    await mouse("mouseReleased", from + way, 0);
    await sleep(400);
  }
  return close(browser);
}

async function type(bench, which) {
  const browser = await open(bench, which);
  const at = await browser.place(which === "app" ? "#place-what textarea" : "#text");
  await browser.click(at);
  await sleep(300);
  await browser.page.evaluate(() => window.bench.listen("keydown"));
  for (const key of WORDS) {
    browser.key(key);
    await sleep(70);
  }
  await sleep(500);
  return close(browser);
}

async function hands(bench, play, id, what) {
  const rounds = await bench.rounds(4, { bare: () => play(bench, "bare"), again: () => play(bench, "bare"), app: () => play(bench, "app") });
  const of = (name) => bench.pick(rounds, name);
  const slow = rounds.map((round) => round.app.slow);
  return {
    aa: bench.ratio(of("p95"), "again", "bare"),
    lines: [
      { id, what: `${what}, p95`, limit: 1.3, ...bench.ratio(of("p95"), "app", "bare") },
      { id: `${id} p50`, what: `${what}, p50`, ...bench.ratio(of("p50"), "app", "bare") },
    ],
    notes: [`Event Timing entries over 32 ms a round: app ${slow.join(", ")}; bare ${rounds.map((round) => round.bare.slow).join(", ")}`],
  };
}

export const slider = (bench) => hands(bench, slide, "P6", "a move along the ruler to its frame / ten lines of plain JS, saving on");
export const keys = (bench) => hands(bench, type, "P6t", "a key in the goal builder to its frame, findings shown / bare textarea");

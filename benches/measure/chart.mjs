// P12: one more rating on a chart of 1,000: what the scripts take, and how long until it is on screen.
import { setTimeout as sleep } from "node:timers/promises";
import { Browser, CHEAP, fill, up } from "../browser.mjs";
import { median } from "../figures.mjs";

const TAPS = 8;

async function draw(bench, which) {
  const browser = await Browser.start(bench);
  const { page, cdp } = browser;
  if (which === "app") {
    const seed = await bench.seed(1000, 1000);
    await fill(page, bench.app.url, seed);
    await page.goto(bench.app.url + seed.addresses.find((address) => address.includes("/ladder/")));
    await page.reload();
    await up(page);
  } else {
    await page.goto(`${bench.bare.url}chart.html${which === "chartjs" ? "?chartjs" : ""}`);
    await page.waitForFunction(() => document.documentElement.dataset.ready === "yes");
  }
  await sleep(2000);
  await browser.slow(CHEAP);
  const taps = which === "app" ? [".fh-progress__chart label[data-step='4']", ".fh-progress__chart label[data-step='7']"] : ["#rate"];
  await cdp.send("Performance.enable");
  const script = async () => (await cdp.send("Performance.getMetrics")).metrics.find(({ name }) => name === "ScriptDuration").value * 1000;
  await browser.place(taps[0]);
  await page.evaluate(() => window.bench.listen("click"));
  const scripts = [];
  for (let tap = 0; tap < TAPS; tap += 1) {
    const at = await page.evaluate((selector) => {
      const { x, y, width, height } = document.querySelector(selector).getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    }, taps[tap % taps.length]);
    const before = await script();
    await browser.click(at);
    await sleep(500);
    scripts.push((await script()) - before);
  }
  // A label's tap is two clicks: its own, and the one it hands to its dot.
  const paints = (await browser.take()).slice(which === "app" ? 2 : 1);
  await browser.stop();
  return { script: median(scripts.slice(1)), paint: median(paints) };
}

export async function chart(bench) {
  const visits = { canvas: () => draw(bench, "canvas"), again: () => draw(bench, "canvas"), app: () => draw(bench, "app") };
  if (bench.peerFolder) visits.chartjs = () => draw(bench, "chartjs");
  const rounds = await bench.rounds(4, visits);
  const paint = bench.pick(rounds, "paint");
  const script = bench.pick(rounds, "script");
  const lines = [{ id: "P12", what: "one more rating on a chart of 1,000, tap to paint / raw canvas", limit: 1.5, ...bench.ratio(paint, "app", "canvas") }];
  if (bench.peerFolder) {
    lines.push({ id: "P12 script", what: "the same, script / Chart.js", limit: 0.1, ...bench.ratio(script, "app", "chartjs") });
    lines.push({ id: "P12 peer", what: "the same, tap to paint / Chart.js", ...bench.ratio(paint, "app", "chartjs") });
  } else {
    lines.push({ id: "P12 script", what: "the same, script / raw canvas (against Chart.js with --peers)", ...bench.ratio(script, "app", "canvas") });
  }
  return { aa: bench.ratio(paint, "again", "canvas"), lines, notes: [] };
}

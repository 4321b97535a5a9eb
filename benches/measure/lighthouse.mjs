// P16: Lighthouse's score for performance on every page, on an old tablet, with 10,000 ratings stored.
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Browser, prepare } from "../browser.mjs";
import { median } from "../figures.mjs";

const OLD = 10;
const LIMIT = 95;

export async function lighthouse(bench) {
  const { default: judge } = await import(pathToFileURL(bench.npm.resolve("lighthouse")).href);
  const seed = await bench.seed(10_000, 500);
  const profile = await prepare(bench, { url: bench.app.url, seed, app: false });
  const settings = {
    onlyCategories: ["performance"], disableStorageReset: true, output: "json", logLevel: "silent",
    throttling: { rttMs: 150, throughputKbps: 1638.4, cpuSlowdownMultiplier: OLD },
  };
  let index = 0;
  const look = async (address) => {
    const keep = mkdtempSync(join(bench.work, "round-"));
    cpSync(profile, keep, { recursive: true });
    const browser = await Browser.start({ ...bench, keep });
    try {
      const port = Number(new URL(browser.chromium.wsEndpoint()).port);
      const { lhr } = await judge(bench.app.url + address, { ...settings, port });
      if (lhr.runtimeError) throw new Error(lhr.runtimeError.message);
      index = lhr.environment.benchmarkIndex;
      const of = (name) => lhr.audits[name].numericValue;
      return { score: lhr.categories.performance.score * 100, fcp: of("first-contentful-paint"), lcp: of("largest-contentful-paint"), tbt: of("total-blocking-time"), cls: of("cumulative-layout-shift") };
    } finally {
      await browser.stop();
      rmSync(keep, { recursive: true, force: true, maxRetries: 5 });
    }
  };
  const lines = [];
  const pages = [...seed.addresses, "help.html", "rescue.html"];
  for (const address of bench.quick ? pages.slice(0, 1) : pages) {
    const runs = [await look(address)];
    // A page below the line gets two more; the median counts.
    if (!bench.quick && runs[0].score < LIMIT) runs.push(await look(address), await look(address));
    const of = (name) => median(runs.map((run) => run[name]));
    const scores = runs.map((run) => run.score);
    const name = address.replace(/[0-9a-f]{16}-\d+/g, "..");
    lines.push({
      id: `P16 ${name}`, limit: LIMIT, least_good: true, ratio: of("score"), least: Math.min(...scores), most: Math.max(...scores), n: runs.length,
      what: `Lighthouse performance at CPU ${OLD}x: FCP ${of("fcp").toFixed(0)}, LCP ${of("lcp").toFixed(0)}, TBT ${of("tbt").toFixed(0)} ms, CLS ${of("cls").toFixed(3)}`,
    });
    process.stdout.write(".");
  }
  process.stdout.write("\n");
  return { lines, notes: [`BenchmarkIndex ${index.toFixed(0)}; cold loads, since it judges before a worker is in charge`] };
}

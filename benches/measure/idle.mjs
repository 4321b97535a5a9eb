// P14: what the main thread does while nobody does anything: 5 s, after 4 s of rest.
import { setTimeout as sleep } from "node:timers/promises";
import { Browser, up } from "../browser.mjs";

async function rest(bench, which) {
  const browser = await Browser.start(bench);
  await browser.page.goto(bench[which].url);
  if (which === "app") {
    await up(browser.page);
    await browser.page.waitForFunction(() => document.documentElement.dataset.offline === "ready", { timeout: 60_000 });
  }
  // Time the thread really ran: what other processes take away is not the page's.
  await browser.cdp.send("Performance.enable", { timeDomain: "threadTicks" });
  await sleep(4000);
  const busy = async () => {
    const { metrics } = await browser.cdp.send("Performance.getMetrics");
    return metrics.find(({ name }) => name === "TaskDuration").value * 1000;
  };
  const before = await busy();
  await sleep(5000);
  const ms = (await busy()) - before;
  await browser.stop();
  return { ms };
}

export async function idle(bench) {
  const rounds = bench.pick(await bench.rounds(5, { bare: () => rest(bench, "bare"), again: () => rest(bench, "bare"), app: () => rest(bench, "app") }), "ms");
  return {
    aa: bench.ratio(rounds, "again", "bare"),
    lines: [{ id: "P14", what: "main thread in 5 s of rest / bare page", limit: 2, ...bench.ratio(rounds, "app", "bare") }],
    notes: [],
  };
}

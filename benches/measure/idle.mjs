// P14: what the main thread does while nobody does anything: 5 s, after 12 s of rest.
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
  // Eight to ten seconds after a load the browser tidies its own memory, once; that is no page's rest.
  await sleep(12_000);
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
  // Side by side, since what a resting page leaves to others is nearly everything.
  const all = async () => {
    const [bare, again, app] = await Promise.all(["bare", "bare", "app"].map((which) => rest(bench, which)));
    return { bare: bare.ms, again: again.ms, app: app.ms };
  };
  const rounds = (await bench.rounds(5, { all })).map((round) => round.all);
  return {
    aa: bench.ratio(rounds, "again", "bare"),
    lines: [{ id: "P14", what: "main thread in 5 s of rest / bare page", limit: 2, ...bench.ratio(rounds, "app", "bare") }],
    notes: [],
  };
}

// P6g: one goal read, all that is found in it, and what it is called in seven voices; built as the app is built.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { Browser, CHEAP } from "../browser.mjs";
import { median, share } from "../figures.mjs";
import { root } from "../site.mjs";

const FOLDER = join(root, "tests/goals");

/** Milliseconds a goal, each. */
async function read(bench, goals) {
  const browser = await Browser.start(bench);
  await browser.page.setBypassCSP(true);
  await browser.page.goto(`${bench.bare.url}hands.html`);
  await browser.slow(CHEAP);
  await browser.page.addScriptTag({ content: readFileSync(join(process.env.FOOTHOLD_PACE, "pace_in_browser.js"), "utf8") });
  const wasm = readFileSync(join(process.env.FOOTHOLD_PACE, "pace_in_browser_bg.wasm")).toString("base64");
  const each = await browser.page.evaluate(async (wasm, goals) => {
    window.goals = goals;
    await wasm_bindgen({ module_or_path: Uint8Array.from(atob(wasm), (letter) => letter.charCodeAt(0)) });
    return window.pace;
  }, wasm, goals);
  await browser.stop();
  return { p50: median(each), p95: share(each, 0.95) };
}

export async function pace(bench) {
  const goals = readdirSync(FOLDER).flatMap((name) => readFileSync(join(FOLDER, name), "utf8").trim().split("\n").map((line) => JSON.parse(line).text));
  const rounds = await bench.rounds(4, { one: () => read(bench, goals), again: () => read(bench, goals) });
  const figures = (name) => {
    const each = rounds.map((round) => round.one[name]);
    return { ratio: median(each), least: Math.min(...each), most: Math.max(...each), n: each.length };
  };
  const what = `milliseconds a goal, read, found and written in seven voices, of ${goals.length} goals`;
  return {
    aa: bench.ratio(bench.pick(rounds, "p50"), "again", "one"),
    lines: [{ id: "P6g", what: `${what}, p50`, limit: 1, ...figures("p50") }, { id: "P6g p95", what: `${what}, p95`, ...figures("p95") }],
    notes: [],
  };
}

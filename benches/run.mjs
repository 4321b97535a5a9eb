// Measures the budgets of speed: ours and a bare page of ours in turn, ratios within one round, medians over rounds.
// scripts/bench builds what is needed and calls this; docs/decisions/0028 says how it works and why.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Crowd } from "./crowd.mjs";
import { characters, doubt, ratio } from "./figures.mjs";
import { write } from "./report.mjs";
import { Site, layBare, root } from "./site.mjs";
import { chart } from "./measure/chart.mjs";
import { room, typed } from "./measure/data.mjs";
import { pace } from "./measure/goals.mjs";
import { keys, slider } from "./measure/hands.mjs";
import { idle } from "./measure/idle.mjs";
import { lighthouse } from "./measure/lighthouse.mjs";
import { peers } from "./measure/peers.mjs";
import { receipt, save } from "./measure/save.mjs";
import { cold, full, offline } from "./measure/start.mjs";

/** In the order they are played; the name is what `--only` takes. */
const MEASURES = { P1: cold, P3: offline, P4: full, P6: slider, P6t: keys, P6g: pace, P7: save, P7r: receipt, P8: typed, P9: room, P12: chart, P14: idle, P16: lighthouse };
const ALSO = { P1w: "P1" };

const has = (name) => process.argv.includes(`--${name}`);
const option = (name) => (has(name) ? process.argv[process.argv.indexOf(`--${name}`) + 1] : undefined);
const quick = has("quick"); // one round each and no verdict: does the bench itself still run?
const say = (text) => console.log(`[${new Date().toTimeString().slice(0, 8)}] ${text}`);

const work = mkdtempSync(join(tmpdir(), "foothold-bench-"));
const npm = createRequire(join(process.env.FOOTHOLD_BENCH_NPM ?? join(root, "benches"), "package.json"));
const peerFolder = has("peers") ? process.env.FOOTHOLD_BENCH_PEERS : undefined;
const seeds = new Map();
let crowd = new Crowd();

const bench = {
  work, npm, quick, say, peerFolder,
  puppeteer: npm("puppeteer-core"),
  pinned: has("pinned"),
  ratio,
  pick: (rounds, name) => rounds.map((round) => Object.fromEntries(Object.entries(round).map(([key, value]) => [key, value[name]]))),

  /** Every page once, in order; the next round in reverse order. No round is dropped. */
  async rounds(count, visits) {
    const rounds = [];
    const names = Object.keys(visits);
    const most = quick ? 1 : Number(option("rounds") ?? count);
    for (let nth = 0; nth < most; nth += 1) {
      const round = {};
      for (const name of nth % 2 === 0 ? names : [...names].reverse()) {
        // A browser that never answered has given no figure; it is asked again, once, and that is said.
        const visit = async () => visits[name]();
        if (!quick) await crowd.pause();
        round[name] = await visit().catch((error) => {
          console.error(`\n  a stumble: ${error.message}`);
          return visit();
        });
      }
      rounds.push(round);
      process.stdout.write(".");
    }
    process.stdout.write("\n");
    return rounds;
  },

  /** From here on others are looked for anew. */
  quiet() {
    crowd = new Crowd();
  },
  taken: () => crowd.share(),

  /** A practice with that many ratings, or with as many as the browser's log has room for. */
  async seed(wanted, each) {
    const name = `${wanted}/${each}`;
    if (!seeds.has(name)) seeds.set(name, grow(wanted, each));
    return seeds.get(name);
  },
  stored: (...words) => execFileSync(process.env.FOOTHOLD_STORED, words.map(String), { encoding: "utf8", maxBuffer: 2 ** 30 }),
};

function grow(wanted, each) {
  const ROOM = 5_242_880 * 0.9; // the app asks for help above that, and a start has to write too
  let ratings = wanted;
  let seed = JSON.parse(bench.stored(ratings, each));
  const used = characters(seed.records);
  const notes = [];
  if (used > ROOM) {
    ratings = Math.floor((wanted * ROOM) / used / 1000) * 1000;
    seed = JSON.parse(bench.stored(ratings, each));
    notes.push(`${wanted.toLocaleString("en")} ratings need ${(used / 1e6).toFixed(2)} M characters and localStorage has 5.24 M: measured with ${ratings.toLocaleString("en")} (see P9)`);
  }
  return { ...seed, ratings, notes };
}

async function measure(name) {
  say(name);
  const started = Date.now();
  crowd = new Crowd();
  await crowd.pause();
  const found = await MEASURES[name](bench);
  await crowd.pause();
  const taken = crowd.share();
  const doubts = doubt(found.aa, taken);
  const isSure = doubts.length === 0 || found.isCount; // what is counted is the same on a busy machine
  for (const line of found.lines) {
    const holds = line.least_good ? line.ratio >= line.limit : line.ratio <= line.limit;
    if (quick) line.verdict = "";
    else if (line.limit === undefined) line.verdict = isSure ? "reported" : "reported, in doubt";
    else line.verdict = !isSure ? "inconclusive" : holds ? "holds" : "MISSED";
  }
  return { name, seconds: Math.round((Date.now() - started) / 1000), taken, doubts, ...found };
}

const number = (value) => (Number.isFinite(value) ? (Math.abs(value) < 10 ? value.toFixed(2) : value.toFixed(0)) : "-");
function tell({ lines, aa, doubts, notes, seconds }) {
  for (const line of lines) {
    const spread = line.n === undefined ? "" : ` (${number(line.least)} to ${number(line.most)}, n ${line.n}${line.reference === undefined ? "" : `; ${number(line.reference)} and ${number(line.ours)} ms`})`;
    console.log(`  ${line.id}: ${number(line.ratio)}${line.limit === undefined ? "" : ` of ${line.limit}`} ${line.verdict}${spread} ${line.what}`);
  }
  console.log(`  ${aa ? `A/A ${number(aa.ratio)}, ` : ""}${seconds} s${doubts.length > 0 ? `; in doubt: ${doubts.join(", ")}` : ""}`);
  for (const note of notes) console.log(`  ${note}`);
}

const asked = option("only")?.split(",").map((name) => ALSO[name] ?? name) ?? (has("peers") ? [] : Object.keys(MEASURES));
const unknown = asked.filter((name) => MEASURES[name] === undefined);
if (unknown.length > 0) {
  console.error(`no measure ${unknown.join(", ")}; there are ${Object.keys(MEASURES).join(", ")}`);
  process.exit(2);
}

// Stopped by hand, it leaves no server and no folder behind; the driver ends its own browser.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, () => {
    for (const site of [bench.app, bench.kept, bench.bare]) site?.process?.kill();
    rmSync(work, { recursive: true, force: true, maxRetries: 5 });
    process.exit(130);
  });
}

const laid = layBare(work, peerFolder && join(peerFolder, "node_modules/chart.js/dist/chart.umd.min.js"));
bench.bare = await new Site(laid.bare).start();
bench.kept = await new Site(laid.kept).start();
bench.app = await new Site(option("dist") ?? join(root, "dist")).start();
const results = [];
let fault = 0;
try {
  const plays = asked.map((name) => ({ name, play: () => measure(name) }));
  for (const { name, play } of plays) {
    try {
      let result = await play();
      tell(result);
      if (!quick && !has("once") && result.lines.some((line) => line.verdict === "inconclusive")) {
        say(`${name} was inconclusive: once more`);
        result = await play();
        tell(result);
        for (const line of result.lines) if (line.verdict === "inconclusive") line.verdict = "inconclusive twice";
      }
      results.push(result);
    } catch (error) {
      fault += 1;
      console.error(`  ${name} could not be measured: ${error.stack ?? error}`);
      await Promise.all([bench.app, bench.kept, bench.bare].map((site) => site.process === null && site.start()));
    }
  }
  if (has("peers")) results.push(...await peers(bench, tell));
} finally {
  for (const site of [bench.app, bench.kept, bench.bare]) await site.stop();
  rmSync(work, { recursive: true, force: true, maxRetries: 5 });
}

mkdirSync(join(root, "benches/results"), { recursive: true });
writeFileSync(join(root, "benches/results/last.json"), `${JSON.stringify(results, null, 1)}\n`);
if (has("write")) write(results, process.argv.slice(2));
const missed = results.flatMap(({ lines }) => lines).filter(({ verdict }) => verdict === "MISSED").length;
const lines = results.flatMap((result) => result.lines);
console.log(`${lines.filter(({ verdict }) => verdict === "holds").length} hold, ${missed} missed, ${lines.filter(({ verdict }) => /inconclusive/.test(verdict)).length} inconclusive`);
process.exitCode = fault > 0 ? 1 : missed > 0 ? 3 : 0;

// P2: other people's apps and ours, cold, until a named control answers. Only with --peers, never a gate.
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { doubt } from "../figures.mjs";
import { Site, root } from "../site.mjs";
import { APP, FIRST, visit } from "./start.mjs";

const PEERS = {
  react: { source: "list.jsx", what: "the same list in React 19", tap: { control: "#first-name", key: "A", effect: "(document.querySelector('#first-name')?.value ?? '') !== ''" } },
  survey: { source: "survey.js", what: "SurveyJS, ten scales", tap: { control: ".sd-rating__item", effect: "document.querySelector('.sd-rating__item--selected') !== null" } },
  excalidraw: { source: "draw.jsx", what: "Excalidraw, a tool is taken", tap: { control: "label:has([data-testid='toolbar-rectangle'])", effect: "document.querySelector(\"[data-testid='toolbar-rectangle']\")?.checked === true" } },
  actual: { what: "Actual, its first button is there", tap: { control: "#root button", effect: "document.querySelector('#root button') !== null" } },
};

function lay(bench, name, { source }) {
  const folder = join(bench.work, `peer-${name}`);
  const packages = join(bench.peerFolder, "node_modules");
  if (source === undefined) {
    cpSync(join(packages, "@actual-app/web/build"), folder, { recursive: true, filter: (path) => !path.endsWith(".map") });
    return folder;
  }
  mkdirSync(folder, { recursive: true });
  execFileSync(join(packages, ".bin/esbuild"), [
    join(root, "benches/peers", source), "--bundle", "--minify", "--format=esm", "--splitting", "--jsx=automatic", "--conditions=production",
    '--define:process.env.NODE_ENV="production"', "--loader:.woff2=file", "--log-level=error", `--outdir=${folder}`, "--entry-names=page",
  ], { env: { ...process.env, NODE_PATH: packages }, stdio: "inherit" });
  const css = existsSync(join(folder, "page.css")) ? '<link rel="stylesheet" href="page.css">' : "";
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Peer</title><link rel="icon" href="data:,">${css}`;
  writeFileSync(join(folder, "index.html"), `<!doctype html><html lang="en"><head>${head}</head><body><div id="root"></div><script type="module" src="page.js"></script></body></html>`);
  return folder;
}

export async function peers(bench, tell) {
  bench.say("peers: building them");
  const sites = {};
  const started = Date.now();
  bench.quiet();
  try {
    for (const [name, peer] of Object.entries(PEERS)) {
      sites[name] = await new Site(lay(bench, name, peer), ["--headers", join(root, "benches/peers/headers.txt")]).start();
    }
    const visits = {
      bare: () => visit(bench, bench.bare.url, FIRST),
      again: () => visit(bench, bench.bare.url, FIRST),
      app: () => visit(bench, bench.app.url, FIRST),
      appBegin: () => visit(bench, bench.app.url, APP),
    };
    for (const [name, { tap }] of Object.entries(PEERS)) visits[name] = () => visit(bench, sites[name].url, tap);
    const rounds = await bench.rounds(5, visits);
    const ms = bench.pick(rounds, "ms");
    const last = rounds.at(-1);
    const aa = bench.ratio(ms, "again", "bare");
    const taken = bench.taken();
    const doubts = doubt(aa, taken);
    const verdict = doubts.length === 0 ? "reported" : "reported, in doubt";
    const lines = Object.entries(PEERS).flatMap(([name, { what }]) => [
      { id: `P2 ${name}`, what: `cold, the app's first tap answered / ${what}`, verdict, ...bench.ratio(ms, "app", name) },
      { id: `P2 ${name}, app`, what: `cold, the app itself answers / ${what}`, verdict, ...bench.ratio(ms, "appBegin", name) },
    ]);
    const weights = Object.entries(last).map(([name, { bytes, requests }]) => `${name} ${(bytes / 1000).toFixed(0)} kB in ${requests}`);
    const notes = [`until it answered: ${weights.join(", ")}`];
    const result = { name: "P2", seconds: Math.round((Date.now() - started) / 1000), taken, doubts, aa, lines, notes };
    tell(result);
    return [result];
  } finally {
    for (const site of Object.values(sites)) await site.stop();
  }
}

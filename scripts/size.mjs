// What a first visit transfers, brotli -q 11, against the budget. Budgets only ever go down.
// node scripts/size.mjs [--dist dist] [--write]: --write also keeps the figures in docs/numbers.md.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";

const root = fileURLToPath(new URL("..", import.meta.url));
const at = process.argv.indexOf("--dist");
const dist = at < 0 ? join(root, "dist") : process.argv[at + 1];

function packed(name) {
  const body = readFileSync(join(dist, name));
  if (name.endsWith(".woff2")) return body.length; // compressed already
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: body.length };
  return brotliCompressSync(body, { params }).length;
}
const all = readdirSync(dist, { recursive: true }).map(String);
const total = (pattern) => all.filter((name) => pattern.test(name)).reduce((sum, name) => sum + packed(name), 0);

const glue = /^foothold-[^/]*\.js$/;
const LATER = /^foothold-later-[^/]*\.wasm$/; // every page but the first: fetched once the first one stands
const FIRST = /^foothold-(?!later-)[^/]*\.wasm$/;
const SHEET = /^foothold-(?!later-)[^/]*\.css$/;
const ROWS = [
  ["wasm before the first page is usable", total(FIRST), 197_600],
  ["wasm in all", total(FIRST) + total(LATER), 491_600],
  ["js: glue, boot, service worker", total(glue) + packed("light.js") + packed("boot.js") + packed("sw.js"), 10_400],
  ["css before the first page is usable", total(SHEET), 12_000],
  ["css in all", total(/\.css$/), 13_600],
  ["fonts", total(/\.woff2$/), 20_000],
  ["everything before usable", packed("index.html") + packed("light.js") + packed("boot.js") + total(glue) + total(FIRST) + total(SHEET) + total(/\.woff2$/), 238_200],
];
if (total(LATER) === 0) throw new Error("the build was not cut in two");
let over = 0;
for (const [part, bytes, budget] of ROWS) {
  if (bytes > budget) over += 1;
  console.log(`${bytes <= budget ? "ok  " : "OVER"} ${part}: ${bytes} of ${budget} bytes`);
}
console.log(`# pass ${ROWS.length - over}\n# fail ${over}`);

if (process.argv.includes("--write")) {
  const path = join(root, "docs/numbers.md");
  const before = existsSync(path) ? readFileSync(path, "utf8") : "# Numbers\n";
  const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"], { cwd: root, encoding: "utf8" }).trim();
  const rows = ROWS.map(([part, bytes, budget]) => `| ${part} | ${(bytes / 1000).toFixed(1)} kB | ${budget / 1000} kB |`);
  const section = [
    "## Size", "",
    `What a first visit transfers, brotli -q 11. ${new Date().toISOString().slice(0, 10)}, commit ${commit}, \`node scripts/size.mjs --write\`.`, "",
    "| part | now | budget |", "|---|---|---|", ...rows, "", "",
  ].join("\n");
  const after = /^## Size\n[^]*?(?=^## |$(?![^]))/m.test(before)
    ? before.replace(/^## Size\n[^]*?(?=^## |$(?![^]))/m, () => section)
    : `${before.trimEnd()}\n\n${section}`;
  writeFileSync(path, after);
}
process.exitCode = over === 0 ? 0 : 1;

// Keeps the figures of a run in docs/numbers.md. A run of some measures leaves the lines of the others as they are.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./site.mjs";

const HEAD = [
  "Ratios of the app to a page that does no more than a browser must, both in one run and in turn (docs/decisions/0028). Chromium, headless, CPU slowed six times unless said. \"In doubt\" says why a run decides nothing.",
  "",
  "| id | what | limit | figure | rounds: least to most | reference, ours | A/A | verdict | day, commit, command |",
  "|---|---|---|---|---|---|---|---|---|",
];

const number = (value) => (Number.isFinite(value) ? (Math.abs(value) < 10 ? value.toFixed(2) : value.toFixed(0)) : "");

export function write(results, said) {
  // Where the build lay is nobody's business.
  const words = said.filter((word, at) => word !== "--dist" && said[at - 1] !== "--dist");
  const path = join(root, "docs/numbers.md");
  const before = readFileSync(path, "utf8");
  const git = (...words) => execFileSync("git", words, { cwd: root, encoding: "utf8" }).trim();
  const commit = git("rev-parse", "--short", "HEAD") + (git("status", "--porcelain", "--", "src", "public", "style", "index.html") === "" ? "" : " and changes");
  const when = `${new Date().toISOString().slice(0, 10)}, ${commit}, \`scripts/bench${words.map((word) => ` ${word}`).join("")}\``;
  const place = /^## Speed\n[^]*?(?=^## |$(?![^]))/m;
  const kept = place.exec(before)?.[0] ?? "";
  const old = new Map([...kept.matchAll(/^\| (P[^|]*?) \|.*$/gm)].map(([line, id]) => [id, line]));
  const notes = new Map([...kept.matchAll(/^- (P\w+): .*$/gm)].map(([line, id]) => [id, line]));
  for (const { name, aa, doubts, lines, notes: more, taken } of results) {
    for (const id of old.keys()) if (id === name || id.startsWith(`${name} `)) old.delete(id);
    for (const line of lines) {
      const doubt = /inconclusive|doubt/.test(line.verdict) ? `: ${doubts.join(", ")}` : "";
      const range = line.n === undefined ? "" : `${number(line.least)} to ${number(line.most)}, n ${line.n}`;
      const both = line.reference === undefined ? "" : `${number(line.reference)}, ${number(line.ours)} ms`;
      old.set(line.id, `| ${[line.id, line.what, line.limit ?? "", number(line.ratio), range, both, number(aa?.ratio), line.verdict + doubt, when].join(" | ")} |`);
    }
    notes.set(name, `- ${name}: ${[`others took ${Math.round(taken * 100)} % of the cores`, ...more].join("; ")}.`);
  }
  const order = (text) => Number(/\d+/.exec(text)[0]);
  const sorted = (map) => [...map].sort(([a], [b]) => order(a) - order(b) || (a < b ? -1 : 1)).map(([, line]) => line);
  const section = ["## Speed", "", ...HEAD, ...sorted(old), "", ...sorted(notes), ""].join("\n");
  writeFileSync(path, place.test(before) ? before.replace(place, () => `${section}\n`) : `${before.trimEnd()}\n\n${section}`);
}

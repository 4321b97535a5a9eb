// The last step of a build (trunk's post_build hook): finishes the static pages and writes the service worker's list.
// FOOTHOLD_DRIVEN=1 first adds tests/e2e/fixture/driven.js, for browsers that no driver can reopen; FOOTHOLD_KILL=1 writes a
// worker that takes itself off every tablet (docs/hosting/README.md).
import { createHash } from "node:crypto";
import { copyFileSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { slim } from "./slim.mjs";
import { plan } from "./split.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const staging = process.env.TRUNK_STAGING_DIR ?? join(root, "dist");
const sum = (bytes) => createHash("sha256").update(bytes).digest("hex");

function edit(name, change) {
  const path = join(staging, name);
  const before = readFileSync(path, "utf8");
  const after = change(before);
  if (after === before) throw new Error(`${name} does not hold what should be replaced`);
  writeFileSync(path, after);
}

// Wasm and glue lose what nobody can reach, and what the first page does not need comes later. The tests of this
// script build without them. The linker's notes are in cargo's own file: wasm-bindgen's has lost them.
const [wasm, glue] = [/^foothold-.*\.wasm$/, /^foothold-.*\.js$/].map((name) => readdirSync(staging).find((file) => name.test(file)));
if (wasm !== undefined && glue !== undefined) {
  const linked = join(process.env.CARGO_TARGET_DIR ?? join(root, "target"), "wasm32-unknown-unknown/release/foothold.wasm");
  const { later, ...less } = slim(readFileSync(join(staging, wasm)), readFileSync(join(staging, glue), "utf8"), plan(readFileSync(linked)));
  writeFileSync(join(staging, wasm), less.wasm);
  writeFileSync(join(staging, glue), less.glue);
  if (later !== null) {
    const name = `foothold-later-${sum(later).slice(0, 16)}.wasm`;
    writeFileSync(join(staging, name), later);
    edit("index.html", (html) => html.replace("data-app-wasm=", `data-app-later="./${name}" data-app-wasm=`));
  }
}

// The static pages wear the app's own style sheet, whose name carries a hash.
const sheet = readdirSync(staging).find((name) => /^foothold-(?!later-).*\.css$/.test(name));
if (sheet === undefined) throw new Error("no style sheet in the build");
for (const page of readdirSync(staging).filter((name) => name.endsWith(".html") && name !== "index.html")) {
  edit(page, (html) => html.replace('href="foothold.css"', `href="./${sheet}"`));
}

if (process.env.FOOTHOLD_DRIVEN) {
  for (const name of ["driven.js", "early.js"]) copyFileSync(join(root, "tests/e2e/fixture", name), join(staging, name));
  edit("index.html", (html) => html.replace("</form>", '</form><script src="./early.js"></script>'));
  edit("index.html", (html) => html.replace("</body>", '<script type="module" src="./driven.js"></script></body>'));
  edit("boot.js", (js) => js.replace(/^ {2}narrow\(\);\n/m, "")); // its reports go out by fetch
}

// Comments and indentation of scripts stay behind: they are for us, not for the wire. Only whole lines are touched.
for (const name of readdirSync(staging).filter((name) => name.endsWith(".js"))) {
  const path = join(staging, name);
  const script = readFileSync(path, "utf8");
  if (/`[^`\n]*\n/.test(script.replace(/^\s*\/\/.*$/gm, "").replace(/`[^`\n]*`/g, ""))) continue; // a text over several lines
  const bare = script.replace(/^\s*\/\*\*[^]*?\*\/\s*$/gm, "").split("\n").map((line) => line.trim());
  writeFileSync(path, bare.filter((line) => line !== "" && !line.startsWith("//")).join("\n") + "\n");
}

const files = readdirSync(staging, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(staging, join(entry.parentPath ?? entry.path, entry.name)).split(sep).join("/"))
  .filter((path) => path !== "sw.js")
  .sort()
  .map((path) => [path, sum(readFileSync(join(staging, path)))]);
const list = process.env.FOOTHOLD_KILL ? [] : files;

edit("sw.js", (template) => {
  const version = sum(template + JSON.stringify(list)).slice(0, 16);
  const lines = list.map((file) => `  ${JSON.stringify(file)},\n`).join("");
  return template
    .replace('const VERSION = "";', () => `const VERSION = "${version}";`)
    .replace("const FILES = [];", () => `const FILES = [\n${lines}];`);
});

// Reads the sources and the built app for what must never be in them. One line a rule; a rule that fails names the place.
// node scripts/audit.mjs [--dist dist]
import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const at = process.argv.indexOf("--dist");
const dist = at < 0 ? join(root, "dist") : process.argv[at + 1];
const read = (folder, name) => readFileSync(join(folder, name), "utf8");
const list = (folder, end) => readdirSync(folder, { recursive: true }).map(String).filter((name) => end.test(name)).sort();

let passed = 0;
let failed = 0;
/** `faults` are the places where the rule is broken. */
function rule(name, faults) {
  if (faults.length === 0) passed += 1;
  else failed += 1;
  console.log(`${faults.length === 0 ? "ok  " : "FAIL"} ${name}${faults.map((fault) => `\n       ${fault}`).join("")}`);
}
/** Every line of the files that fits the pattern. */
function lines(folder, end, pattern) {
  return list(folder, end).flatMap((name) => read(folder, name).split("\n")
    .flatMap((line, index) => (pattern.test(line) ? [`${name}:${index + 1}: ${line.trim().slice(0, 100)}`] : [])));
}

const src = join(root, "src");
rule("no style attribute in a view: the policy blocks it", lines(src, /\.rs$/, /\bstyle\s*=\s*("|move\b|\{|r#)/));
rule("no HTML from text in the sources", lines(src, /\.rs$/, /inner_html|outer_html|insert_adjacent_html|dangerously|document\(\)\.write/));
rule("no HTML from text in the plain JS", lines(join(root, "public"), /\.js$/, /innerHTML|outerHTML|insertAdjacentHTML|document\.write/));
rule("no code from text, in ours or in the glue", [...lines(join(root, "public"), /\.js$/, /\beval\(|new Function\b/), ...lines(dist, /\.js$/, /\beval\(|new Function\b/)]);

const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'; img-src 'self' data:; "
  + "font-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; object-src 'none'";
const pages = list(dist, /\.html$/);
rule("every page carries the policy, word for word, before anything it governs", pages.filter((name) => {
  const html = read(dist, name);
  const meta = html.indexOf(`<meta http-equiv="Content-Security-Policy" content="${POLICY}">`);
  return meta < 0 || /<(script|link|style|img)\b/.test(html.slice(0, meta));
}));
const sample = readFileSync(join(root, "docs/hosting/headers.txt"), "utf8");
rule("the sample headers carry the same policy", sample.includes(`Content-Security-Policy: ${POLICY}; frame-ancestors 'none'\n`) ? [] : ["docs/hosting/headers.txt"]);
rule("no inline script", lines(dist, /\.html$/, /<script(?![^>]*\ssrc=)/));
rule("no inline style", lines(dist, /\.html$/, /<style\b|\sstyle\s*=/));
rule("no inline handler", lines(dist, /\.html$/, /\son[a-z]+\s*=/));
rule("no integrity attribute: trunk's names and sums drift apart", lines(dist, /\.html$/, /\sintegrity=/));
rule("no address of another host", lines(dist, /\.(html|js|css|webmanifest)$/, /["'(=]\s*(https?:)?\/\/(?!www\.w3\.org\/)[a-z0-9]/i));
rule("every address is relative, so any sub-path will do", lines(dist, /\.(html|webmanifest)$/, /(href|src|"start_url"|"scope")["']?\s*[=:]\s*["']\//));
rule("one constant title", pages.filter((name) => !read(dist, name).includes("<title>Foothold</title>")));
rule("every page says its language and fits the screen", pages.filter((name) => {
  const html = read(dist, name);
  return !html.includes('<html lang="en">') || !html.includes('name="viewport" content="width=device-width, initial-scale=1"');
}));

const worker = read(dist, "sw.js");
const files = JSON.parse(`[${worker.match(/const FILES = \[([^]*?)\];/)[1].replace(/,\s*$/, "")}]`);
const sum = (name) => createHash("sha256").update(readFileSync(join(dist, name))).digest("hex");
rule("the service worker lists every file with its true sum", [
  ...files.filter(([name, hash]) => sum(name) !== hash).map(([name]) => name),
  ...readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(join(dist, "/").length))
    .filter((name) => name !== "sw.js" && !files.some(([listed]) => listed === name)),
]);
rule("the build that people get has no test script and no panic probe", [
  ...lines(dist, /\.html$/, /driven/),
  ...list(dist, /\.wasm$/).filter((name) => readFileSync(join(dist, name)).includes("foothold:probe")),
]);
rule("no folder of the machine that built it", list(dist, /\.(wasm|js)$/)
  .filter((name) => /\/(home|root|Users)\/|\/registry\/src\//.test(readFileSync(join(dist, name), "latin1"))));

const numbers = JSON.parse(read(dist, "crisis-numbers.json"));
const signed = [numbers.signed_by, numbers.signed_on, numbers.source].every((value) => typeof value === "string" && value !== "");
rule("public help lines only with a name, a date and a source", numbers.numbers.length > 0 && !signed ? ["crisis-numbers.json"] : []);
rule("no download address in the npm lock file", lines(join(root, "scripts"), /^package-lock\.json$/, /"resolved"/));
rule("the README stays within 150 lines", read(root, "README.md").split("\n").length > 151 ? ["README.md"] : []);

console.log(`# pass ${passed}\n# fail ${failed}`);
process.exitCode = failed === 0 ? 0 : 1;

// Takes out of wasm and glue what nobody can reach, and shortens what is left. Called by write-sw.mjs.
//
// A library of leptos (streams for a server) exports classes that keep code alive, and between wasm and glue
// every function goes by a name with a sum in it, which no compression makes shorter.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { cut } from "./split.mjs";
import { Eye, HEAD, leb, sections, text } from "./wasm.mjs";

const CUSTOM = 0;
const IMPORTS = 2;
const EXPORTS = 7;
const OPTIMIZE = ["-Oz", "--low-memory-unused"];
const AS_WRITTEN = "--skip-pass=reorder-functions"; // split.mjs has found their order
// What rustc turns on for this target; a module read as text does not say it itself.
const FEATURES = ["bulk-memory", "multivalue", "mutable-globals", "nontrapping-float-to-int", "reference-types", "sign-ext"];

/** The wasm with its imports and exports named as these two say (`null` takes an export out), and without notes. */
function rewritten(wasm, importName, exportName, more = []) {
  const parts = [HEAD];
  for (const { kind, body } of sections(wasm)) {
    if (kind === CUSTOM) continue;
    const section = kind === IMPORTS ? imports(body, importName) : kind === EXPORTS ? exports(body, exportName, more) : body;
    parts.push(Buffer.from([kind, ...leb(section.length)]), Buffer.from(section));
  }
  return Buffer.concat(parts);
}

function imports(body, rename) {
  const eye = new Eye(body);
  const bytes = leb(eye.number());
  while (eye.at < body.length) {
    bytes.push(...text(eye.text()), ...text(rename(eye.text())));
    const start = eye.at;
    eye.importKind();
    bytes.push(...body.subarray(start, eye.at));
  }
  return bytes;
}

function exports(body, rename, more) {
  const eye = new Eye(body);
  let count = eye.number() + more.length;
  const bytes = more.flat();
  while (eye.at < body.length) {
    const name = rename(eye.text());
    const rest = [eye.byte(), ...leb(eye.number())];
    if (name === null) count -= 1;
    else bytes.push(...text(name), ...rest);
  }
  return [...leb(count), ...bytes];
}

/** What one of binaryen's tools makes of a module. */
function tool(name, input, ...flags) {
  const folder = mkdtempSync(join(tmpdir(), "slim-"));
  try {
    const [before, after] = ["before", "after"].map((name) => join(folder, name));
    writeFileSync(before, input);
    execFileSync(name, [...flags, before, "-o", after], { stdio: ["ignore", "inherit", "inherit"] });
    return readFileSync(after);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
const optimized = (wasm, ...flags) => tool("wasm-opt", wasm, ...OPTIMIZE, ...FEATURES.map((one) => `--enable-${one}`), ...flags);

/** The finished module as two by a plan of split.mjs; without one, or without anything to put off, as one. */
export function halves(wasm, what) {
  const two = what && cut(tool("wasm-dis", wasm).toString(), what);
  return two ? { first: optimized(two.first, AS_WRITTEN), later: optimized(two.later, AS_WRITTEN) } : { first: wasm, later: null };
}

/** The glue without classes: the app exports none of its own. */
const withoutClasses = (glue) => glue
  .replace(/^export class \w+ \{\n[^]*?^\}\n(?:if \(Symbol\.dispose\).*\n)?/gm, "")
  .replace(/^const \w+Finalization = [^;]*;\n/gm, "");

/** Slim wasm and glue that fit each other, and what may come later; the last two are for tests. */
export function slim(wasm, glue, what = null, optimize = (wasm) => optimized(wasm, "--converge"), split = halves) {
  glue = withoutClasses(glue);
  const isCalled = (name) => new RegExp(`\\bwasm\\.${name}\\b`).test(glue);
  // The second module shares the table; that it is a door also keeps the optimizer from seeing through the seam.
  const door = what ? [[...text("table"), 1, ...leb(0)]] : [];
  wasm = optimize(rewritten(wasm, (name) => name, (name) => (isCalled(name) ? name : null), door));
  const { first, later } = split(wasm, what);
  const needed = new Set(WebAssembly.Module.imports(new WebAssembly.Module(first)).map(({ name }) => name));
  glue = glue.replace(/^ {8}(\w+): function\([^]*?^ {8}\},\n/gm, (entry, name) => (needed.has(name) ? entry : ""));
  const names = new Map();
  const short = (name) => {
    if (!/[0-9a-f]{16}/.test(name) || !glue.includes(name)) return name;
    if (!names.has(name)) names.set(name, `_${names.size.toString(36)}`);
    return names.get(name);
  };
  wasm = rewritten(first, short, short);
  for (const [long, name] of names) glue = glue.replace(new RegExp(`\\b${long}\\b`, "g"), name);
  return { wasm, glue, later };
}

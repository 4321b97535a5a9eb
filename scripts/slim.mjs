// Takes out of wasm and glue what nobody can reach, and shortens what is left. Called by write-sw.mjs.
//
// A library of leptos (streams for a server) exports classes that keep code alive, and between wasm and glue
// every function goes by a name with a sum in it, which no compression makes shorter.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const IMPORTS = 2;
const EXPORTS = 7;
const HEAD = 8; // magic and version
const OPTIMIZE = ["-Oz", "--low-memory-unused", "--converge"];

/** A number as wasm writes it (LEB128). */
function leb(number) {
  const bytes = [];
  do {
    bytes.push((number & 127) | (number > 127 ? 128 : 0));
    number >>>= 7;
  } while (number > 0);
  return bytes;
}
const text = (words) => [...leb(Buffer.byteLength(words)), ...Buffer.from(words)];

/** Reads wasm from the front. */
class Eye {
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
  }
  byte() {
    return this.bytes[this.at++];
  }
  number() {
    let number = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      number += (byte & 127) * 2 ** shift;
      if (byte < 128) return number;
    }
  }
  take(length) {
    return this.bytes.subarray(this.at, (this.at += length));
  }
  text() {
    return Buffer.from(this.take(this.number())).toString();
  }
  limits() {
    if (this.byte() & 1) this.number();
    this.number();
  }
}

/** The wasm with its imports and exports named as these two say; `null` takes an export out. */
function rewritten(wasm, importName, exportName) {
  const eye = new Eye(wasm);
  const parts = [Buffer.from(eye.take(HEAD))];
  while (eye.at < wasm.length) {
    const kind = eye.byte();
    const body = eye.take(eye.number());
    const section = kind === IMPORTS ? imports(body, importName) : kind === EXPORTS ? exports(body, exportName) : body;
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
    const kind = eye.byte();
    if (kind === 0) eye.number(); // a function: its type
    else if (kind === 1) eye.limits(eye.byte()); // a table: what it holds, and how many
    else if (kind === 2) eye.limits(); // memory
    else if (kind === 3) eye.take(2); // a global: its type, and whether it changes
    else throw new Error(`an import of an unknown kind: ${kind}`);
    bytes.push(...body.subarray(start, eye.at));
  }
  return bytes;
}

function exports(body, rename) {
  const eye = new Eye(body);
  let count = eye.number();
  const bytes = [];
  while (eye.at < body.length) {
    const name = rename(eye.text());
    const rest = [eye.byte(), ...leb(eye.number())];
    if (name === null) count -= 1;
    else bytes.push(...text(name), ...rest);
  }
  return [...leb(count), ...bytes];
}

function optimized(wasm) {
  const folder = mkdtempSync(join(tmpdir(), "slim-"));
  try {
    const [before, after] = ["before.wasm", "after.wasm"].map((name) => join(folder, name));
    writeFileSync(before, wasm);
    execFileSync("wasm-opt", [...OPTIMIZE, before, "-o", after], { stdio: ["ignore", "inherit", "inherit"] });
    return readFileSync(after);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The glue without classes: the app exports none of its own. */
const withoutClasses = (glue) => glue
  .replace(/^export class \w+ \{\n[^]*?^\}\n(?:if \(Symbol\.dispose\).*\n)?/gm, "")
  .replace(/^const \w+Finalization = [^;]*;\n/gm, "");

/** Slim wasm and glue that fit each other; `optimize` is for tests. */
export function slim(wasm, glue, optimize = optimized) {
  glue = withoutClasses(glue);
  const isCalled = (name) => new RegExp(`\\bwasm\\.${name}\\b`).test(glue);
  wasm = optimize(rewritten(wasm, (name) => name, (name) => (isCalled(name) ? name : null)));
  const needed = new Set(WebAssembly.Module.imports(new WebAssembly.Module(wasm)).map(({ name }) => name));
  glue = glue.replace(/^ {8}(\w+): function\([^]*?^ {8}\},\n/gm, (entry, name) => (needed.has(name) ? entry : ""));
  const names = new Map();
  const short = (name) => {
    if (!/[0-9a-f]{16}/.test(name) || !glue.includes(name)) return name;
    if (!names.has(name)) names.set(name, `_${names.size.toString(36)}`);
    return names.get(name);
  };
  wasm = rewritten(wasm, short, short);
  for (const [long, name] of names) glue = glue.replace(new RegExp(`\\b${long}\\b`, "g"), name);
  return { wasm, glue };
}

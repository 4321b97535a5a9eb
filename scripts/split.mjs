// Cuts the finished wasm in two: what the first page needs, and everything behind the seam in src/ui/later.rs.
//
// The linker's own notes (--emit-relocs) say which function mentions which function, table slot and piece of data.
// What cannot be reached from the module's doors without passing the seam goes into the second module; the two share
// memory, table and stack. Nothing is guessed: a thing in doubt stays in the first module, where it does no harm.
import { alike } from "./alike.mjs";
import { Eye, sections } from "./wasm.mjs";

const CUSTOM = 0;
const IMPORTS = 2;
const EXPORTS = 7;
const START = 8;
const ELEMENTS = 9;
const CODE = 10;
const DATA = 11;
const SEAM = /5later4page/; // src/ui/later.rs, `page`, as both of the compiler's manglings write it

/** What may come later: slots of the function table and stretches of memory, `[from, to)`; `null` without the notes. */
export function plan(wasm) {
  const parts = sections(wasm);
  const bodyOf = (kind) => parts.find((part) => part.kind === kind)?.body ?? Buffer.from([0]);
  const notes = (name) => parts.find((part) => part.kind === CUSTOM && part.name === name);
  if (notes("linking") === undefined) return null;

  const symbols = symbolTable(notes("linking").body);
  const bodies = functionBodies(bodyOf(CODE), importedFunctions(bodyOf(IMPORTS)));
  const segments = dataSegments(bodyOf(DATA));
  const graph = new Map(); // "f12" or "d7" (a data symbol) to what it mentions
  const mention = (from, to) => graph.get(from)?.push(to) ?? graph.set(from, [to]);
  const named = ({ kind, index }, symbol) => (kind === "function" ? `f${index}` : kind === "data" ? `d${symbol}` : null);

  const data = symbols.map((symbol, at) => ({ ...symbol, at })).filter(({ kind, size }) => kind === "data" && size > 0);
  const holders = (segment, offset) => data.filter((one) => one.segment === segment && one.offset <= offset && offset < one.offset + one.size);

  const spoken = new Set();
  for (const { offset, symbol } of relocations(notes("reloc.CODE").body)) {
    const body = within(bodies, offset);
    const to = symbols[symbol] && named(symbols[symbol], symbol);
    spoken.add(body.index);
    if (to) mention(`f${body.index}`, to);
  }
  for (const { offset, symbol } of relocations(notes("reloc.DATA").body)) {
    const to = symbols[symbol] && named(symbols[symbol], symbol);
    const segment = segments.find((one) => one.start <= offset && offset < one.end);
    const from = holders(segment.index, offset - segment.start);
    if (from.length === 0) mention("root", to);
    for (const one of from) if (to) mention(`d${one.at}`, to);
  }
  // The linker's own stubs carry no notes: whatever could be a call in them counts as one.
  for (const { index, bytes } of bodies) {
    if (spoken.has(index)) continue;
    for (let at = 0; at < bytes.length; at += 1) if (bytes[at] === 0x10) mention(`f${index}`, `f${new Eye(bytes, at + 1).number()}`);
  }

  const seam = symbols.filter(({ kind, name }) => kind === "function" && SEAM.test(name));
  if (seam.length !== 1) throw new Error(`the seam was found ${seam.length} times`);
  const shut = `f${seam[0].index}`;
  const first = new Set();
  const queue = ["root", ...doors(bodyOf(EXPORTS)).map((index) => `f${index}`)];
  if (parts.some(({ kind }) => kind === START)) queue.push(`f${new Eye(bodyOf(START)).number()}`);
  while (queue.length > 0) {
    const node = queue.pop();
    if (node === shut || first.has(node)) continue;
    first.add(node);
    queue.push(...(graph.get(node) ?? []));
  }

  const slots = tableSlots(bodyOf(ELEMENTS)).filter(({ index }) => !first.has(`f${index}`)).map(({ slot }) => slot);
  const ranges = [];
  for (const segment of segments) {
    const late = new Uint8Array(segment.end - segment.start);
    const mark = (mine, value) => data
      .filter((one) => one.segment === segment.index && first.has(`d${one.at}`) === mine)
      .forEach((one) => late.fill(value, one.offset, one.offset + one.size));
    mark(false, 1);
    mark(true, 0);
    for (let at = 0; at < late.length; at += 1) {
      if (!late[at]) continue;
      const from = at;
      while (late[at]) at += 1;
      ranges.push([segment.memory + from, segment.memory + at]);
    }
  }
  return { slots: new Set(slots), ranges };
}

function symbolTable(body) {
  const eye = new Eye(body);
  if (eye.number() !== 2) throw new Error("the linker's notes are of an unknown version");
  const UNDEFINED = 0x10;
  const EXPLICIT_NAME = 0x40;
  const kinds = ["function", "data", "global", "section", "tag", "table"];
  const symbols = [];
  while (eye.at < body.length) {
    const kindOfPart = eye.byte();
    const end = eye.number() + eye.at;
    if (kindOfPart === 8) {
      for (let left = eye.number(); left > 0; left -= 1) {
        const kind = kinds[eye.byte()];
        const flags = eye.number();
        if (kind === "data") {
          const name = eye.text();
          const [segment, offset, size] = flags & UNDEFINED ? [-1, 0, 0] : [eye.number(), eye.number(), eye.number()];
          symbols.push({ kind, name, segment, offset, size });
        } else if (kind === "section") symbols.push({ kind, index: eye.number() });
        else {
          const index = eye.number();
          symbols.push({ kind, index, name: !(flags & UNDEFINED) || flags & EXPLICIT_NAME ? eye.text() : "" });
        }
      }
    }
    eye.at = end;
  }
  return symbols;
}

function relocations(body) {
  const eye = new Eye(body);
  eye.number(); // which section
  const TYPE_INDEX = 6;
  const withAddend = new Set([3, 4, 5, 8, 9, 11, 14, 15, 16, 17, 21, 22, 23, 25]);
  const list = [];
  for (let left = eye.number(); left > 0; left -= 1) {
    const kind = eye.byte();
    const offset = eye.number();
    const symbol = eye.number();
    if (withAddend.has(kind)) eye.number();
    if (kind !== TYPE_INDEX) list.push({ offset, symbol });
  }
  return list;
}

function importedFunctions(body) {
  const eye = new Eye(body);
  let functions = 0;
  for (let left = eye.number(); left > 0; left -= 1) {
    eye.text();
    eye.text();
    functions += eye.importKind() === 0 ? 1 : 0;
  }
  return functions;
}

function functionBodies(body, imported) {
  const eye = new Eye(body);
  const count = eye.number();
  return Array.from({ length: count }, (_, at) => {
    const length = eye.number();
    const start = eye.at;
    return { index: imported + at, start, end: start + length, bytes: eye.take(length) };
  });
}

/** The body an offset lies in; they stand in order. */
function within(bodies, offset) {
  let [low, high] = [0, bodies.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (bodies[middle].start <= offset) low = middle;
    else high = middle - 1;
  }
  return bodies[low];
}

function dataSegments(body) {
  const eye = new Eye(body);
  return Array.from({ length: eye.number() }, (_, index) => {
    if (eye.number() !== 0) throw new Error("a data segment without a place");
    const memory = eye.constant();
    const length = eye.number();
    const start = eye.at;
    eye.take(length);
    return { index, memory, start, end: start + length };
  });
}

function doors(body) {
  const eye = new Eye(body);
  return Array.from({ length: eye.number() }, () => {
    eye.text();
    const kind = eye.byte();
    const index = eye.number();
    return kind === 0 ? index : -1;
  }).filter((index) => index >= 0);
}

function tableSlots(body) {
  const eye = new Eye(body);
  const slots = [];
  for (let left = eye.number(); left > 0; left -= 1) {
    if (eye.number() !== 0) throw new Error("a stretch of the table of an unknown kind");
    const from = eye.constant();
    const count = eye.number();
    for (let at = 0; at < count; at += 1) slots.push({ slot: from + at, index: eye.number() });
  }
  return slots;
}

const SHARED = "m"; // the name under which the second module asks for what it shares with the first
const ESCAPES = { t: 9, n: 10, r: 13, '"': 34, "'": 39, "\\": 92 };

/** A module in wasm-dis's words as two, by a plan; `null` when everything is needed at once. */
export function cut(wat, { slots, ranges }) {
  const items = wat.slice(wat.indexOf("\n (") + 1, wat.lastIndexOf("\n)")).split(/\n(?= \()/);
  const every = (kind) => items.filter((item) => item.startsWith(` (${kind} `));
  const [, home, place, listed] = every("elem")[0].match(/^ \(elem \$\S+ (?:\(table (\$\S+)\) )?\(i32\.const (\d+)\) (?:func )?([^)]*)\)/);
  const table = listed.split(" ");
  if (every("elem").length !== 1) throw new Error("the table is filled in several stretches");

  const bodies = new Map(every("func").map((item) => [item.match(/^ \(func (\S+)/)[1], item]));
  const calls = (item) => [...item.matchAll(/\((?:return_call|call|ref\.func) (\$[^\s)]+)/g)].map(([, name]) => name);
  const first = new Set();
  const queue = [
    ...[...every("export"), ...every("start")].flatMap((item) => item.match(/(?:\(func|\(start) (\$[^\s)]+)/)?.[1] ?? []),
    ...table.filter((_, at) => !slots.has(Number(place) + at)),
  ];
  while (queue.length > 0) {
    const name = queue.pop();
    if (first.has(name) || !bodies.has(name)) continue;
    first.add(name);
    queue.push(...calls(bodies.get(name)));
  }
  const late = [...bodies].filter(([name]) => !first.has(name));
  if (late.length === 0) return null;

  // What the second module uses of the first: functions (also those of the browser), globals, tables, memory.
  const text = late.map(([, item]) => item).join("\n");
  const used = new Set([...text.matchAll(/\$[\w$.]+/g)].map(([name]) => name));
  const called = new Set(late.flatMap(([, item]) => calls(item)));
  const doors = [];
  const imports = [];
  const share = (kind, name, type) => {
    const door = `$${doors.length.toString(36)}`;
    doors.push(` (export "${door}" (${kind} ${name}))`);
    imports.push(` (import "${SHARED}" "${door}" (${kind} ${name} ${type}))`);
  };
  // "(func $1 (type $3) (param $0 i32) (result i32)", some of it left out, without the names of parameters
  const typeOf = (item) => [...item.split("\n")[0].matchAll(/\((type|param|result) ([^)]*)\)/g)]
    .map(([, word, what]) => `(${word} ${word === "param" ? what.replace(/^\$\S+ /, "") : what})`).join(" ");
  for (const item of every("import")) {
    const name = item.match(/\(func (\$\S+)/)?.[1];
    if (called.has(name)) share("func", name, typeOf(item));
  }
  // In the order in which they stand: what counts up in steps is short once it is packed.
  const stand = alike([...first].map((name) => bodies.get(name)));
  for (const item of stand) {
    const [, name] = item.match(/^ \(func (\S+)/);
    if (called.has(name)) share("func", name, typeOf(item));
  }
  for (const item of every("global")) {
    const [, name, type] = item.match(/^ \(global (\$\S+) (\(mut \w+\)|\w+)/);
    if (used.has(name)) share("global", name, type);
  }
  every("table").forEach((item, at) => {
    const [, name, type] = item.match(/^ \(table (\$\S+) (.*)\)$/);
    if (at === 0 || used.has(name)) share("table", name, type);
  });
  const [, memory, pages] = every("memory")[0].match(/^ \(memory (\$\S+) (.*)\)$/);
  share("memory", memory, pages);

  const stretches = [];
  table.forEach((name, at) => {
    const isFirst = first.has(name) || !bodies.has(name); // the browser's own functions are there from the start
    const open = stretches.at(-1);
    if (open?.isFirst === isFirst) open.names.push(name);
    else stretches.push({ isFirst, at: Number(place) + at, names: [name] });
  });
  const elements = (isFirst) => stretches
    .filter((one) => one.isFirst === isFirst)
    .map(({ at, names }, number) => ` (elem $e${number} ${home ? `(table ${home}) ` : ""}(i32.const ${at}) func ${names.join(" ")})`);

  const data = every("data").flatMap((item) => {
    const [, from, words] = item.match(/^ \(data \S+ \(i32\.const (\d+)\) "(.*)"\)$/s);
    return pieces(Number(from), bytesOf(words), ranges);
  });
  const segments = (isFirst) => data
    .filter((one) => one.isFirst === isFirst)
    .map(({ at, bytes }, number) => ` (data $d${number} (i32.const ${at}) "${[...bytes].map((byte) => `\\${byte.toString(16).padStart(2, "0")}`).join("")}")`);

  const module = (...lines) => `(module\n${lines.flat().join("\n")}\n)\n`;
  return {
    first: module(
      every("type"), every("import"), every("global"), every("memory"), segments(true), every("table"), elements(true),
      every("export"), doors, every("start"), stand,
    ),
    later: module(every("type"), imports, segments(false), elements(false), alike(late.map(([, item]) => item))),
  };
}

function bytesOf(words) {
  const bytes = [];
  for (let at = 0; at < words.length; at += 1) {
    if (words[at] !== "\\") bytes.push(words.charCodeAt(at));
    else if (words[at + 1] in ESCAPES) bytes.push(ESCAPES[words[(at += 1)]]);
    else bytes.push(Number.parseInt(words.slice(at + 1, (at += 2) + 1), 16));
  }
  return bytes;
}

/** A stretch of memory cut where a range begins or ends. */
function pieces(from, bytes, ranges) {
  const to = from + bytes.length;
  const inside = ranges.map(([start, end]) => [Math.max(start, from), Math.min(end, to)]).filter(([start, end]) => start < end);
  const list = [];
  let at = from;
  for (const [start, end] of [...inside, [to, to]]) {
    if (at < start) list.push({ isFirst: true, at, bytes: bytes.slice(at - from, start - from) });
    if (start < end) list.push({ isFirst: false, at: start, bytes: bytes.slice(start - from, end - from) });
    at = end;
  }
  return list;
}

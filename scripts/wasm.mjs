// Reading and writing the bytes of a wasm module, as far as the build needs it.

/** A number as wasm writes it (LEB128). */
export function leb(number) {
  const bytes = [];
  do {
    bytes.push((number & 127) | (number > 127 ? 128 : 0));
    number >>>= 7;
  } while (number > 0);
  return bytes;
}

/** A name as wasm writes it. */
export const text = (words) => [...leb(Buffer.byteLength(words)), ...Buffer.from(words)];

/** Reads wasm from the front. */
export class Eye {
  constructor(bytes, at = 0) {
    this.bytes = bytes;
    this.at = at;
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
  /** A place in memory or table: `i32.const n, end`. */
  constant() {
    if (this.byte() !== 0x41) throw new Error("a place that is not a plain number");
    const number = this.number(); // places are positive, and a signed number that is positive reads the same
    if (this.byte() !== 0x0b) throw new Error("a place that is computed");
    return number;
  }
  /** Passes what an import says after its names, and returns its kind. */
  importKind() {
    const kind = this.byte();
    if (kind === 0) this.number(); // a function: its type
    else if (kind === 1) this.limits(this.byte()); // a table: what it holds, and how many
    else if (kind === 2) this.limits(); // memory
    else if (kind === 3) this.take(2); // a global: its type, and whether it changes
    else throw new Error(`an import of an unknown kind: ${kind}`);
    return kind;
  }
}

/** Magic and version. */
export const HEAD = Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);

/** The sections of a module, in order; a custom one with its name, and its body without it. */
export function sections(wasm) {
  const eye = new Eye(wasm, HEAD.length);
  const parts = [];
  while (eye.at < wasm.length) {
    const kind = eye.byte();
    let body = eye.take(eye.number());
    if (kind !== 0) parts.push({ kind, body });
    else {
      const inner = new Eye(body);
      const name = inner.text();
      parts.push({ kind, name, body: body.subarray(inner.at) });
    }
  }
  return parts;
}

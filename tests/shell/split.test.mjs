// Cutting a module in two, tried on a small one of our own, built as the app is.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after } from "node:test";

import { alike } from "../../scripts/alike.mjs";
import { slim } from "../../scripts/slim.mjs";
import { plan } from "../../scripts/split.mjs";

const work = mkdtempSync(join(tmpdir(), "foothold-split-"));
after(() => rmSync(work, { recursive: true, force: true }));

const SOURCE = `
static FIRST: [u8; 40] = *b"these words are wanted on the first page";
static LATER: [u8; 43] = *b"these words are wanted on a later page only";
static mut COUNT: u32 = 0;

trait Sum { fn sum(&self, at: usize) -> u32; }
struct One(u32);
struct Two(u32);
impl Sum for One { fn sum(&self, at: usize) -> u32 { self.0 + u32::from(FIRST[at % 40]) + count() } }
impl Sum for Two { fn sum(&self, at: usize) -> u32 { self.0 * u32::from(LATER[at % 43]) + count() } }

#[inline(never)]
fn count() -> u32 { unsafe { COUNT += 1; COUNT } }

mod later {
    #[inline(never)]
    fn page(at: usize) -> u32 {
        let two: Box<dyn super::Sum> = std::hint::black_box(Box::new(super::Two(1000)));
        two.sum(at) + super::first(at)
    }
    pub fn call(at: usize) -> u32 {
        let page: fn(usize) -> u32 = page;
        std::hint::black_box(page)(at)
    }
}

#[no_mangle]
pub extern "C" fn first(at: usize) -> u32 {
    let one: Box<dyn Sum> = std::hint::black_box(Box::new(One(7)));
    one.sum(at)
}
#[no_mangle]
pub extern "C" fn go(at: usize) -> u32 { later::call(at) }
`;
const GLUE = "wasm.memory; wasm.first(); wasm.go();";

function built(...flags) {
  writeFileSync(join(work, "small.rs"), SOURCE);
  execFileSync("rustc", [
    "--edition=2021", "--crate-type=cdylib", "--target=wasm32-unknown-unknown", "-Copt-level=z", "-Cpanic=abort", "-Astatic-mut-refs",
    ...flags, "-o", join(work, "small.wasm"), join(work, "small.rs"),
  ]);
  return readFileSync(join(work, "small.wasm"));
}
const start = (wasm, imports = {}) => new WebAssembly.Instance(new WebAssembly.Module(wasm), imports).exports;

test("the first half runs alone, and what is behind the seam runs once the second has come", () => {
  const whole = built("-Clink-arg=--emit-relocs");
  const what = plan(whole);
  assert.ok(what.slots.size >= 2, "the seam and the later page's own method");
  const { wasm, later } = slim(whole, GLUE, what);
  const all = start(whole);
  const half = start(wasm);
  assert.equal(half.first(3), all.first(3));
  assert.throws(() => half.go(3), WebAssembly.RuntimeError, "the later page was in the first half");
  start(later, { m: half });
  assert.equal(half.go(3), all.go(3), "both halves count in one memory");
  assert.equal(half.first(4), all.first(4));
});

test("words of a later page travel with the second half", () => {
  const whole = built("-Clink-arg=--emit-relocs");
  const { wasm, later } = slim(whole, GLUE, plan(whole));
  const holds = (bytes, words) => Buffer.from(bytes).includes(words);
  assert.ok(holds(wasm, "wanted on the first page") && !holds(wasm, "a later page only"));
  assert.ok(holds(later, "a later page only") && !holds(later, "wanted on the first page"));
});

test("functions that read alike stand together, and none is lost", () => {
  const words = (name, ...lines) => [` (func ${name} (param $0 i32)`, ...lines, "  nop", ")"].join("\n");
  const adds = ["  (call $a", "   (local.get $0)", "  )", "  (call $b)"];
  const other = ["  (drop", "   (i32.const 7)", "  )", "  (unreachable)", "  (return)"];
  const functions = [words("$1", ...adds), words("$2", ...other), words("$3", ...adds, "  (call $c)"), words("$4", ...other, "  (call $d)")];
  const order = alike(functions);
  assert.deepEqual(order.toSorted(), functions.toSorted());
  const place = (at) => order.indexOf(functions[at]);
  assert.equal(Math.abs(place(0) - place(2)), 1);
  assert.equal(Math.abs(place(1) - place(3)), 1);
  assert.deepEqual(alike([]), []);
});

test("without the linker's notes the app stays whole", () => {
  const whole = built();
  assert.equal(plan(whole), null);
  const { wasm, later } = slim(whole, GLUE, null);
  assert.equal(later, null);
  assert.equal(start(wasm).go(3), start(whole).go(3));
});

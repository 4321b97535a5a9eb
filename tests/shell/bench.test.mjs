// The bench's own arithmetic and pages; what it measures is not tested by time.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";

import { doubt, isAlike, median, ratio, share } from "../../benches/figures.mjs";
import { layBare } from "../../benches/site.mjs";

test("a figure is the median of the ratios within a round, not the ratio of medians", () => {
  const rounds = [{ ours: 2, bare: 1 }, { ours: 30, bare: 10 }, { ours: 40, bare: 10 }];
  assert.deepEqual(ratio(rounds, "ours", "bare"), { ratio: 3, least: 2, most: 4, n: 3, ours: 30, reference: 10 });
});

test("the median of an even number of rounds lies between the middle two", () => {
  assert.equal(median([4, 1, 3, 2]), 2.5);
});

test("p95 is a value that was measured", () => {
  assert.equal(share(Array.from({ length: 100 }, (_, at) => at), 0.95), 95);
  assert.equal(share([7], 0.95), 7);
});

test("two names for one page are alike within seven in a hundred", () => {
  assert.deepEqual([0.92, 0.93, 1, 1.07, 1.08].map(isAlike), [false, true, true, true, false]);
});

test("a run names why it decides nothing", () => {
  assert.deepEqual(doubt({ ratio: 1 }, 0.1), []);
  assert.deepEqual(doubt({ ratio: 1.2 }, 0.5), ["A/A 1.20", "others took 50 % of the cores"]);
  assert.deepEqual(doubt(undefined, 0.1), []);
});

test("the bare page goes behind the app's own worker with true sums", (context) => {
  const work = mkdtempSync(join(tmpdir(), "foothold-bench-"));
  context.after(() => rmSync(work, { recursive: true, force: true }));
  const { bare, kept } = layBare(work);
  assert.ok(readFileSync(join(kept, "sw.js"), "utf8").includes('["index.html","'));
  assert.ok(!readFileSync(join(bare, "index.html"), "utf8").includes("kept.js"));
  assert.ok(readFileSync(join(kept, "index.html"), "utf8").includes("kept.js"));
});

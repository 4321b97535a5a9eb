// P8 and P9: reading ratings back, and the room they take. No browser: the store is the same text everywhere.
import { characters } from "../figures.mjs";

const RATINGS = 67_000;

/** Natively, as the release profile builds it; the same engine's JSON.parse reads the same changes as JSON. */
export async function typed(bench) {
  const changes = JSON.stringify(JSON.parse(bench.stored(RATINGS, 500)).changes);
  const parse = () => {
    const from = performance.now();
    const kept = JSON.parse(changes);
    const ms = performance.now() - from;
    if (kept.length < RATINGS) throw new Error("changes are missing");
    return ms;
  };
  const median = (list) => list.sort((a, b) => a - b)[list.length >> 1];
  const five = () => ({ ms: median([parse(), parse(), parse(), parse(), parse()]) });
  five(); // the first ones warm up
  const rounds = bench.pick(await bench.rounds(5, {
    parse: five,
    again: five,
    ours: () => ({ ms: median(bench.stored(RATINGS, 500, "time").trim().split("\n").map(Number)) }),
  }), "ms");
  return {
    aa: bench.ratio(rounds, "again", "parse"),
    lines: [{ id: "P8", what: `${RATINGS.toLocaleString("en")} ratings into charts, native code / JSON.parse of the same changes`, ...bench.ratio(rounds, "ours", "parse") }],
    notes: [`as JSON the changes are ${(changes.length / 1e6).toFixed(1)} M characters`],
  };
}

export async function room(bench) {
  const ratings = 50_000;
  const { records } = JSON.parse(bench.stored(ratings, 500));
  const each = characters(records) / ratings;
  return {
    isCount: true,
    lines: [{ id: "P9", what: `characters of localStorage a rating (${Math.floor(5_242_880 / each).toLocaleString("en")} fit)`, ratio: each }],
    notes: [],
  };
}

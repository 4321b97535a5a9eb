// Puts functions that read alike next to each other. A module does not care in which order its functions stand;
// brotli does, since a repetition is cheaper to name the nearer it is.

const STRETCH = 3; // instructions that count as one thing in common
const COMMON = 400; // what so many functions share says nothing, and comparing them all would take minutes
const LITTLE = 0.1; // below this share two functions have nothing to do with each other

/** Functions in wasm-dis's words, each followed by that one of those left over which has most in common with it. */
export function alike(functions) {
  const read = functions.map((words, at) => {
    const [head, ...lines] = words.split("\n").map((line) => line.trim()).filter((line) => !line.startsWith("(local "));
    const parts = new Set(lines.slice(STRETCH - 1).map((_, from) => lines.slice(from, from + STRETCH).join(" ")));
    return { at, words, parts, kind: head.replace(/\$\S+ /g, "") };
  });
  const holders = new Map();
  for (const one of read) for (const part of one.parts) holders.get(part)?.push(one) ?? holders.set(part, [one]);

  // Where nothing is alike, by kind and length.
  const rest = read.toSorted((one, other) => (one.kind === other.kind ? one.words.length - other.words.length : one.kind < other.kind ? -1 : 1));
  const left = new Set(rest);
  const order = [];
  for (let next = rest[0]; next !== undefined; next = likest(next) ?? left.values().next().value) {
    left.delete(next);
    order.push(next.words);
  }
  return order;

  function likest(one) {
    const shared = new Map();
    for (const part of one.parts) {
      const all = holders.get(part);
      if (all.length < COMMON) for (const other of all) if (left.has(other)) shared.set(other, (shared.get(other) ?? 0) + 1);
    }
    let [best, most] = [undefined, LITTLE];
    for (const [other, count] of shared) {
      const share = (count / (one.parts.size + other.parts.size - count)) * (one.kind === other.kind ? 2 : 1);
      if (share > most) [best, most] = [other, share];
    }
    return best;
  }
}

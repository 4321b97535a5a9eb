// Who else was at work while we measured. The load average cannot tell: it counts our own browsers too.
import { readFileSync } from "node:fs";

/** Ticks that all cores were busy, ticks there were, and ticks of this process with every child that has ended. */
function ticks() {
  const [busy, idle] = readFileSync("/proc/stat", "utf8").split("\n")[0].split(/\s+/).slice(1, 9).map(Number)
    .reduce(([busy, idle], value, at) => (at === 3 || at === 4 ? [busy, idle + value] : [busy + value, idle]), [0, 0]);
  const own = readFileSync("/proc/self/stat", "utf8").split(") ")[1].split(" ").slice(11, 15).map(Number);
  return { busy, all: busy + idle, own: own.reduce((sum, value) => sum + value, 0) };
}

/** Starts to count; the answer counts up to its call: what share of all cores' time others took. */
export function crowd() {
  try {
    const before = ticks();
    return () => {
      const now = ticks();
      return Math.max(0, (now.busy - before.busy - (now.own - before.own)) / (now.all - before.all));
    };
  } catch {
    return () => 0; // no such files here: the A/A check has to do
  }
}

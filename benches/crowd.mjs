// Who else was at work while we measured: how busy the cores are in the pauses in which nothing of ours runs. What a
// browser of ours took cannot be told apart from what others took once it has gone: its children are nobody's then.
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

const CLOSING_MS = 150; // the browser before is still putting its things away
const LOOK_MS = 250;

/** Ticks that all cores were busy, and ticks there were. */
function ticks() {
  try {
    return readFileSync("/proc/stat", "utf8").split("\n")[0].split(/\s+/).slice(1, 9).map(Number)
      .reduce(([busy, all], value, at) => [busy + (at === 3 || at === 4 ? 0 : value), all + value], [0, 0]);
  } catch {
    return [0, 0]; // no such file here: the A/A check has to do
  }
}

export class Crowd {
  #busy = 0;
  #all = 0;

  /** Rests, and looks who does not. */
  async pause() {
    await sleep(CLOSING_MS);
    const [busy, all] = ticks();
    await sleep(LOOK_MS);
    const [laterBusy, laterAll] = ticks();
    this.#busy += laterBusy - busy;
    this.#all += laterAll - all;
  }

  /** The share of all cores' time that others took in the pauses. */
  share() {
    return this.#all === 0 ? 0 : this.#busy / this.#all;
  }
}

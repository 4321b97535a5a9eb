// From rounds to a figure: the ratio within one round first, then the median over rounds.

export const median = (list) => {
  const sorted = [...list].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
};

/** The value that `share` of the list does not pass. */
export const share = (list, part) => [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * part))];

/** Ratios of `over` to `under`, one a round. */
export function ratio(rounds, over, under) {
  const each = rounds.map((round) => round[over] / round[under]).filter(Number.isFinite);
  const of = (name) => median(rounds.map((round) => round[name]));
  return { ratio: median(each), least: Math.min(...each), most: Math.max(...each), n: each.length, ours: of(over), reference: of(under) };
}

/** Two names for one page must come out alike, or the run says nothing. */
export const isAlike = (aa) => 0.93 <= aa && aa <= 1.07;

/** What others may take of the cores' time before a run says nothing. */
const MOST = 0.2;

/** Why a run decides nothing; empty when it does. */
export function doubt(aa, taken) {
  const doubts = [];
  if (aa && !isAlike(aa.ratio)) doubts.push(`A/A ${aa.ratio.toFixed(2)}`);
  if (MOST < taken) doubts.push(`others took ${Math.round(taken * 100)} % of the cores`);
  return doubts;
}

/** UTF-16 units that records take in localStorage, keys and values; they are ASCII. */
export const characters = (records) => Object.entries(records).reduce((sum, [key, text]) => sum + key.length + text.length, 0);

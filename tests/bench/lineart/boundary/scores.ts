import { matchedCount } from "./matching";

/** Pixels of one picture at one setting. One annotator and one-to-one pairs: `matched` serves both sides. */
export interface Counts {
  matched: number;
  predicted: number;
  truth: number;
}

export interface Score {
  precision: number;
  recall: number;
  f: number;
}

/** Share of the picture's diagonal that a boundary may lie off, as in the Berkeley benchmark. */
export const tolerance = 0.0075;

/** Compares two maps of lines one pixel wide (not 0 = line); see `thin`. */
export function compare(predicted: Uint8Array, truth: Uint8Array, width: number, height: number): Counts {
  const reach = tolerance * Math.hypot(width, height);
  return {
    matched: matchedCount(predicted, truth, width, height, reach),
    predicted: countOf(predicted),
    truth: countOf(truth),
  };
}

export function score({ matched, predicted, truth }: Counts): Score {
  const precision = matched / Math.max(predicted, 1);
  const recall = matched / Math.max(truth, 1);
  return { precision, recall, f: (2 * precision * recall) / Math.max(precision + recall, 1e-12) };
}

export const sum = (all: Counts[]): Counts => ({
  matched: all.reduce((total, { matched }) => total + matched, 0),
  predicted: all.reduce((total, { predicted }) => total + predicted, 0),
  truth: all.reduce((total, { truth }) => total + truth, 0),
});

export interface SetScore {
  /** Best F of counts summed over the set, one level for all pictures (optimal dataset scale). */
  ods: Score & { level: string };
  /** F of the sums when each picture has its own best level (optimal image scale). */
  ois: Score;
}

/** Arbeláez, Maire, Fowlkes and Malik (PAMI 2011), section 3.1. `levels` holds the same pictures in the same order. */
export function scoreSet(levels: Map<string, Counts[]>): SetScore {
  let ods: SetScore["ods"] | undefined;
  for (const [level, counts] of levels) {
    const now = score(sum(counts));
    if (!ods || now.f > ods.f) ods = { ...now, level };
  }
  const all = [...levels.values()];
  const best = (all[0] ?? []).map((_, i) =>
    all.map((counts) => counts[i]).reduce((top, counts) => (score(counts).f > score(top).f ? counts : top)),
  );
  return { ods: ods ?? { ...score({ matched: 0, predicted: 0, truth: 0 }), level: "" }, ois: score(sum(best)) };
}

function countOf(mask: Uint8Array): number {
  let count = 0;
  for (const value of mask) if (value) count++;
  return count;
}

import { type Counts, type SetScore, scoreSet } from "./boundary/scores";
import type { Evaluated } from "./evaluate";
import type { Sample } from "./samples";

/** The boundary scores of a group of samples as one row of the table. */
export interface BoundaryRow {
  row: string;
  pictures: number;
  refused: number;
  /** By method. */
  scores: Record<string, SetScore>;
  /** Best F of the page by sample, worst first: where to look. */
  worst: { name: string; f: number }[];
}

export function boundaryRows(samples: Sample[], evaluated: Evaluated[]): BoundaryRow[] {
  const names = [...new Set(samples.flatMap(({ rows }) => rows))].sort(byDepth);
  return names.map((row) => {
    const members = samples.map((_, i) => i).filter((i) => samples[i].rows.includes(row));
    return {
      row,
      pictures: members.length,
      refused: members.filter((i) => evaluated[i].refusals.length).length,
      scores: Object.fromEntries(
        Object.keys(evaluated[members[0]].methods).map((method) => [
          method,
          scoreSet(levelsOf(members.map((i) => evaluated[i].methods[method]))),
        ]),
      ),
      worst: members
        .map((i) => ({ name: samples[i].name, f: scoreSet(levelsOf([evaluated[i].methods.page])).ois.f }))
        .sort((a, b) => a.f - b.f)
        .slice(0, 5),
    };
  });
}

/** Whole sets before their parts, which begin with a dot; parts by name. */
const byDepth = (a: string, b: string): number =>
  Number(a.startsWith("·")) - Number(b.startsWith("·")) || (a.startsWith("·") ? a.localeCompare(b) : 0);

function levelsOf(samples: Record<string, Counts>[]): Map<string, Counts[]> {
  return new Map(Object.keys(samples[0]).map((level) => [level, samples.map((levels) => levels[level])]));
}

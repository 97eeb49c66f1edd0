import type { StageFigure } from "@/lib/contracts/trace";

/** A stage of two batches; null where one has not run it. */
export interface ComparedStage {
  name: string;
  one: StageFigure | null;
  other: StageFigure | null;
  /** The second's median by the first's: 2 is twice as long. Null where one is missing or took no time. */
  medianRatio: number | null;
  /** Difference of the shares of all work, in points: 0.1 is ten points more in the second. */
  shareShift: number;
}

/** Stages in the order of the first batch, then those only the second has. */
export function comparedStages(one: readonly StageFigure[], other: readonly StageFigure[]): ComparedStage[] {
  const first = new Map(one.map((stage) => [stage.name, stage]));
  const second = new Map(other.map((stage) => [stage.name, stage]));
  return [...new Set([...first.keys(), ...second.keys()])].map((name) => {
    const [mine, theirs] = [first.get(name) ?? null, second.get(name) ?? null];
    return {
      name,
      one: mine,
      other: theirs,
      medianRatio: ratio(mine?.median_ms, theirs?.median_ms),
      shareShift: (theirs?.share ?? 0) - (mine?.share ?? 0),
    };
  });
}

/** How many times as much the second is; null where there is nothing to divide by. */
export function ratio(one: number | null | undefined, other: number | null | undefined): number | null {
  if (one === null || one === undefined || other === null || other === undefined || one === 0) return null;
  return other / one;
}

import { countRegions, type Hierarchy, type ThresholdAim } from "./hierarchy";

/** What a page came to at one threshold, and how few cells are too few for it. */
export interface Shortage {
  threshold: number;
  cells: number;
  fewestCells: number;
  /** The weakest border that may be drawn to make up for it. */
  faintestOfAll: number;
}

/** Of the regions that a lower threshold brings, this many for each cell that is missing: some are too narrow to stay. */
const regionsForCell = 1.25;

/**
 * The aim at which a page with too few cells comes to have enough.
 * @returns null where it has enough, and where even the faintest borders would not bring them: then what they add is worth
 *   less than the calm that it costs.
 */
export function aimForMore(
  tree: Hierarchy,
  aim: ThresholdAim,
  smallest: number,
  { threshold, cells, fewestCells, faintestOfAll }: Shortage,
): ThresholdAim | null {
  if (cells >= fewestCells) return null;
  const wanted = countRegions(tree, threshold, smallest) + Math.ceil(regionsForCell * (fewestCells - cells));
  if (countRegions(tree, faintestOfAll, smallest) < wanted) return null;
  return { fewest: wanted, most: Math.max(aim.most, wanted), faintest: threshold, faintestOfFew: faintestOfAll };
}

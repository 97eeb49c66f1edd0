import type { ColoringOptions } from "@/lib/contracts/coloring";

/** What one level of detail asks of a page. */
export interface DetailAim {
  /** Regions to color; `most` is what the hierarchy is cut for when the picture offers that many. */
  fewest: number;
  most: number;
  /** Weakest border worth a line, in CIELAB units across the border. */
  faintest: number;
  /** Smallest region worth a crayon: area in mm² and radius of its inscribed circle in mm on paper. */
  areaMm2: number;
  radiusMm: number;
  /** Creases (open lines): shortest length in mm and weakest contrast in units of L. */
  creaseMm: number;
  creaseContrast: number;
  /** Open lines along a step: its least height in units of L, and how much of its bustle is taken off. */
  stepContrast: number;
  suppression: number;
}

export const detailAims: Record<ColoringOptions["detail"], DetailAim> = {
  simple: {
    fewest: 10,
    most: 26,
    faintest: 9,
    areaMm2: 70,
    radiusMm: 2.4,
    creaseMm: 16,
    creaseContrast: 9,
    stepContrast: 30,
    suppression: 3,
  },
  standard: {
    fewest: 40,
    most: 75,
    faintest: 6,
    areaMm2: 18,
    radiusMm: 1.1,
    creaseMm: 9,
    creaseContrast: 6,
    stepContrast: 16,
    suppression: 3,
  },
  detailed: {
    fewest: 100,
    most: 180,
    faintest: 4,
    areaMm2: 8,
    radiusMm: 0.7,
    creaseMm: 6,
    creaseContrast: 4,
    stepContrast: 9,
    suppression: 1,
  },
};

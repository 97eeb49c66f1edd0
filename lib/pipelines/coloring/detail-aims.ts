import type { ColoringOptions } from "@/lib/contracts/coloring";

/** What one level of detail asks of a page. */
export interface DetailAim {
  /**
   * Regions that the hierarchy is cut for. `most` is less than the page may have, on which lines that meet part a few
   * regions more; `fewest` is more than it must have, for some are too narrow for a crayon and go.
   */
  fewest: number;
  most: number;
  /** Cells of the page, that lines inside regions may part it into, and how few are too few. */
  mostCells: number;
  fewestCells: number;
  /** Weakest border worth a line, and weakest where regions are too few, in CIELAB units across the border. */
  faintest: number;
  faintestOfFew: number;
  /** Fainter ones still are drawn down to this, but only where the page comes to have enough cells by them. */
  faintestOfAll: number;
  /** Smallest region worth a crayon: area in mm² and radius of its inscribed circle in mm on paper. */
  areaMm2: number;
  radiusMm: number;
  /** Lines inside regions: shortest drawing in mm and least distance from other lines in mm. */
  lineMm: number;
  twinMm: number;
  /** They part no cells of a smaller radius than this, measured from the middle of the lines: mm. */
  cellMm: number;
  /** Weakest dark crease and least salience of a step, in units of L, and how much bustle is taken off both. */
  creaseContrast: number;
  stepContrast: number;
  suppression: number;
  /** How many steps are drawn at most, and how many ends of lines may stay open. */
  mostSteps: number;
  mostOpenEnds: number;
  /** Small dark spots such as eyes, that are too small for regions: how many at most, and the least salient one. */
  mostSpots: number;
  spotSalience: number;
  /** Lower writing is left out whole, for nobody could read it: height of its letters in mm on paper. */
  letterMm: number;
  /** Whether bark, wood grain and fur are drawn in photos. */
  drawsGrain: boolean;
  /** How much is made of a photo's subject before its background, 0 to 1. */
  subjectWeight: number;
  /** How many times the bustle round a border is taken off it. */
  bustleWeight: number;
  /** From how far a photo's edges are looked at: fine scale of their gradient, in pixels of a picture of standard size. */
  edgeSigma: number;
  /** Share of a photo below which a region's borders count less: large things first where few are drawn. */
  referenceShare: number;
  /** Whether borders between shades of one hue are drawn where a pen drew the outlines. */
  drawsShades: boolean;
}

export const detailAims: Record<ColoringOptions["detail"], DetailAim> = {
  simple: {
    fewest: 17,
    most: 26,
    mostCells: 28,
    fewestCells: 10,
    faintest: 9,
    faintestOfFew: 4.5,
    faintestOfAll: 4.5,
    areaMm2: 70,
    radiusMm: 2.4,
    lineMm: 14,
    creaseContrast: 16,
    stepContrast: 22,
    suppression: 1,
    twinMm: 3.2,
    cellMm: 1.4,
    mostSteps: 20,
    mostOpenEnds: 6,
    mostSpots: 6,
    spotSalience: 20,
    letterMm: 3.5,
    drawsGrain: false,
    subjectWeight: 1,
    bustleWeight: 0.55,
    edgeSigma: 2.8,
    referenceShare: 0.08,
    drawsShades: false,
  },
  standard: {
    fewest: 55,
    most: 66,
    mostCells: 72,
    fewestCells: 40,
    faintest: 5.5,
    faintestOfFew: 3.4,
    faintestOfAll: 3.4,
    areaMm2: 18,
    radiusMm: 1.55,
    lineMm: 7,
    creaseContrast: 10,
    stepContrast: 12,
    suppression: 0.6,
    twinMm: 2.8,
    cellMm: 1.4,
    mostSteps: 100,
    mostOpenEnds: 10,
    mostSpots: 10,
    spotSalience: 16,
    letterMm: 2.4,
    drawsGrain: false,
    subjectWeight: 1,
    bustleWeight: 0.45,
    edgeSigma: 1.9,
    referenceShare: 0.015,
    drawsShades: false,
  },
  detailed: {
    fewest: 100,
    most: 180,
    mostCells: 200,
    fewestCells: 100,
    faintest: 4.5,
    faintestOfFew: 3.8,
    faintestOfAll: 2.2,
    areaMm2: 8,
    radiusMm: 0.7,
    lineMm: 3,
    creaseContrast: 8,
    stepContrast: 7,
    suppression: 0.2,
    twinMm: 1.3,
    cellMm: 0.45,
    mostSteps: 700,
    mostOpenEnds: 16,
    mostSpots: 16,
    spotSalience: 13,
    letterMm: 2,
    drawsGrain: true,
    subjectWeight: 0.3,
    bustleWeight: 0.4,
    edgeSigma: 1.9,
    referenceShare: 0.015,
    drawsShades: true,
  },
};

/** How a drawing and a thing alone on its ground are looked at, at any detail: nothing behind them is to be left out. */
export const fromNear: Pick<DetailAim, "edgeSigma" | "referenceShare"> = detailAims.standard;

/**
 * The aim of a page that is drawn again because the one before was no good: fewer and larger regions, no faint lines.
 * @param times how often it has been drawn before; 0 changes nothing.
 */
export function calmed(aim: DetailAim, times: number): DetailAim {
  const more = 1 + 0.5 * times;
  return {
    ...aim,
    fewest: Math.round(aim.fewest / more),
    most: Math.round(aim.most / more),
    mostCells: Math.round(aim.mostCells / more),
    fewestCells: Math.round(aim.fewestCells / more),
    faintest: aim.faintest * more,
    faintestOfFew: aim.faintestOfFew * more,
    faintestOfAll: aim.faintestOfAll * more,
    areaMm2: aim.areaMm2 * more * more,
    radiusMm: aim.radiusMm * more,
    lineMm: aim.lineMm * more,
    letterMm: aim.letterMm * more,
    creaseContrast: aim.creaseContrast * more,
    stepContrast: aim.stepContrast * more,
    mostSteps: Math.round(aim.mostSteps / more),
    mostOpenEnds: Math.round(aim.mostOpenEnds / more),
    mostSpots: Math.round(aim.mostSpots / more),
    spotSalience: aim.spotSalience * more,
  };
}

/** The part of a page's regions that faces may take in a crowd. */
const mostOfFaces = 0.5;

/** The aim beside faces: so many of their eyes and mouths are regions of the page too. */
export function besideFaces(aim: DetailAim, ofFaces: number): DetailAim {
  const most = aim.most - Math.round(Math.min(mostOfFaces * aim.most, ofFaces));
  return { ...aim, most, fewest: Math.min(aim.fewest, most) };
}

/** A thing on a plain ground has this part of the regions at least, and so many of them that it is known by them. */
const leastOfThing = 0.35;
const regionsOfThing = 10;

/**
 * The aim for a photo of a thing on a plain ground of this share: what the ground has no room for is not made of its fur,
 * unless fur is to be drawn.
 */
export function onGround(aim: DetailAim, ground: number): DetailAim {
  if (aim.drawsGrain) return aim;
  const part = Math.min(1, Math.max(leastOfThing, regionsOfThing / aim.fewest, 1 - ground));
  return {
    ...aim,
    fewest: Math.round(part * aim.fewest),
    most: Math.round(part * aim.most),
    mostCells: Math.round(part * aim.mostCells),
    fewestCells: Math.round(part * aim.fewestCells),
  };
}

/** Noise that every camera leaves, as deviation in units of L, and how many more deviations faint lines must stand out. */
const usualNoise = 0.5;
const noiseWeight = 1.5;

/** The aim for a noisy picture: what noise alone could draw is too faint. */
export function aboveNoise(aim: DetailAim, noise: number): DetailAim {
  const more = noiseWeight * Math.max(0, noise - usualNoise);
  return {
    ...aim,
    faintest: aim.faintest + more,
    faintestOfFew: aim.faintestOfFew + more,
    faintestOfAll: aim.faintestOfAll + more,
    creaseContrast: aim.creaseContrast + more,
    stepContrast: aim.stepContrast + more,
  };
}

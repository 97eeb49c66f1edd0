import { findPieces } from "../kernels/pieces";
import { giveBack } from "../kernels/shelf";
import { countOpenEnds } from "./open-ends";
import { inkOf, type PageRaster } from "./page-raster";
import { findRegions, type Region } from "./regions";
import { largestBlackShare } from "./solid-black";
import { countSpecks } from "./specks";
import { measureTone } from "./tone";

export type { PageRaster } from "./page-raster";

/** What can be said of a finished page by looking at its pixels. Shares are of the sheet, 0 to 1. */
export interface PageMeasures {
  inkShare: number;
  greyShare: number;
  largestBlackShare: number;
  specks: number;
  openEnds: number;
  regions: Region[];
}

/**
 * Measures a page. It should have at least four pixels across a line; cost grows linearly with its pixels.
 * @param lineMm width of the pen on paper.
 */
export function measurePage(page: PageRaster, lineMm: number): PageMeasures {
  const { width, height, scale } = page;
  const ink = inkOf(page);
  const found = findPieces(ink, width, height);
  const measures = {
    ...measureTone(page),
    largestBlackShare: largestBlackShare(ink, found, width, height, lineMm / scale),
    specks: countSpecks(found.pieces, scale),
    openEnds: countOpenEnds(ink, width, height, lineMm / scale),
    regions: findRegions(ink, found, width, height, scale),
  };
  giveBack(ink);
  return measures;
}

/**
 * Share of the regions that hold a circle of this radius in mm, 1 where there is none. A radius of 1 is a sharpened
 * crayon's stroke; 2 is what a blunt one needs.
 */
export function shareWithCircle(regions: Region[], radius: number): number {
  if (!regions.length) return 1;
  return regions.filter((region) => region.radius >= radius).length / regions.length;
}

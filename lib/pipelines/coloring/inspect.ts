import type { ColoringOptions } from "@/lib/contracts/coloring";
import type { StageContext } from "../pipeline";
import type { Own } from "./faces/strokes/own";
import { giveBack } from "./kernels/shelf";
import type { Curve } from "./lines/bezier";
import { measurePage, shareWithCircle } from "./measure";
import { complaints, crayonMm } from "./measure/bounds";
import type { Region } from "./measure/regions";
import { linePoints, mmPerInch, mmPerPoint, type Placement, type Sheet } from "./options";
import { flattenCurve } from "./print/flatten";
import { StrokeRaster } from "./print/stroke-raster";

export interface InspectInput {
  curves: Curve[];
  /** What is meant to end in nowhere or to be small. */
  own: { letters: Own; faces: Own };
  sheet: Sheet;
  placement: Placement;
  options: ColoringOptions;
}

/** What a page without writing and faces has of it. */
export const nothing: InspectInput["own"] = {
  letters: { ends: 0, holes: 0, specks: 0 },
  faces: { ends: 0, holes: 0, specks: 0 },
};

/** Fine enough to tell a gap from a line, coarse enough to cost little. */
const leastDotsPerInch = 80;
/** A line narrower than this is grey all over wherever it lies between the dots, and a page of them seems to be grey. */
const leastDotsPerLine = 1.94;

/** Measures the drawing as it will stand on the page, without its caption; returns what is wrong with it, if anything. */
export function inspect({ curves, own, sheet, placement, options }: InspectInput, { span }: StageContext): string[] {
  const line = linePoints[options.line_weight] * mmPerPoint;
  const perMm = Math.max(leastDotsPerInch / mmPerInch, leastDotsPerLine / line);
  const raster = new StrokeRaster(Math.ceil(sheet.width * perMm), Math.ceil(sheet.height * perMm));
  for (const curve of curves) {
    raster.polyline(flattenCurve(curve, placement, perMm), (line * perMm) / 2);
  }
  const measures = measurePage({ ...raster, scale: 1 / perMm }, line);
  giveBack(raster.grey);
  const openEnds = Math.max(0, measures.openEnds - own.letters.ends - own.faces.ends);
  const specks = Math.max(0, measures.specks - own.letters.specks - own.faces.specks);
  const regions = withoutHoles(measures.regions, own.letters.holes + own.faces.holes);
  const wrong = complaints({ ...measures, openEnds, specks, regions }, options.style === "dashed");
  span.set("page.ink_share", rounded(measures.inkShare));
  span.set("page.grey_share", rounded(measures.greyShare));
  span.set("page.largest_black_share", rounded(measures.largestBlackShare));
  span.set("page.specks", specks);
  span.set("page.open_ends", openEnds);
  span.set("page.ends_of_letters", own.letters.ends);
  span.set("page.ends_of_faces", own.faces.ends);
  span.set("page.pupils_of_faces", own.faces.specks);
  span.set("page.regions", measures.regions.length);
  span.set("page.regions_for_crayon_share", rounded(shareWithCircle(measures.regions, crayonMm)));
  span.set("page.regions_for_blunt_share", rounded(shareWithCircle(measures.regions, 2 * crayonMm)));
  span.set("page.smallest_circle_mm", rounded(Math.min(...measures.regions.map((region) => region.radius), 999)));
  span.set("page.complaints", wrong);
  return wrong;
}

/** Nobody colors the holes of letters or the white of an eye: so many of the regions too narrow for a crayon do not count, the smallest first. */
function withoutHoles(regions: Region[], holes: number): Region[] {
  const narrow = regions.filter(({ radius }) => radius < crayonMm);
  const gone = new Set(narrow.slice(Math.max(0, narrow.length - holes)));
  return regions.filter((region) => !gone.has(region));
}

const rounded = (value: number): number => Number(value.toFixed(4));

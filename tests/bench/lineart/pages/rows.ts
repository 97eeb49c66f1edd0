import { type PageMeasures, shareWithCircle } from "@/lib/pipelines/coloring/measure";
import type { MeasuredSheet } from "./measure-sheet";

/** The page measures of a group of pages as one row of the table. */
export interface PagesRow {
  row: string;
  pages: number;
  refused: number;
  /** Mean share of the sheet, in percent. */
  ink: number;
  /** The worst page's, in percent. */
  black: number;
  grey: number;
  specksMean: number;
  specksMost: number;
  endsMean: number;
  endsMost: number;
  regionsLeast: number;
  regionsMedian: number;
  regionsMost: number;
  /** Percent of all regions that hold a circle of this radius in mm. */
  circle1: number;
  circle2: number;
  /** Percent of the pages on which 95 % of the regions hold one of 1 mm. */
  pagesWithCircle1: number;
  svgMost: number;
}

export function pagesRow(row: string, sheets: MeasuredSheet[]): PagesRow {
  const measured = sheets.flatMap(({ measures }) => measures ?? []);
  const regions = measured.map((page) => page.regions.length).sort((a, b) => a - b);
  const all = measured.flatMap((page) => page.regions);
  const of = (pick: (page: PageMeasures) => number) => measured.map(pick);
  return {
    row,
    pages: sheets.length,
    refused: sheets.length - measured.length,
    ink: 100 * mean(of(({ inkShare }) => inkShare)),
    black: 100 * most(of(({ largestBlackShare }) => largestBlackShare)),
    grey: 100 * most(of(({ greyShare }) => greyShare)),
    specksMean: mean(of(({ specks }) => specks)),
    specksMost: most(of(({ specks }) => specks)),
    endsMean: mean(of(({ openEnds }) => openEnds)),
    endsMost: most(of(({ openEnds }) => openEnds)),
    regionsLeast: regions[0] ?? 0,
    regionsMedian: regions[regions.length >> 1] ?? 0,
    regionsMost: regions.at(-1) ?? 0,
    circle1: 100 * shareWithCircle(all, 1),
    circle2: 100 * shareWithCircle(all, 2),
    pagesWithCircle1: 100 * mean(of((page) => Number(shareWithCircle(page.regions, 1) >= 0.95))),
    svgMost: most(sheets.map(({ svgBytes }) => svgBytes)),
  };
}

const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
const most = (values: number[]): number => values.reduce((top, value) => Math.max(top, value), 0);

import { type PageMeasures, shareWithCircle } from ".";
import type { Region } from "./regions";

/** What a page worth printing stays within. Shares are 0 to 1. */
export const pageBounds = {
  inkShare: 0.25,
  greyShare: 0.005,
  largestBlackShare: 0.002,
  specks: 3,
  openEnds: 120,
  regions: 500,
  /** At least so many of the regions hold a circle of `crayonMm` radius. */
  crayonShare: 0.2,
  /** Unless no more are too narrow for one: where lines touch, on a page of one thing. */
  narrowRegions: 6,
  /** And unless the others hold so much of what there is to color, and so many mm²: hairs or spokes beside large regions. */
  roomyShare: 0.8,
  roomyArea: 100,
} as const;

/** Radius in mm of the smallest place that a sharpened crayon fills. */
export const crayonMm = 1;

/**
 * What is wrong with a page, in words; nothing when it is fit to print.
 * @param dashed a worksheet of dashes, which has ends everywhere and closes no region.
 */
export function complaints(page: PageMeasures, dashed: boolean): string[] {
  const found: string[] = [];
  const say = (wrong: boolean, words: string) => wrong && found.push(words);
  say(page.inkShare > pageBounds.inkShare, `lines cover ${percent(page.inkShare)} of it`);
  say(page.greyShare > pageBounds.greyShare, `${percent(page.greyShare)} of it is grey`);
  say(page.largestBlackShare > pageBounds.largestBlackShare, "it has a black area");
  if (dashed) return found;
  const fitting = shareWithCircle(page.regions, crayonMm);
  say(page.specks > pageBounds.specks, `it has ${page.specks} specks`);
  say(page.openEnds > pageBounds.openEnds, `${page.openEnds} lines end in nowhere`);
  say(page.regions.length > pageBounds.regions, `it has ${page.regions.length} regions`);
  const narrow = Math.round((1 - fitting) * page.regions.length);
  const isCramped =
    fitting < pageBounds.crayonShare && narrow > pageBounds.narrowRegions && !isMostlyRoomy(page.regions);
  say(isCramped, `${percent(1 - fitting)} of its regions are too small for a crayon`);
  return found;
}

/** Whether most of what there is to color lies in regions that a crayon fills, however many narrow ones there are. */
function isMostlyRoomy(regions: readonly Region[]): boolean {
  const areaOf = (those: readonly Region[]) => those.reduce((sum, { area }) => sum + area, 0);
  const roomy = areaOf(regions.filter(({ radius }) => radius >= crayonMm));
  return roomy >= pageBounds.roomyArea && roomy >= pageBounds.roomyShare * areaOf(regions);
}

const percent = (share: number): string => `${Math.round(100 * share)} %`;

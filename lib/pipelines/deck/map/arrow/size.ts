import type { SlideArrow } from "../../slide";
import { emuPerPixel } from "../placing";

/** Sides of an arrow head as multiples of the line's width, in PowerPoint and in LibreOffice. */
export const arrowSides = { sm: 2, med: 3, lg: 5 } as const;

/** Heads of thinner lines are those of a line of 2 points; in EMU. */
export const thinnestArrowed = 25_400;

/** A side may be so many times as long as the one that stands for it, or so many times shorter. */
const tolerance = 1.3;

/** The width, in slide pixels, that heads are measured by. @param width of the line in slide pixels. */
export function arrowUnit(width: number): number {
  return Math.max(width, thinnestArrowed / emuPerPixel);
}

/** The size nearest to a side given in arrow units; null where none is near enough. */
export function nearestSize(side: number): SlideArrow["length"] | null {
  const off = (size: SlideArrow["length"]) => Math.abs(Math.log(side / arrowSides[size]));
  const [best] = (["sm", "med", "lg"] as const).toSorted((one, other) => off(one) - off(other));
  return off(best) <= Math.log(tolerance) ? best : null;
}

import type { SheetView } from "@/lib/contracts/sheet";
import type { Extent, ZoomView } from "../../ui/zoom/zoom-view";

/** A CSS millimetre, which is a real one on a screen that tells its resolution truly. */
const pixelsPerMm = 96 / 25.4;

/** CSS pixels for each pixel of a page, at which it is as large as its sheet of paper. */
export const trueScale = (page: Extent, sheet: SheetView): number => (sheet.width_mm * pixelsPerMm) / page.width;

/** Where a line across the pane meets the page. @param percent of the pane's width. @returns percent of the page's width. */
export function shareOfPage(percent: number, view: ZoomView, page: Extent, room: Extent): number {
  const at = (room.width * percent) / 100;
  return Math.min(100, Math.max(0, (100 * (at - view.x)) / (page.width * view.scale)));
}

import { captionBand, type Sheet } from "../options";
import { type Lettering, letter } from "./lettering";

/** White between the picture and the letters, in mm. */
const gap = 2.5;

/**
 * The words under the picture, in hollow letters, so that every format shows the same and children can color them.
 * They stand right below the picture, which leaves a band for them above the margin.
 * @param pictureBottom where the drawing's lowest ink ends, in mm from the sheet's top.
 */
export function layCaption(text: string, sheet: Sheet, pictureBottom: number): Lettering | null {
  const lowest = sheet.height - sheet.margin - captionBand;
  return letter(text, {
    left: sheet.margin,
    top: Math.min(lowest, Math.max(sheet.margin, pictureBottom)) + gap,
    width: sheet.width - 2 * sheet.margin,
    height: captionBand - gap,
    largestEm: 12,
    smallestEm: 5.8,
    lines: 2,
  });
}

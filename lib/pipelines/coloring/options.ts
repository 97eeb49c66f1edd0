import type { ColoringOptions } from "@/lib/contracts/coloring";

export const mmPerInch = 25.4;
export const mmPerPoint = mmPerInch / 72;
export const printDpi = 300;

/** Working area in pixels: a picture of 4:3 has about 640, 1000 or 1400 of them on its long side. */
export const workingPixels: Record<ColoringOptions["quality"], number> = {
  draft: 640 * 480,
  standard: 1000 * 750,
  high: 1400 * 1050,
};

/** Width of every line on paper, in points (1/72 inch), whatever the picture and the sheet. */
export const linePoints: Record<ColoringOptions["line_weight"], number> = { thin: 1, medium: 1.75, bold: 3 };

export interface Size {
  width: number;
  height: number;
}

const portraitSheets: Record<"letter" | "a4" | "square", Size> = {
  letter: { width: 215.9, height: 279.4 },
  a4: { width: 210, height: 297 },
  square: { width: 203.2, height: 203.2 },
};

/** Long side in mm of a page that keeps the picture's own proportions. */
const originalLongSide = 254;

export interface Sheet extends Size {
  /** White border inside which all ink lies, in mm. */
  margin: number;
  /** Half a line's width, in mm: so much further in lie the middles of the outermost lines. */
  rim: number;
}

/**
 * The sheet of paper for a picture.
 * @param picture size in any unit; only its proportions count.
 * @returns millimetres.
 */
export function sheetFor(options: ColoringOptions, picture: Size): Sheet {
  if (options.page_size === "original") {
    const scale = originalLongSide / Math.max(picture.width, picture.height);
    return { width: picture.width * scale, height: picture.height * scale, margin: 0, rim: 0 };
  }
  const { width, height } = portraitSheets[options.page_size];
  const landscape =
    options.orientation === "landscape" || (options.orientation === "auto" && picture.width > picture.height);
  const sheet = landscape ? { width: height, height: width } : { width, height };
  // Wherever the margin is wider than the sheet can bear, a third of it stays for the picture.
  const margin = Math.min(options.margin_mm, Math.min(sheet.width, sheet.height) / 3);
  return { ...sheet, margin, rim: (linePoints[options.line_weight] * mmPerPoint) / 2 };
}

/** Millimetres of paper under the picture that a caption takes. */
export const captionBand = 18;

export interface Placement {
  /** Millimetres of paper per pixel. */
  scale: number;
  /** Where the picture's top left corner lies on the sheet, in mm. */
  left: number;
  top: number;
}

/** Where a picture lies on its sheet, in mm; it may reach beyond it. */
export interface PictureBox extends Size {
  left: number;
  top: number;
}

/** The largest place for a picture inside the margins and above the caption, centred. `picture` is in pixels. */
export function placeOn(sheet: Sheet, picture: Size, hasCaption: boolean): Placement {
  const edge = sheet.margin + sheet.rim;
  const width = sheet.width - 2 * edge;
  const height = sheet.height - 2 * edge - (hasCaption ? captionBand : 0);
  const scale = Math.min(width / picture.width, height / picture.height);
  return {
    scale,
    left: edge + (width - picture.width * scale) / 2,
    top: edge + (height - picture.height * scale) / 2,
  };
}

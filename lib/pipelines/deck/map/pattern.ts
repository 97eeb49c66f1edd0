import { multiply } from "../matrix";
import type { Matrix, PatternPaint, Rect } from "../scene";
import type { Build } from "./build";
import { drawnFill, drawnScale } from "./drawn-fill";
import type { FillOutcome } from "./fill";

/** A pattern as a picture of all its tiles within the shape's box. */
export function patternFill(
  build: Build,
  paint: PatternPaint,
  opacity: number,
  matrix: Matrix,
  box: Rect,
): FillOutcome {
  const sheet = sheetFor(paint, matrix, box);
  const fill =
    sheet === null
      ? drawnFill(build, paint, opacity, matrix, box)
      : drawnFill(build, paint, opacity, multiply(sheet.matrix, matrix), sheet.box, 1);
  return fill === null ? { fill, reasons: ["pattern_not_drawn"] } : { fill, reasons: ["pattern_as_picture"] };
}

interface Sheet {
  /** From slide pixels to the sheet's pixels. */
  matrix: Matrix;
  box: Rect;
}

/** A tile has to stay below its whole number of pixels, or it gets one more. */
const below = 1 - 2e-5;

/**
 * The box in pixels of which every tile has a whole number: resvg rounds a tile up to whole pixels, so that a hundred
 * of them would end far from where they should. Null for tiles smaller than a pixel.
 */
function sheetFor({ tile, transform }: PatternPaint, matrix: Matrix, box: Rect): Sheet | null {
  const [a, b, c, d] = multiply(matrix, transform);
  const scale = drawnScale(box);
  const across = tile.width * Math.hypot(a, b) * scale;
  const down = tile.height * Math.hypot(c, d) * scale;
  if (!(across >= 1 && down >= 1)) return null;
  const [wide, high] = [(Math.ceil(across) / across) * scale, (Math.ceil(down) / down) * scale];
  const onItsSide = Math.abs(a) + Math.abs(d) < 1e-9 * (Math.abs(b) + Math.abs(c));
  const level = Math.abs(b) + Math.abs(c) < 1e-9 * (Math.abs(a) + Math.abs(d));
  const width = Math.floor(box.width * (onItsSide ? high : wide));
  const height = Math.floor(box.height * (level ? high : wide));
  if (!(width > 0 && height > 0)) return null;
  const [x, y] = [(below * width) / box.width, (below * height) / box.height];
  return { matrix: [x, 0, 0, y, -box.x * x, -box.y * y], box: { x: 0, y: 0, width, height } };
}

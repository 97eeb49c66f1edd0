import { readDocument } from "./document";
import type { SvgElement } from "./element";
import { medium } from "./font-size";
import { readQuantity, toUserUnits } from "./length";
import type { Viewport } from "./scene/context";
import { rootSize } from "./viewport";

/** What a root without size and contents is: as resvg. */
export const emptySize: Viewport = { width: 100, height: 100 };

/**
 * The size in CSS pixels that an SVG gives itself, without a look at what it draws; 100 × 100 where it gives none.
 * @throws TracepressError `invalid_svg` with line and column when it is not well-formed or no SVG.
 */
export function readSvgSize(bytes: Uint8Array, name: string): Viewport {
  const { root } = readDocument(bytes, name);
  const size = rootSize(root as SvgElement, pixelsOf);
  return size !== null && size.width > 0 && size.height > 0 ? size : emptySize;
}

function pixelsOf(text: string): number | null {
  const read = readQuantity(text);
  if (read === null) return null;
  const base = { fontSize: medium, rootFontSize: medium, viewport: emptySize, window: emptySize };
  return toUserUnits(read, "x", base);
}

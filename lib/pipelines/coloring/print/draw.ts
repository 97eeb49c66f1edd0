import { Resvg } from "@resvg/resvg-js";
import type { Size } from "../options";
import { flattenPath } from "./flatten";
import type { PageDocument } from "./page-document";
import { StrokeRaster } from "./stroke-raster";
import { renderLettering } from "./svg";

/**
 * Draws a page's document in greys, one byte a pixel, 0 black.
 * @param size of the sheet in pixels.
 */
export function drawPage(page: PageDocument, size: Size): Uint8Array {
  const scale = size.width / page.width;
  const raster = new StrokeRaster(size.width, size.height);
  const radius = (page.line * scale) / 2;
  for (const [index, data] of page.strokes.entries()) {
    const dash = page.dashes?.[index];
    for (const chain of flattenPath(data, scale)) {
      const pieces = dash ? dashed(chain, dash[0] * scale, dash[1] * scale) : [chain];
      for (const piece of pieces) raster.polyline(piece, radius);
    }
  }
  if (page.caption) stampLettering(raster, page);
  return raster.grey;
}

/** Letters are filled shapes: another renderer draws their band, and the darker of the two counts. */
function stampLettering({ grey, width, height }: StrokeRaster, page: PageDocument): void {
  const scale = width / page.width;
  const from = Math.floor((page.ink[3] + page.line / 2) * scale);
  const band = renderLettering(page, from / scale);
  const drawn = new Resvg(band, { fitTo: { mode: "width", value: width }, font: { loadSystemFonts: false } }).render();
  const rgba = drawn.pixels;
  const rows = Math.min(drawn.height, height - from);
  for (let i = 0, at = from * width; i < rows * width; i++, at++) {
    if (rgba[4 * i] < grey[at]) grey[at] = rgba[4 * i];
  }
}

/**
 * A chain of lines cut into dashes, as `stroke-dasharray` cuts it (SVG 2, 13.5.6): it begins with a whole dash.
 * @param dash, gap lengths in the chain's own unit.
 */
export function dashed(chain: ArrayLike<number>, dash: number, gap: number): number[][] {
  const pieces: number[][] = [];
  let piece: number[] | null = [chain[0], chain[1]];
  let left = dash;
  for (let i = 2; i < chain.length; i += 2) {
    let [x, y] = [chain[i - 2], chain[i - 1]];
    let length = Math.hypot(chain[i] - x, chain[i + 1] - y);
    while (length > left) {
      x += ((chain[i] - x) * left) / length;
      y += ((chain[i + 1] - y) * left) / length;
      length -= left;
      if (piece) {
        piece.push(x, y);
        pieces.push(piece);
      }
      left = piece ? gap : dash;
      piece = piece ? null : [x, y];
    }
    left -= length;
    piece?.push(chain[i], chain[i + 1]);
  }
  // A dash of no length is only the last corner of the one before.
  if (piece && piece.length > 2) pieces.push(piece);
  return pieces;
}

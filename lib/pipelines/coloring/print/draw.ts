import { Resvg } from "@resvg/resvg-js";
import { giveBack } from "../kernels/shelf";
import type { Size } from "../options";
import { flattenPath } from "./flatten";
import type { PageDocument } from "./page-document";
import { type Line, linesAlong } from "./stroke-line";
import { StrokeRaster } from "./stroke-raster";
import { renderLettering } from "./svg";

/** Rows that are drawn at once: the paper of a whole sheet would be megabytes, and is never needed as a whole. */
const bandRows = 128;

/**
 * Draws a page's document in greys, one byte a pixel, 0 black, band by band from the top. A band is overwritten by the
 * next.
 * @param size of the sheet in pixels.
 */
export function* drawBands(page: PageDocument, size: Size): Generator<Uint8Array> {
  const scale = size.width / page.width;
  const radius = (page.line * scale) / 2;
  const bands = Math.ceil(size.height / bandRows);
  const linesOf = sortIntoBands(page, scale, radius + 0.5, bands);
  const lettering = page.caption ? drawLettering(page, size) : null;
  const raster = new StrokeRaster(size.width, Math.min(bandRows, size.height));
  for (let band = 0; band < bands; band++) {
    raster.top = band * bandRows;
    raster.grey.fill(255);
    for (const line of linesOf[band]) raster.draw(line, radius);
    if (lettering) stamp(raster, lettering);
    yield raster.grey.subarray(0, Math.min(bandRows, size.height - raster.top) * size.width);
  }
  giveBack(raster.grey);
}

/** The lines of all strokes by the bands in which they are seen. */
function sortIntoBands(page: PageDocument, scale: number, reach: number, bands: number): Line[][] {
  const linesOf: Line[][] = Array.from({ length: bands }, () => []);
  for (const [index, data] of page.strokes.entries()) {
    const dash = page.dashes?.[index];
    for (const chain of flattenPath(data, scale)) {
      const pieces = dash ? dashed(chain, dash[0] * scale, dash[1] * scale) : [chain];
      for (const line of pieces.flatMap((piece) => linesAlong(piece, reach))) {
        const [first, last] = line.rows(reach);
        const to = Math.min(bands - 1, Math.floor(last / bandRows));
        for (let band = Math.max(0, Math.floor(first / bandRows)); band <= to; band++) linesOf[band].push(line);
      }
    }
  }
  return linesOf;
}

/** Rows of a sheet from `top` on, as four channels of which one grey is enough. */
interface Lettering {
  rgba: Uint8Array;
  top: number;
  rows: number;
}

/** Letters are filled shapes: another renderer draws their part of the sheet. */
function drawLettering(page: PageDocument, { width, height }: Size): Lettering {
  const scale = width / page.width;
  const top = Math.floor((page.ink[3] + page.line / 2) * scale);
  const svg = renderLettering(page, top / scale);
  const drawn = new Resvg(svg, { fitTo: { mode: "width", value: width }, font: { loadSystemFonts: false } }).render();
  return { rgba: drawn.pixels, top, rows: Math.min(drawn.height, height - top) };
}

/** Of letters and what is drawn already the darker one counts. */
function stamp({ grey, width, height, top }: StrokeRaster, lettering: Lettering): void {
  const { rgba } = lettering;
  const first = Math.max(top, lettering.top);
  const end = Math.min(top + height, lettering.top + lettering.rows);
  let from = (first - lettering.top) * width;
  for (let at = (first - top) * width; at < (end - top) * width; at++, from++) {
    if (rgba[4 * from] < grey[at]) grey[at] = rgba[4 * from];
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

import { crc32 } from "node:zlib";
import { Resvg } from "@resvg/resvg-js";
import sharp from "sharp";
import { mmPerInch, printDpi, type Size } from "../options";

/** A sheet's pixels at the printing resolution; `sheet` is in mm. */
export const printPixels = (sheet: Size): Size => ({
  width: Math.max(1, Math.round((sheet.width / mmPerInch) * printDpi)),
  height: Math.max(1, Math.round((sheet.height / mmPerInch) * printDpi)),
});

/** Draws a page's SVG at 300 dpi as a greyscale PNG that knows its resolution. `sheet` is the page's size in mm. */
export async function renderPng(svg: string, sheet: Size): Promise<Buffer> {
  const { width } = printPixels(sheet);
  const drawn = new Resvg(svg, { fitTo: { mode: "width", value: width }, font: { loadSystemFonts: false } }).render();
  const grey = redOf(drawn.pixels);
  const png = await sharp(grey, { raw: { width: drawn.width, height: drawn.height, channels: 1 } })
    .toColourspace("b-w")
    .png({ compressionLevel: 6, adaptiveFiltering: false })
    .toBuffer();
  return withResolution(png, printDpi);
}

/** One channel of four: the page is black on white, so all three colours are alike. */
function redOf(rgba: Uint8Array): Uint8Array {
  const grey = new Uint8Array(rgba.length / 4);
  for (let i = 0; i < grey.length; i++) grey[i] = rgba[4 * i];
  return grey;
}

const headerEnd = 8 + 12 + 13;

/** Puts a pHYs chunk (PNG specification 11.3.4.3) behind the header, in place of one that is there. */
export function withResolution(png: Buffer, dpi: number): Buffer {
  const chunk = Buffer.alloc(21);
  const perMetre = Math.round((dpi * 1000) / mmPerInch);
  chunk.writeUInt32BE(9, 0);
  chunk.write("pHYs", 4, "latin1");
  chunk.writeUInt32BE(perMetre, 8);
  chunk.writeUInt32BE(perMetre, 12);
  chunk[16] = 1;
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 17)), 17);
  return Buffer.concat([png.subarray(0, headerEnd), chunk, withoutResolution(png.subarray(headerEnd))]);
}

function withoutResolution(chunks: Buffer): Buffer {
  const kept: Buffer[] = [];
  for (let at = 0; at + 12 <= chunks.length; ) {
    const end = at + 12 + chunks.readUInt32BE(at);
    if (chunks.toString("latin1", at + 4, at + 8) !== "pHYs") kept.push(chunks.subarray(at, end));
    at = end;
  }
  return Buffer.concat(kept);
}

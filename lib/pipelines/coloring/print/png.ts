import { crc32 } from "node:zlib";
import sharp from "sharp";
import { mmPerInch, printDpi, type Size } from "../options";
import { drawPage } from "./draw";
import type { PageDocument } from "./page-document";

/** A sheet's pixels at the printing resolution; `sheet` is in mm. */
export const printPixels = (sheet: Size): Size => ({
  width: Math.max(1, Math.round((sheet.width / mmPerInch) * printDpi)),
  height: Math.max(1, Math.round((sheet.height / mmPerInch) * printDpi)),
});

/** Draws a page at 300 dpi as a greyscale PNG that knows its resolution. */
export async function renderPng(page: PageDocument): Promise<Buffer> {
  const { width, height } = printPixels(page);
  const grey = drawPage(page, { width, height });
  const png = await sharp(grey, { raw: { width, height, channels: 1 } })
    .toColourspace("b-w")
    .png({ compressionLevel: 6, adaptiveFiltering: false })
    .toBuffer();
  return withResolution(png, printDpi);
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

import { buffer } from "node:stream/consumers";
import { constants, crc32, createDeflate } from "node:zlib";
import { mmPerInch, printDpi, type Size } from "../options";
import { drawBands } from "./draw";
import type { PageDocument } from "./page-document";

/** A sheet's pixels at the printing resolution; `sheet` is in mm. */
export const printPixels = (sheet: Size): Size => ({
  width: Math.max(1, Math.round((sheet.width / mmPerInch) * printDpi)),
  height: Math.max(1, Math.round((sheet.height / mmPerInch) * printDpi)),
});

/** Draws a page at 300 dpi as a greyscale PNG that knows its resolution. */
export async function renderPng(page: PageDocument): Promise<Buffer> {
  const size = printPixels(page);
  return encodeGrey(drawBands(page, size), size, printDpi);
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/**
 * A PNG of 8-bit greys (PNG specification, third edition). Lines on white are runs of one value: looking for runs only
 * takes a fifth of the time of looking for any repetition, and leaves fewer bytes.
 * @param bands the rows from the top, some at a time; each is done with when the next is asked for.
 */
export async function encodeGrey(bands: Iterable<Uint8Array>, { width, height }: Size, dpi: number): Promise<Buffer> {
  const deflate = createDeflate({ level: 6, memLevel: 9, strategy: constants.Z_RLE, chunkSize: 65_536 });
  const data = buffer(deflate);
  let rows: Uint8Array = new Uint8Array();
  for (const grey of bands) {
    rows = unfiltered(grey, width, rows);
    await new Promise((resolve) => deflate.write(rows, resolve));
  }
  deflate.end();
  return Buffer.concat([
    signature,
    ...chunk("IHDR", header(width, height)),
    ...chunk("pHYs", resolution(dpi)),
    ...chunk("IDAT", await data),
    ...chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** Each row behind the byte that says it is not filtered; in `used` where it has the size. */
function unfiltered(grey: Uint8Array, width: number, used: Uint8Array): Uint8Array {
  const length = grey.length + grey.length / width;
  const rows = used.length === length ? used : new Uint8Array(length);
  for (let from = 0, to = 1; from < grey.length; from += width, to += width + 1) {
    rows.set(grey.subarray(from, from + width), to);
  }
  return rows;
}

/** Eight bits a pixel, grey. */
function header(width: number, height: number): Buffer {
  const data = Buffer.alloc(13);
  data.writeUInt32BE(width, 0);
  data.writeUInt32BE(height, 4);
  data[8] = 8;
  return data;
}

/** Pixels per metre both ways. */
function resolution(dpi: number): Buffer {
  const perMetre = Math.round((dpi * 1000) / mmPerInch);
  const data = Buffer.alloc(9);
  data.writeUInt32BE(perMetre, 0);
  data.writeUInt32BE(perMetre, 4);
  data[8] = 1;
  return data;
}

function chunk(type: string, data: Buffer): Buffer[] {
  const start = Buffer.alloc(8);
  start.writeUInt32BE(data.length, 0);
  start.write(type, 4, "latin1");
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(data, crc32(start.subarray(4))), 0);
  return [start, data, check];
}

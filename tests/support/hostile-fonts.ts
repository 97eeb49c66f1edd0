import { brotliCompressSync, constants, deflateSync } from "node:zlib";
import { sketch, withTables } from "./brought-font";

const zeros = Buffer.alloc(64 * 1024 * 1024);
const halfOf = (font: Buffer) => font.subarray(0, font.length / 2);

/** WOFF 1: so many tables of 16 MB each that stand in the same few bytes. */
function woffBomb(count: number): Buffer {
  const length = 16 * 1024 * 1024;
  const packed = deflateSync(zeros.subarray(0, length));
  const head = Buffer.alloc(44 + 20 * count);
  head.write("wOFF", 0, "latin1");
  head.writeUInt32BE(0x00010000, 4);
  head.writeUInt16BE(count, 12);
  for (let entry = 0; entry < count; entry++) {
    const at = 44 + 20 * entry;
    head.write(`t${String(entry).padStart(3, "0")}`, at, "latin1");
    for (const [index, value] of [head.length, packed.length, length].entries())
      head.writeUInt32BE(value, at + 4 + 4 * index);
  }
  return Buffer.concat([head, packed]);
}

/** WOFF 2: its one stream unpacks to 64 MB. */
function woff2Bomb(): Buffer {
  const packed = brotliCompressSync(zeros, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } });
  const head = Buffer.alloc(48);
  head.write("wOF2", 0, "latin1");
  head.writeUInt32BE(0x00010000, 4);
  head.writeUInt16BE(1, 12);
  head.writeUInt32BE(packed.length, 20);
  const entry = Buffer.from([0, 0x8f, 0xff, 0xff, 0xff, 0x7f]);
  return Buffer.concat([head, entry, packed]);
}

/** A `glyf` as WOFF 2 packs it: glyphs of as many contours, each of as many points, as can be said. */
function woff2OfPoints(): Buffer {
  const glyphs = 0xffff;
  const contours = Buffer.alloc(2 * glyphs, 0x7f);
  const points = Buffer.alloc(3 * 0x7f7f, 0xfd);
  const head = Buffer.alloc(36);
  head.writeUInt16BE(glyphs, 4);
  for (const [index, { length }] of [contours, points].entries()) head.writeUInt32BE(length, 8 + 4 * index);
  const table = Buffer.concat([head, contours, points, Buffer.alloc(8192)]);
  const packed = brotliCompressSync(table);
  const file = Buffer.alloc(48);
  file.write("wOF2", 0, "latin1");
  file.writeUInt16BE(1, 12);
  file.writeUInt32BE(packed.length, 20);
  return Buffer.concat([file, Buffer.from([10, ...base128(table.length), ...base128(table.length)]), packed]);
}

const base128 = (value: number): number[] => [(value >> 14) | 128, ((value >> 7) & 127) | 128, value & 127];

/** A `cmap` whose segments all go over all characters, each glyph of theirs in a list. */
function overlappingSegments(): Buffer {
  const count = 8_000;
  const cmap = Buffer.alloc(12 + 16 + 8 * count + 2 * 0x10000, 1);
  const head = [0, 1, 3, 1, 0, 12, 4, 0xffff, 0, 2 * count];
  for (const [index, value] of head.entries()) cmap.writeUInt16BE(value, 2 * index);
  for (let segment = 0; segment < count; segment++) {
    cmap.writeUInt16BE(0xfffe, 26 + 2 * segment);
    cmap.writeUInt16BE(0, 28 + 2 * count + 2 * segment);
  }
  return cmap;
}

/** A `cmap` that says it has four thousand million groups. */
function groupsWithoutEnd(): Buffer {
  const cmap = Buffer.alloc(12 + 16 + 12 * 1000);
  for (const [index, value] of [0, 1, 3, 10, 0, 12, 12].entries()) cmap.writeUInt16BE(value, 2 * index);
  cmap.writeUInt32BE(0xffff_ffff, 12 + 12);
  return cmap;
}

/** Fonts made to cost more than they look, and broken ones: each comes to a note at most. */
export const hostileFonts: Record<string, () => Buffer> = {
  "a WOFF of 16 GB": () => woffBomb(1000),
  "a WOFF of 80 MB": () => woffBomb(5),
  "a WOFF 2 of 64 MB": woff2Bomb,
  "a WOFF 2 of glyphs of a thousand million points": woff2OfPoints,
  "segments of characters over each other": () => withTables({ cmap: overlappingSegments }),
  "groups of characters without end": () => withTables({ cmap: groupsWithoutEnd }),
  "no outlines": () => withTables({ glyf: null, loca: null }),
  "no advances": () => withTables({ hmtx: () => Buffer.alloc(0) }),
  "an em of no size": () => withTables({ head: (head) => head.fill(0, 18, 20) }),
  "glyphs beyond its end": () => withTables({ loca: (loca) => loca.fill(0xff) }),
  "half a TrueType": () => halfOf(sketch.truetype),
  "half a WOFF": () => halfOf(sketch.woff),
  "half a WOFF 2": () => halfOf(sketch.woff2),
};

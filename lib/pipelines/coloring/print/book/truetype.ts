/** A glyph to be embedded; outline and advance in em, y upwards. */
export interface EmbeddedGlyph {
  outline: { command: string; args: number[] }[];
  advance: number;
}

export const unitsPerEm = 2000;

interface Point {
  x: number;
  y: number;
  isOn: boolean;
}

/**
 * A TrueType font of just these glyphs, for embedding in a PDF (ISO 32000-1, 9.9, lists the tables it needs). The
 * outlines are those of a variable font at one weight, which no PDF reader could work out by itself.
 */
export function writeTrueType(glyphs: EmbeddedGlyph[]): Buffer {
  const contours = glyphs.map(({ outline }) => contoursOf(outline));
  const drawn = contours.map(encodeGlyph);
  const loca = Buffer.alloc(4 * (drawn.length + 1));
  let offset = 0;
  for (const [i, glyph] of drawn.entries()) {
    offset += glyph.length;
    loca.writeUInt32BE(offset, 4 * (i + 1));
  }
  const box = boxOf(contours.flat(2));
  return assemble({
    glyf: Buffer.concat(drawn),
    head: headTable(box),
    hhea: hheaTable(box, glyphs),
    hmtx: hmtxTable(glyphs, contours),
    loca,
    maxp: maxpTable(contours),
  });
}

function contoursOf(outline: EmbeddedGlyph["outline"]): Point[][] {
  const contours: Point[][] = [];
  for (const { command, args } of outline) {
    const points: Point[] = [];
    for (let i = 0; i + 1 < args.length; i += 2) {
      const isOn = i + 2 === args.length;
      points.push({ x: Math.round(args[i] * unitsPerEm), y: Math.round(args[i + 1] * unitsPerEm), isOn });
    }
    if (command === "moveTo") contours.push(points);
    else contours[contours.length - 1]?.push(...points);
  }
  for (const contour of contours) {
    const [first, last] = [contour[0], contour[contour.length - 1]];
    if (contour.length > 1 && last.isOn && first.x === last.x && first.y === last.y) contour.pop();
  }
  return contours.filter(({ length }) => length > 2);
}

function encodeGlyph(contours: Point[][]): Buffer {
  const points = contours.flat();
  if (!points.length) return Buffer.alloc(0);
  const size = 10 + 2 * contours.length + 2 + 5 * points.length;
  const glyph = Buffer.alloc(size + (-size & 3));
  let at = glyph.writeInt16BE(contours.length, 0);
  for (const edge of boxOf(points)) at = glyph.writeInt16BE(edge, at);
  let end = -1;
  for (const contour of contours) {
    end += contour.length;
    at = glyph.writeUInt16BE(end, at);
  }
  at += 2;
  for (const { isOn } of points) at = glyph.writeUInt8(isOn ? 1 : 0, at);
  for (const axis of ["x", "y"] as const) {
    let last = 0;
    for (const point of points) {
      at = glyph.writeInt16BE(point[axis] - last, at);
      last = point[axis];
    }
  }
  return glyph;
}

/** Left, bottom, right and top. */
function boxOf(points: Point[]): [number, number, number, number] {
  if (!points.length) return [0, 0, 0, 0];
  const x = points.map((point) => point.x);
  const y = points.map((point) => point.y);
  return [Math.min(...x), Math.min(...y), Math.max(...x), Math.max(...y)];
}

function headTable(box: number[]): Buffer {
  const head = Buffer.alloc(54);
  head.writeUInt32BE(0x00010000, 0);
  head.writeUInt32BE(0x00010000, 4);
  head.writeUInt32BE(0x5f0f3cf5, 12);
  head.writeUInt16BE(unitsPerEm, 18);
  for (const [i, edge] of box.entries()) head.writeInt16BE(edge, 36 + 2 * i);
  head.writeUInt16BE(8, 46);
  head.writeInt16BE(2, 48);
  head.writeInt16BE(1, 50);
  return head;
}

function hheaTable(box: number[], glyphs: EmbeddedGlyph[]): Buffer {
  const hhea = Buffer.alloc(36);
  hhea.writeUInt32BE(0x00010000, 0);
  hhea.writeInt16BE(box[3], 4);
  hhea.writeInt16BE(box[1], 6);
  hhea.writeUInt16BE(Math.max(0, ...glyphs.map(({ advance }) => Math.round(advance * unitsPerEm))), 10);
  hhea.writeInt16BE(1, 18);
  hhea.writeUInt16BE(glyphs.length, 34);
  return hhea;
}

function hmtxTable(glyphs: EmbeddedGlyph[], contours: Point[][][]): Buffer {
  const hmtx = Buffer.alloc(4 * glyphs.length);
  for (const [i, { advance }] of glyphs.entries()) {
    hmtx.writeUInt16BE(Math.max(0, Math.round(advance * unitsPerEm)), 4 * i);
    hmtx.writeInt16BE(boxOf(contours[i].flat())[0], 4 * i + 2);
  }
  return hmtx;
}

function maxpTable(contours: Point[][][]): Buffer {
  const maxp = Buffer.alloc(32);
  maxp.writeUInt32BE(0x00010000, 0);
  maxp.writeUInt16BE(contours.length, 4);
  maxp.writeUInt16BE(Math.max(0, ...contours.map((glyph) => glyph.flat().length)), 6);
  maxp.writeUInt16BE(Math.max(0, ...contours.map((glyph) => glyph.length)), 8);
  maxp.writeUInt16BE(2, 14);
  return maxp;
}

function assemble(tables: Record<string, Buffer>): Buffer {
  const names = Object.keys(tables).sort();
  const header = Buffer.alloc(12 + 16 * names.length);
  const log = Math.floor(Math.log2(names.length));
  header.writeUInt32BE(0x00010000, 0);
  header.writeUInt16BE(names.length, 4);
  header.writeUInt16BE(16 << log, 6);
  header.writeUInt16BE(log, 8);
  header.writeUInt16BE(16 * names.length - (16 << log), 10);
  const parts = [header];
  let offset = header.length;
  for (const [i, name] of names.entries()) {
    const table = tables[name];
    const bytes = Buffer.concat([table, Buffer.alloc(-table.length & 3)]);
    const at = 12 + 16 * i;
    header.write(name, at, "latin1");
    header.writeUInt32BE(checksum(bytes), at + 4);
    header.writeUInt32BE(offset, at + 8);
    header.writeUInt32BE(table.length, at + 12);
    parts.push(bytes);
    offset += bytes.length;
  }
  return Buffer.concat(parts);
}

function checksum(bytes: Buffer): number {
  let sum = 0;
  for (let i = 0; i < bytes.length; i += 4) sum = (sum + bytes.readUInt32BE(i)) >>> 0;
  return sum;
}

import { ByteReader } from "./byte-reader";

/** The index of a contour's last point is a number of 16 bits. */
const mostPoints = 0x10000;
const moreComponents = 0x20;
const hasInstructions = 0x100;

export interface RestoredGlyphs {
  glyf: Buffer;
  /** In the long format. */
  loca: Buffer;
  /** Left edge of each glyph's box. */
  leftEdges: Int16Array;
}

/** Undoes the transformation of the glyf and loca tables (WOFF 2.0, sections 5.1 to 5.3). */
export function restoreGlyphs(table: Buffer): RestoredGlyphs {
  const header = new ByteReader(table, 4);
  const count = header.u16();
  header.at = 8;
  const sizes = Array.from({ length: 7 }, () => header.u32());
  const [contours, pointCounts, flags, coordinates, composites, boxes] = sizes.map(
    (size) => new ByteReader(header.take(size)),
  );
  const hasBox = boxes.take(4 * Math.ceil(count / 32));
  const streams = { pointCounts, flags, coordinates, composites };
  const loca = Buffer.alloc(4 * (count + 1));
  const leftEdges = new Int16Array(count);
  const parts: Buffer[] = [];
  let offset = 0;
  for (let i = 0; i < count; i++) {
    loca.writeUInt32BE(offset, 4 * i);
    const contourCount = contours.i16();
    if (!contourCount) continue;
    const box = hasBox[i >> 3] & (0x80 >> (i & 7)) ? boxes.take(8) : null;
    const glyph = contourCount < 0 ? restoreComposite(streams, box) : restoreSimple(streams, contourCount, box);
    leftEdges[i] = glyph.readInt16BE(2);
    parts.push(glyph);
    offset += glyph.length;
  }
  loca.writeUInt32BE(offset, 4 * count);
  return { glyf: Buffer.concat(parts), loca, leftEdges };
}

type Streams = Record<"pointCounts" | "flags" | "coordinates" | "composites", ByteReader>;

function restoreComposite({ composites, coordinates }: Streams, box: Buffer | null): Buffer {
  const start = composites.at;
  let flags = moreComponents;
  let anyInstructions = false;
  const spots: number[] = [];
  while (flags & moreComponents) {
    spots.push(composites.at - start);
    flags = composites.u16();
    anyInstructions ||= (flags & hasInstructions) !== 0;
    const scale = flags & 8 ? 2 : flags & 0x40 ? 4 : flags & 0x80 ? 8 : 0;
    composites.at += 2 + (flags & 1 ? 4 : 2) + scale;
  }
  const length = composites.at - start;
  composites.at = start;
  const components = Buffer.from(composites.take(length));
  for (const spot of spots) components.writeUInt16BE(components.readUInt16BE(spot) & ~hasInstructions, spot);
  if (anyInstructions) coordinates.packed16();
  const head = Buffer.alloc(10);
  head.writeInt16BE(-1, 0);
  box?.copy(head, 2);
  return padded([head, components]);
}

function restoreSimple(streams: Streams, contourCount: number, box: Buffer | null): Buffer {
  const ends: number[] = [];
  let count = 0;
  for (let i = 0; i < contourCount; i++) {
    count += streams.pointCounts.packed16();
    ends.push(count - 1);
  }
  if (count > mostPoints) throw new RangeError("A glyph of the font has too many points.");
  const x = new Int16Array(count);
  const y = new Int16Array(count);
  const glyph = Buffer.alloc(10 + 2 * contourCount + 2 + 5 * count);
  let at = 10;
  for (const end of ends) at = glyph.writeUInt16BE(end, at);
  at += 2;
  for (let i = 0, atX = 0, atY = 0; i < count; i++) {
    const flag = streams.flags.u8();
    const [dx, dy] = readOffset(flag & 127, streams.coordinates);
    x[i] = atX += dx;
    y[i] = atY += dy;
    at = glyph.writeUInt8(flag & 128 ? 0 : 1, at);
  }
  streams.coordinates.packed16();
  for (let i = 0; i < count; i++) at = glyph.writeInt16BE(i ? x[i] - x[i - 1] : x[0], at);
  for (let i = 0; i < count; i++) at = glyph.writeInt16BE(i ? y[i] - y[i - 1] : y[0], at);
  glyph.writeInt16BE(contourCount, 0);
  if (box) box.copy(glyph, 2);
  else
    [Math.min(...x), Math.min(...y), Math.max(...x), Math.max(...y)].forEach((v, i) => {
      glyph.writeInt16BE(v, 2 + 2 * i);
    });
  return padded([glyph]);
}

const signed = (bits: number, value: number): number => (bits & 1 ? value : -value);

/** The offset to the next point: section 5.2, table of triplets. */
function readOffset(flag: number, data: ByteReader): [number, number] {
  if (flag < 10) return [0, signed(flag, ((flag & 14) << 7) + data.u8())];
  if (flag < 20) return [signed(flag, (((flag - 10) & 14) << 7) + data.u8()), 0];
  if (flag < 84) {
    const high = flag - 20;
    const low = data.u8();
    return [signed(flag, 1 + (high & 0x30) + (low >> 4)), signed(flag >> 1, 1 + ((high & 0x0c) << 2) + (low & 15))];
  }
  if (flag < 120) {
    const high = flag - 84;
    const dx = 1 + (Math.floor(high / 12) << 8) + data.u8();
    return [signed(flag, dx), signed(flag >> 1, 1 + (((high % 12) >> 2) << 8) + data.u8())];
  }
  if (flag < 124) {
    const first = data.u8();
    const middle = data.u8();
    return [signed(flag, (first << 4) + (middle >> 4)), signed(flag >> 1, ((middle & 15) << 8) + data.u8())];
  }
  const dx = data.u16();
  return [signed(flag, dx), signed(flag >> 1, data.u16())];
}

/** Glyphs begin at multiples of four bytes. */
function padded(parts: Buffer[]): Buffer {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  return Buffer.concat([...parts, Buffer.alloc(-length & 3)]);
}

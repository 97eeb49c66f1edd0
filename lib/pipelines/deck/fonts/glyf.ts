import type { Glyph } from "fontkit";

interface Corner {
  x: number;
  y: number;
  onCurve: boolean;
}

const headerBytes = 10;
const onCurveFlag = 1;

/**
 * A glyph's outline as an entry of `glyf` (OpenType, "glyf": simple glyphs): in font units, without hints, each point in
 * full. Nothing for a glyph without an outline.
 */
export function glyfEntry(glyph: Glyph): Buffer {
  const contours = contoursOf(glyph);
  const points = contours.flat();
  if (points.length === 0) return Buffer.alloc(0);
  const entry = Buffer.alloc(headerBytes + 2 * contours.length + 2 + 5 * points.length);
  let at = entry.writeInt16BE(contours.length);
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  for (const edge of [least(xs), least(ys), most(xs), most(ys)]) at = entry.writeInt16BE(edge, at);
  let last = -1;
  for (const contour of contours) {
    last += contour.length;
    at = entry.writeUInt16BE(last, at);
  }
  at = entry.writeUInt16BE(0, at);
  for (const { onCurve } of points) at = entry.writeUInt8(onCurve ? onCurveFlag : 0, at);
  for (const places of [xs, ys]) {
    for (const [index, place] of places.entries()) at = entry.writeInt16BE(place - (places[index - 1] ?? 0), at);
  }
  return entry;
}

const least = (places: readonly number[]) => places.reduce((one, other) => Math.min(one, other));
const most = (places: readonly number[]) => places.reduce((one, other) => Math.max(one, other));

function contoursOf(glyph: Glyph): Corner[][] {
  const contours: Corner[][] = [];
  for (const { command, args } of glyph.path.commands) {
    if (command === "moveTo") contours.push([]);
    const contour = contours.at(-1);
    if (contour === undefined || command === "closePath") continue;
    if (command === "bezierCurveTo") throw new TypeError("A glyph of cubic curves has no place in glyf.");
    if (command === "quadraticCurveTo") contour.push(corner(args[0], args[1], false));
    contour.push(corner(args[args.length - 2], args[args.length - 1], true));
  }
  return contours.filter((contour) => contour.length > 0);
}

const corner = (x: number, y: number, onCurve: boolean): Corner => ({ x: Math.round(x), y: Math.round(y), onCurve });

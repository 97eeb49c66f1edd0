import svgpath from "svgpath";
import type { Curve } from "../lines/bezier";
import type { Placement } from "../options";

/** Farthest that a straight piece may stray from the curve it stands for, in pixels. */
const stray = 0.1;

/**
 * SVG path data as chains of straight lines.
 * @param scale pixels per unit of the path.
 * @returns one list of x, y, x, y, … in pixels for each subpath; one point alone for a dot.
 * @throws Error when the data is not a path.
 */
export function flattenPath(data: string, scale: number): number[][] {
  const path = hasArcsOrShorthands.test(data) ? svgpath(data).unarc().unshort().abs() : svgpath(data).abs();
  const { err } = path as { err?: string };
  if (err) throw new Error(err);
  const chains: number[][] = [];
  let chain: number[] = [];
  path.iterate((segment, _index, startX, startY) => {
    const [verb, ...numbers] = segment as [string, ...number[]];
    const from = [startX * scale, startY * scale];
    const to = numbers.map((value) => value * scale);
    if (verb === "M") {
      chain = to;
      chains.push(chain);
    } else if (verb === "L") chain.push(...to);
    else if (verb === "H") chain.push(to[0], from[1]);
    else if (verb === "V") chain.push(from[0], to[0]);
    else if (verb === "Q") addQuadratic(chain, from[0], from[1], to[0], to[1], to[2], to[3]);
    else if (verb === "C") addCurve(chain, from[0], from[1], to[0], to[1], to[2], to[3], to[4], to[5]);
    else if (verb === "Z") {
      chain.push(chain[0], chain[1]);
      chain = chain.slice(0, 2);
      chains.push(chain);
    }
  });
  return chains.filter((points, index) => points.length > 2 || !continues(chains, index));
}

/** Our own paths have none, and each change goes through a path once more. */
const hasArcsOrShorthands = /[ast]/i;

/**
 * A fitted curve as it lies on the sheet, as one chain of straight lines.
 * @param perMm pixels per millimetre of paper.
 * @returns x, y, x, y, … in pixels of the sheet.
 */
export function flattenCurve({ points }: Pick<Curve, "points">, placement: Placement, perMm: number): number[] {
  const scale = placement.scale * perMm;
  const left = placement.left * perMm;
  const top = placement.top * perMm;
  let x = points[0] * scale + left;
  let y = points[1] * scale + top;
  const chain = [x, y];
  for (let i = 2; i + 5 < points.length; i += 6) {
    const endX = points[i + 4] * scale + left;
    const endY = points[i + 5] * scale + top;
    addCurve(
      chain,
      x,
      y,
      points[i] * scale + left,
      points[i + 1] * scale + top,
      points[i + 2] * scale + left,
      points[i + 3] * scale + top,
      endX,
      endY,
    );
    x = endX;
    y = endY;
  }
  return chain;
}

/** After a `z` the path may go on from its start; when nothing follows, that start is no dot. */
const continues = (chains: number[][], index: number): boolean => {
  const before = chains[index - 1];
  return before !== undefined && before[0] === chains[index][0] && before[1] === chains[index][1];
};

/** As the cubic that is the same curve. */
function addQuadratic(chain: number[], x0: number, y0: number, cx: number, cy: number, x1: number, y1: number): void {
  const third = (a: number, b: number) => a + (2 / 3) * (b - a);
  addCurve(chain, x0, y0, third(x0, cx), third(y0, cy), third(x1, cx), third(y1, cy), x1, y1);
}

/** As many pieces of equal parameter as keep within `stray`, by the bends of the control polygon (Wang 1984). */
function addCurve(
  chain: number[],
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  x3: number,
  y3: number,
): void {
  const bendX = Math.max(Math.abs(x0 - 2 * x1 + x2), Math.abs(x1 - 2 * x2 + x3));
  const bendY = Math.max(Math.abs(y0 - 2 * y1 + y2), Math.abs(y1 - 2 * y2 + y3));
  const pieces = Math.max(1, Math.ceil(Math.sqrt((0.75 * Math.sqrt(bendX * bendX + bendY * bendY)) / stray)));
  for (let i = 1; i <= pieces; i++) {
    const t = i / pieces;
    const s = 1 - t;
    const a = s * s * s;
    const b = 3 * s * s * t;
    const c = 3 * s * t * t;
    const d = t * t * t;
    chain.push(a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3);
  }
}

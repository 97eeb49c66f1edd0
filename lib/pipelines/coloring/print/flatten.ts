import svgpath from "svgpath";
import type { Curve } from "../lines/bezier";
import type { Placement } from "../options";

/** Longest straight piece that stands for a curve, in pixels: at this length a bend of radius 20 strays a tenth of one. */
const chord = 4;

/**
 * SVG path data as chains of straight lines.
 * @param scale pixels per unit of the path.
 * @returns one list of x, y, x, y, … in pixels for each subpath; one point alone for a dot.
 * @throws Error when the data is not a path.
 */
export function flattenPath(data: string, scale: number): number[][] {
  const path = svgpath(data).unarc().unshort().abs();
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
    else if (verb === "Q") addCurve(chain, [...from, ...raised(from, to)]);
    else if (verb === "C") addCurve(chain, [...from, ...to]);
    else if (verb === "Z") {
      chain.push(chain[0], chain[1]);
      chain = chain.slice(0, 2);
      chains.push(chain);
    }
  });
  return chains.filter((points, index) => points.length > 2 || !continues(chains, index));
}

/**
 * A fitted curve as it lies on the sheet, as one chain of straight lines.
 * @param perMm pixels per millimetre of paper.
 * @returns x, y, x, y, … in pixels of the sheet.
 */
export function flattenCurve({ points }: Pick<Curve, "points">, placement: Placement, perMm: number): number[] {
  const at = (i: number) => (points[i] * placement.scale + (i % 2 ? placement.top : placement.left)) * perMm;
  const chain = [at(0), at(1)];
  for (let i = 0; i + 7 < points.length; i += 6) {
    addCurve(chain, [at(i), at(i + 1), at(i + 2), at(i + 3), at(i + 4), at(i + 5), at(i + 6), at(i + 7)]);
  }
  return chain;
}

/** After a `z` the path may go on from its start; when nothing follows, that start is no dot. */
const continues = (chains: number[][], index: number): boolean => {
  const before = chains[index - 1];
  return before !== undefined && before[0] === chains[index][0] && before[1] === chains[index][1];
};

/** The cubic that is the same curve as a quadratic. */
function raised([x0, y0]: number[], [cx, cy, x1, y1]: number[]): number[] {
  const third = (a: number, b: number) => a + (2 / 3) * (b - a);
  return [third(x0, cx), third(y0, cy), third(x1, cx), third(y1, cy), x1, y1];
}

function addCurve(chain: number[], [x0, y0, x1, y1, x2, y2, x3, y3]: number[]): void {
  const length = Math.hypot(x1 - x0, y1 - y0) + Math.hypot(x2 - x1, y2 - y1) + Math.hypot(x3 - x2, y3 - y2);
  const pieces = Math.max(2, Math.ceil(length / chord));
  for (let i = 1; i <= pieces; i++) {
    const t = i / pieces;
    const s = 1 - t;
    const [a, b, c, d] = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t];
    chain.push(a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3);
  }
}

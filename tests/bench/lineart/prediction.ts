import type { PageDocument } from "@/lib/pipelines/coloring/print/page-document";
import { thin } from "./boundary/thin";

/** Longest step along a curve, in pixels: short enough that no pixel is skipped. */
const step = 0.4;

/**
 * The page's strokes as lines one pixel wide over a picture of this size. The strokes themselves and not the printed page
 * are taken, so that neither the pen's width nor a threshold has a say; the page must be of size `original`.
 */
export function rasterizeStrokes({ width, strokes }: PageDocument, toWidth: number, toHeight: number): Uint8Array {
  const mask = new Uint8Array(toWidth * toHeight);
  const scale = toWidth / width;
  const mark = (x: number, y: number) => {
    const column = Math.floor(x * scale);
    const row = Math.floor(y * scale);
    if (column >= 0 && row >= 0 && column < toWidth && row < toHeight) mask[row * toWidth + column] = 1;
  };
  for (const data of strokes) walk(data, step / scale, mark);
  return thin(mask, toWidth, toHeight);
}

type Mark = (x: number, y: number) => void;

/** Calls `mark` along path data made of M, L, C and Z, absolute or relative, at most `length` apart. */
export function walk(data: string, length: number, mark: Mark): void {
  let [x, y, startX, startY] = [0, 0, 0, 0];
  for (const [, verb, list] of data.matchAll(/([MmLlCcZz])([^A-Za-z]*)/g)) {
    const numbers = (list.match(/-?(?:\d+\.?\d*|\.\d+)/g) ?? []).map(Number);
    const base = () => (verb === verb.toLowerCase() ? [x, y] : [0, 0]);
    if (verb === "Z" || verb === "z") {
      segment(x, y, startX, startY, length, mark);
      [x, y] = [startX, startY];
    }
    for (let i = 0; "Cc".includes(verb) && i < numbers.length; i += 6) {
      const [left, top] = base();
      const n = numbers.slice(i, i + 6).map((value, k) => value + (k % 2 ? top : left));
      bezier([x, y, ...n], length, mark);
      [x, y] = [n[4], n[5]];
    }
    for (let i = 0; "MmLl".includes(verb) && i < numbers.length; i += 2) {
      const [left, top] = base();
      const [toX, toY] = [numbers[i] + left, numbers[i + 1] + top];
      if ("Mm".includes(verb) && i === 0) {
        [startX, startY] = [toX, toY];
        mark(toX, toY);
      } else segment(x, y, toX, toY, length, mark);
      [x, y] = [toX, toY];
    }
  }
}

function segment(x0: number, y0: number, x1: number, y1: number, length: number, mark: Mark): void {
  const steps = Math.ceil(Math.hypot(x1 - x0, y1 - y0) / length);
  for (let i = 1; i <= steps; i++) mark(x0 + ((x1 - x0) * i) / steps, y0 + ((y1 - y0) * i) / steps);
}

/** A cubic Bézier's points; its control polygon is never shorter than it. */
function bezier([x0, y0, x1, y1, x2, y2, x3, y3]: number[], length: number, mark: Mark): void {
  const polygon = Math.hypot(x1 - x0, y1 - y0) + Math.hypot(x2 - x1, y2 - y1) + Math.hypot(x3 - x2, y3 - y2);
  const steps = Math.ceil((2 * polygon) / length);
  for (let i = 1; i <= steps; i++) {
    const t = i / steps;
    const u = 1 - t;
    const [a, b, c, d] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t];
    mark(a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3);
  }
}

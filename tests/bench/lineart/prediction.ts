import { flattenPath } from "@/lib/pipelines/coloring/print/flatten";
import type { PageDocument } from "@/lib/pipelines/coloring/print/page-document";
import { thin } from "./boundary/thin";

type Strokes = Pick<PageDocument, "width" | "strokes">;

/** Distance of the points that are marked along a line, in pixels: short enough that none is skipped. */
const step = 0.4;

/**
 * The page's strokes as lines one pixel wide over a picture of this size. The strokes themselves and not the printed page
 * are taken, so that neither the pen's width nor a threshold has a say; the page must be of size `original`.
 */
export function rasterizeStrokes(page: Strokes, toWidth: number, toHeight: number): Uint8Array {
  const { width, strokes } = page;
  const mask = new Uint8Array(toWidth * toHeight);
  const mark = (x: number, y: number) => {
    if (x >= 0 && y >= 0 && x < toWidth && y < toHeight) mask[Math.floor(y) * toWidth + Math.floor(x)] = 1;
  };
  for (const chain of strokes.flatMap((data) => flattenPath(data, toWidth / width))) {
    mark(chain[0], chain[1]);
    for (let i = 2; i < chain.length; i += 2) {
      const [x0, y0, x1, y1] = chain.slice(i - 2, i + 2);
      const steps = Math.ceil(Math.hypot(x1 - x0, y1 - y0) / step);
      for (let k = 1; k <= steps; k++) mark(x0 + ((x1 - x0) * k) / steps, y0 + ((y1 - y0) * k) / steps);
    }
  }
  return thin(mask, toWidth, toHeight);
}

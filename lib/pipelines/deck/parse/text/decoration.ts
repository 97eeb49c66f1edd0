import { rectanglePath, transformPath } from "../../outline";
import type { Fill, PathData, Stroke, TextDecoration } from "../../scene";
import type { SvgElement } from "../element";
import type { Context } from "../scene/context";
import type { PlacedCluster } from "./flow";

const lines = ["underline", "overline", "line-through"] as const;

/**
 * The decorations of a span's letters, each painted as the element that asks for it (SVG 2, 11.10.3.1).
 * @param painted what an element paints with.
 */
export function decorationsOf(
  span: SvgElement,
  run: readonly PlacedCluster[],
  ctx: Context,
  painted: (element: SvgElement) => { fill: Fill | null; stroke: Stroke | null },
): TextDecoration[] {
  return lines.flatMap((line) => {
    const asking = askingFor(line, span, ctx);
    if (asking === null) return [];
    const { fill, stroke } = painted(asking);
    return fill === null && stroke === null ? [] : [{ line, fill, stroke, bar: barOf(line, run) }];
  });
}

/** The nearest element around the letters that asks for the line. */
function askingFor(line: (typeof lines)[number], span: SvgElement, ctx: Context): SvgElement | null {
  for (let at: SvgElement | null = span; at !== null; at = at.parent) {
    const said = `${ctx.style(at, "text-decoration")} ${ctx.style(at, "text-decoration-line")}`;
    if (said.split(/\s+/).includes(line)) return at;
  }
  return null;
}

/** One bar below clusters on a level line, else a bar for each cluster. */
function barOf(line: (typeof lines)[number], run: readonly PlacedCluster[]): PathData {
  const { face, style } = run[0].cluster.item;
  const { middle, thickness } = line === "line-through" ? face.strikeout : face.underline;
  const place = line === "overline" ? -face.ascent + thickness / 2 : middle;
  const top = (place - thickness / 2) * style.size;
  const height = thickness * style.size;
  const bar = (x: number, width: number) => rectanglePath({ x, y: top, width, height });
  const level = run.every(({ matrix }) => matrix[0] === 1 && matrix[1] === 0);
  if (!level) {
    return run.flatMap(({ cluster, matrix }) => transformPath(bar(0, cluster.advance / cluster.stretch), matrix));
  }
  const [first, last] = [run[0], run[run.length - 1]];
  return transformPath(bar(0, last.at.x + last.cluster.advance - first.at.x), first.matrix);
}

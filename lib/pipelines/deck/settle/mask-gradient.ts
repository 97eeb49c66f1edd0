import { pathBox } from "../bounds";
import { intersection } from "../box";
import { changedStops } from "../filters/recolour";
import { multiply } from "../matrix";
import type { Colour, Fill, Group, Mask, Matrix, Paint, Rect, SceneNode, Shape } from "../scene";
import { toneOf } from "./stencil";

type Gradient = Extract<Paint, { kind: "linear" | "radial" }>;

/**
 * A shape of one colour under a mask that is one sheet of a gradient: the shape takes the gradient with the mask's
 * tones as alpha, with more stops where tones do not mix evenly. `sheet` is what the mask leaves; null otherwise.
 */
export function maskedByGradient(node: SceneNode, mask: Mask, box: Rect): { shape: Shape; sheet: Rect } | null {
  if (node.kind !== "shape" || node.filter !== null || node.stroke !== null || node.markers.length > 0) return null;
  if (node.fill?.paint.kind !== "solid") return null;
  const sheet = sheetOf(mask.content, mask.content.transform);
  const shown = sheet && intersection(sheet.box, mask.region);
  if (sheet === null || shown === null || intersection(shown, box) === null) return null;
  const { colour } = node.fill.paint;
  const toned = (tone: Colour): Colour => ({ ...colour, alpha: colour.alpha * toneOf(mask.kind, tone) });
  const stops = changedStops(sheet.gradient.stops, toned);
  const paint: Gradient = { ...sheet.gradient, stops, transform: multiply(sheet.matrix, sheet.gradient.transform) };
  const fill: Fill = { ...node.fill, paint, opacity: node.fill.opacity * sheet.opacity };
  return { shape: { ...node, mask: null, fill }, sheet: shown };
}

interface Sheet {
  gradient: Gradient;
  matrix: Matrix;
  box: Rect;
  opacity: number;
}

/** The only shape in the mask, when it is a level rectangle under one gradient. */
function sheetOf(group: Group, matrix: Matrix): Sheet | null {
  if (group.children.length !== 1 || !isPlain(group)) return null;
  const [only] = group.children;
  if (!isPlain(only)) return null;
  const own = multiply(matrix, only.transform);
  if (only.kind === "group") return sheetOf(only, own);
  if (only.kind !== "shape" || only.geometry.kind !== "rect" || only.stroke !== null || only.fill === null) return null;
  const { paint, opacity } = only.fill;
  if (paint.kind !== "linear" && paint.kind !== "radial") return null;
  if (only.geometry.rx > 0 || own[1] !== 0 || own[2] !== 0) return null;
  const box = pathBox(only.geometry.outline, own);
  return box && { gradient: paint, matrix: own, box, opacity: opacity * only.opacity };
}

function isPlain(node: SceneNode): boolean {
  const whole = node.kind === "shape" || node.opacity === 1;
  return whole && node.clip === null && node.mask === null && node.filter === null && node.blend === "normal";
}

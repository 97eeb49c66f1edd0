import { apply, multiply } from "../matrix";
import type { Matrix, Paint, Rect } from "../scene";
import type { SlideFill } from "../slide";
import { stopsBetween } from "./gradient-stops";

type Radial = Extract<Paint, { kind: "radial" }>;

/** How far from round, or from the middle, a gradient may be, as a share of its radius. */
const tolerance = 0.01;

/**
 * A radial gradient whose circles stay circles about the middle of the box (in slide pixels). Both PowerPoint and
 * LibreOffice end the ramp of `path="circle"` at the corners then, half a diagonal from the middle; off the middle
 * they differ, so such a gradient is no native one.
 * @returns null when it cannot be written so.
 */
export function radialFill(gradient: Radial, matrix: Matrix, box: Rect, opacity: number): SlideFill | null {
  const full = multiply(matrix, gradient.transform);
  const radius = roundScale(full) * gradient.radius;
  const inner = roundScale(full) * gradient.focusRadius;
  const centre = apply(full, gradient.centre);
  const focus = apply(full, gradient.focus);
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const near = tolerance * radius;
  if (!(radius - inner > 0)) return null;
  if (Math.hypot(centre.x - middle.x, centre.y - middle.y) > near) return null;
  if (Math.hypot(centre.x - focus.x, centre.y - focus.y) > near) return null;
  const reach = Math.hypot(box.width, box.height) / 2;
  const stops = stopsBetween(gradient, -inner / (radius - inner), (reach - inner) / (radius - inner), opacity);
  return stops === null ? null : { kind: "radial", stops, centre: { x: 0.5, y: 0.5 } };
}

/** The factor of a matrix that keeps circles round; NaN when it does not. */
function roundScale([a, b, c, d]: Matrix): number {
  const across = Math.hypot(a, b);
  const down = Math.hypot(c, d);
  const skew = Math.abs(a * c + b * d);
  const round = Math.abs(across - down) <= tolerance * across && skew <= tolerance * across * down;
  return round ? across : Number.NaN;
}

import { apply, invert, multiply } from "../matrix";
import type { Matrix, Paint, Rect } from "../scene";
import type { SlideFill } from "../slide";
import { stopsBetween } from "./gradient-stops";

type Linear = Extract<Paint, { kind: "linear" }>;

/**
 * A linear gradient over a box of slide pixels. A ramp stays a ramp under any affine map, so its direction and the
 * offsets at the box's corners say all: DrawingML's ramp (20.1.8.41 `lin`, not scaled) begins and ends at the
 * projections of the corners on its direction.
 * @param matrix from the shape's user space to slide pixels.
 * @returns null when it cannot be written so: flattened by its matrix, or repeated too often.
 */
export function linearFill(gradient: Linear, matrix: Matrix, box: Rect, opacity: number): SlideFill | null {
  const back = invert(multiply(matrix, gradient.transform));
  if (back === null) return null;
  const { from, to } = gradient;
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = dx * dx + dy * dy;
  if (!(length > 0)) return null;
  const acrossX = (back[0] * dx + back[1] * dy) / length;
  const acrossY = (back[2] * dx + back[3] * dy) / length;
  const steepness = Math.hypot(acrossX, acrossY);
  const middle = apply(back, { x: box.x + box.width / 2, y: box.y + box.height / 2 });
  const offset = ((middle.x - from.x) * dx + (middle.y - from.y) * dy) / length;
  const half = (Math.abs(acrossX) * box.width + Math.abs(acrossY) * box.height) / 2;
  if (!(half > 1e-9) || !Number.isFinite(offset) || !(steepness > 0)) return null;
  const stops = stopsBetween(gradient, offset - half, offset + half, opacity);
  if (stops === null) return null;
  const degrees = (Math.atan2(acrossY, acrossX) * 180) / Math.PI;
  return { kind: "linear", stops, angle: Math.round(((degrees + 360) % 360) * 60_000) % 21_600_000 };
}

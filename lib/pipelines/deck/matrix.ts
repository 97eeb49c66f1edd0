import type { Matrix, Point, Rect } from "./scene";

export const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** `first` is applied to a point after `second`, as SVG's transform lists read: multiply(parent, child). */
export function multiply(first: Matrix, second: Matrix): Matrix {
  // Most are the one identity, and a scene keeps a hundred thousand of them.
  if (first === identity) return second;
  if (second === identity) return first;
  const [a, b, c, d, e, f] = first;
  const [g, h, i, j, k, l] = second;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

export function translation(x: number, y: number): Matrix {
  return [1, 0, 0, 1, x, y];
}

export function scaling(x: number, y = x): Matrix {
  return [x, 0, 0, y, 0, 0];
}

/** @param degrees clockwise on the screen. */
export function rotation(degrees: number): Matrix {
  const radians = (degrees * Math.PI) / 180;
  const cos = Math.cos(radians);
  const sin = Math.sin(radians);
  return [cos, sin, -sin, cos, 0, 0];
}

export function determinant(matrix: Matrix): number {
  return matrix[0] * matrix[3] - matrix[1] * matrix[2];
}

/** Null when the matrix flattens the plane, or is not finite. */
export function invert(matrix: Matrix): Matrix | null {
  const area = determinant(matrix);
  if (!Number.isFinite(area) || Math.abs(area) < 1e-24) return null;
  const [a, b, c, d, e, f] = matrix;
  return [d / area, -b / area, -c / area, a / area, (c * f - d * e) / area, (b * e - a * f) / area];
}

export function apply(matrix: Matrix, point: Point): Point {
  const [a, b, c, d, e, f] = matrix;
  return { x: a * point.x + c * point.y + e, y: b * point.x + d * point.y + f };
}

/** The box about a rectangle's four corners after the matrix. */
export function applyToRect(matrix: Matrix, rect: Rect): Rect {
  const [a, b, c, d, e, f] = matrix;
  const x = a * rect.x + c * rect.y + e;
  const y = b * rect.x + d * rect.y + f;
  const [across, along] = [a * rect.width, c * rect.height];
  const [down, deep] = [b * rect.width, d * rect.height];
  const left = x + Math.min(across, 0) + Math.min(along, 0);
  const top = y + Math.min(down, 0) + Math.min(deep, 0);
  return { x: left, y: top, width: Math.abs(across) + Math.abs(along), height: Math.abs(down) + Math.abs(deep) };
}

/** The one factor by which the matrix makes areas larger, as a length; the mean of an uneven scale. */
export function meanScale(matrix: Matrix): number {
  return Math.sqrt(Math.abs(determinant(matrix)));
}

export function isIdentity(matrix: Matrix): boolean {
  return matrix.every((value, index) => value === identity[index]);
}

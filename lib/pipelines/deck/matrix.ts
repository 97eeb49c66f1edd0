import type { Matrix, Point, Rect } from "./scene";

export const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** `first` is applied to a point after `second`, as SVG's transform lists read: multiply(parent, child). */
export function multiply(first: Matrix, second: Matrix): Matrix {
  // Most are the one identity, and a scene keeps a hundred thousand of them.
  if (first === identity) return second;
  if (second === identity) return first;
  // By index: taking a tuple apart goes through its iterator until the code is compiled.
  const a = first[0];
  const b = first[1];
  const c = first[2];
  const d = first[3];
  return [
    a * second[0] + c * second[1],
    b * second[0] + d * second[1],
    a * second[2] + c * second[3],
    b * second[2] + d * second[3],
    a * second[4] + c * second[5] + first[4],
    b * second[4] + d * second[5] + first[5],
  ];
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
  return { x: across(matrix, point.x, point.y), y: down(matrix, point.x, point.y) };
}

/** The x of a point after the matrix. */
export function across(matrix: Matrix, x: number, y: number): number {
  return matrix[0] * x + matrix[2] * y + matrix[4];
}

/** The y of a point after the matrix. */
export function down(matrix: Matrix, x: number, y: number): number {
  return matrix[1] * x + matrix[3] * y + matrix[5];
}

/** The box about a rectangle's four corners after the matrix. */
export function applyToRect(matrix: Matrix, rect: Rect): Rect {
  const right = matrix[0] * rect.width;
  const aside = matrix[2] * rect.height;
  const falling = matrix[1] * rect.width;
  const deep = matrix[3] * rect.height;
  return {
    x: across(matrix, rect.x, rect.y) + Math.min(right, 0) + Math.min(aside, 0),
    y: down(matrix, rect.x, rect.y) + Math.min(falling, 0) + Math.min(deep, 0),
    width: Math.abs(right) + Math.abs(aside),
    height: Math.abs(falling) + Math.abs(deep),
  };
}

/** The one factor by which the matrix makes areas larger, as a length; the mean of an uneven scale. */
export function meanScale(matrix: Matrix): number {
  return Math.sqrt(Math.abs(determinant(matrix)));
}

export function isIdentity(matrix: Matrix): boolean {
  if (matrix === identity) return true;
  if (matrix[0] !== 1 || matrix[1] !== 0 || matrix[2] !== 0) return false;
  return matrix[3] === 1 && matrix[4] === 0 && matrix[5] === 0;
}

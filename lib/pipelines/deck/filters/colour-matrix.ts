import type { FilterPrimitive } from "../scene";
import type { Channels } from "./colour";

const none = [1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0];

/** The twenty numbers of an feColorMatrix (Filter Effects 1, 9.6); broken values change nothing, as in resvg. */
export function colourMatrixOf({ values }: FilterPrimitive): number[] {
  const given = Array.isArray(values.values) ? values.values : [];
  switch (values.type ?? "matrix") {
    case "saturate":
      return given.length > 1 ? none : saturation(given[0] ?? 1);
    case "hueRotate":
      return given.length > 1 ? none : hue(given[0] ?? 0);
    case "luminanceToAlpha":
      return [...new Array(15).fill(0), 0.2125, 0.7154, 0.0721, 0, 0];
    default:
      return given.length === 20 ? given : none;
  }
}

export function isIdentityMatrix(matrix: readonly number[]): boolean {
  return matrix.every((value, index) => Math.abs(value - none[index]) < 1e-6);
}

export function applyMatrix(matrix: readonly number[]): (channels: Channels) => Channels {
  return (channels) => {
    const row = (start: number) =>
      matrix[start] * channels[0] +
      matrix[start + 1] * channels[1] +
      matrix[start + 2] * channels[2] +
      matrix[start + 3] * channels[3] +
      matrix[start + 4];
    return [row(0), row(5), row(10), row(15)];
  };
}

function saturation(amount: number): number[] {
  const s = Math.max(0, amount);
  const row = (red: number, green: number, blue: number) => [red, green, blue, 0, 0];
  return [
    ...row(0.213 + 0.787 * s, 0.715 - 0.715 * s, 0.072 - 0.072 * s),
    ...row(0.213 - 0.213 * s, 0.715 + 0.285 * s, 0.072 - 0.072 * s),
    ...row(0.213 - 0.213 * s, 0.715 - 0.715 * s, 0.072 + 0.928 * s),
    ...[0, 0, 0, 1, 0],
  ];
}

function hue(degrees: number): number[] {
  const cos = Math.cos((degrees * Math.PI) / 180);
  const sin = Math.sin((degrees * Math.PI) / 180);
  const cell = (still: number, c: number, s: number) => still + cos * c + sin * s;
  const row = (red: number, green: number, blue: number) => [red, green, blue, 0, 0];
  return [
    ...row(cell(0.213, 0.787, -0.213), cell(0.715, -0.715, -0.715), cell(0.072, -0.072, 0.928)),
    ...row(cell(0.213, -0.213, 0.143), cell(0.715, 0.285, 0.14), cell(0.072, -0.072, -0.283)),
    ...row(cell(0.213, -0.213, -0.787), cell(0.715, -0.715, 0.715), cell(0.072, 0.928, 0.072)),
    ...[0, 0, 0, 1, 0],
  ];
}

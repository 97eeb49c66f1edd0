import type { Curve } from "../lines/bezier";
import type { Placement } from "../options";

/** Paper coordinates are written in steps of 0.01 mm, a thirtieth of a printer's dot. */
const steps = 100;

/** SVG path data in mm: the start absolute, the rest relative, rounded so that rounding never adds up. */
export function pathData({ points, closed }: Curve, { scale, left, top }: Placement): string {
  const x = (i: number) => Math.round((points[i] * scale + left) * steps);
  const y = (i: number) => Math.round((points[i + 1] * scale + top) * steps);
  let data = `M${decimal(x(0))} ${decimal(y(0))}`;
  let atX = x(0);
  let atY = y(0);
  let verb = "";
  for (let i = 2; i < points.length; i += 6) {
    const [x1, y1, x2, y2, x3, y3] = [x(i), y(i), x(i + 2), y(i + 2), x(i + 4), y(i + 4)];
    const isStraight =
      isOnChord(x1 - atX, y1 - atY, x3 - atX, y3 - atY) && isOnChord(x2 - atX, y2 - atY, x3 - atX, y3 - atY);
    const next = isStraight ? "l" : "c";
    const offsets = isStraight ? [x3 - atX, y3 - atY] : [x1 - atX, y1 - atY, x2 - atX, y2 - atY, x3 - atX, y3 - atY];
    data += numbers(next === verb ? " " : next, offsets);
    verb = next;
    atX = x3;
    atY = y3;
  }
  return closed ? `${data}z` : data;
}

/** Whether a control point lies on the way to the end, to within two steps. */
function isOnChord(x: number, y: number, endX: number, endY: number): boolean {
  const length = Math.hypot(endX, endY);
  if (length < 1) return Math.hypot(x, y) < 2;
  const along = (x * endX + y * endY) / length;
  return Math.abs(x * endY - y * endX) < 2 * length && along >= 0 && along <= length;
}

function numbers(lead: string, values: number[]): string {
  let text = lead;
  for (let i = 0; i < values.length; i++) {
    const value = decimal(values[i]);
    text += i && !value.startsWith("-") ? ` ${value}` : value;
  }
  return lead === " " && text.startsWith(" -") ? text.slice(1) : text;
}

/** Hundredths as the shortest decimal. */
function decimal(hundredths: number): string {
  const text = String(hundredths / steps);
  if (text.startsWith("0.")) return text.slice(1);
  return text.startsWith("-0.") ? `-${text.slice(2)}` : text;
}

/** Whether a stroke's path data is nothing but a rectangle along the paper's edges. */
export function isFrame(data: string): boolean {
  const steps = /^M[-\d. ]+l([-\d. ]+)z$/.exec(data)?.[1].match(/-?[\d.]+/g) ?? [];
  return steps.length === 8 && steps.every((step, i) => (Number(step) === 0) !== (Number(steps[i ^ 1]) === 0));
}

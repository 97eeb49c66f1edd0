import { apply } from "../../matrix";
import type { Matrix, Rect } from "../../scene";
import type { Placing } from "../../slide";
import { emu } from "../placing";

/** A transform that turns, moves and scales evenly: all that can be done to a text box. */
export interface Frame {
  scale: number;
  /** Degrees clockwise. */
  turn: number;
}

/** Unevenness that is not seen. */
const slack = 0.01;

/** Null when the matrix skews, mirrors or stretches. */
export function frameOf([a, b, c, d]: Matrix): Frame | null {
  const scale = Math.hypot(a, b);
  if (!(scale > 0) || Math.abs(a - d) > slack * scale || Math.abs(b + c) > slack * scale) return null;
  return { scale, turn: (Math.atan2(b, a) * 180) / Math.PI };
}

/** Where a rectangle of the text's user space stands on the slide, before it is turned about its middle. */
export function framed(rect: Rect, matrix: Matrix, { scale, turn }: Frame): Placing {
  const middle = apply(matrix, { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 });
  const [width, height] = [rect.width * scale, rect.height * scale];
  return {
    x: emu(middle.x - width / 2),
    y: emu(middle.y - height / 2),
    width: Math.max(1, emu(width)),
    height: Math.max(1, emu(height)),
    turn: (Math.round(turn * 60_000) + 21_600_000) % 21_600_000,
    flipX: false,
    flipY: false,
  };
}

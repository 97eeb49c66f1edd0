import { eachComponent } from "../kernels/components";
import { chamferDistance, chamferUnit } from "../kernels/distance";
import type { Lab } from "../kernels/lab";
import { inverted } from "../kernels/mask";
import { inkTone } from "./ink-tone";
import { isRidge, penOf } from "./pen-width";

/** Half-width up to which everything is a line, as a share of the picture's long side: nothing to color is in it. */
const fineShare = 0.01;
/** A piece of ink is a stroke that covers so many squares of its greatest width, whatever its shape. */
const longStroke = 7;
/** So many do where it is about as wide everywhere on this part of its way. */
const evenStroke = 5;
const leastEven = 0.75;
/** Where one pen drew everything, each piece as even as this is its stroke that is at most so many times as wide as most. */
const penEven = 0.95;
const mostSwollen = 1.4;
/** What hangs on a solid by so many pixels, and is not as long as so many of its widths, is a part of its outline. */
const leastHold = 3;
const stub = 4;

/**
 * Takes out of a mask of ink what no pen draws as a line: silhouettes, the pips of playing cards, pads of paws, and the
 * stubs that are left of a solid. They come out hollow, as a line through their middle would say nothing of them.
 * @param lab what the ink was found in.
 * @param penHalf half the width of the one pen that drew everything, in pixels; null where there is none.
 */
export function takeOutShapes(mask: Uint8Array, { L, width, height }: Lab, penHalf: number | null): void {
  const depth = chamferDistance(inverted(mask), width, height).slice();
  const solid = darkBeside(mask, L, inkTone(L, mask));
  const fine = fineShare * Math.max(width, height);
  eachComponent(mask, width, height, (found, size) => {
    const pixels = found.subarray(0, size);
    const piece = widthOf(pixels, depth, width, height);
    const squares = size / (4 * piece.half * piece.half);
    const isLine = piece.half <= fine || isStroke(squares, piece.even) || isOfPen(piece, penHalf);
    if (isLine && (squares >= stub || holds(pixels, solid, width) < leastHold)) return;
    for (const i of pixels) mask[i] = 0;
  });
}

/** 1 where there is no ink, but what is as dark as a tone. */
function darkBeside(mask: Uint8Array, L: Float32Array, tone: number): Uint8Array {
  const out = new Uint8Array(mask.length);
  for (let i = 0; i < out.length; i++) if (!mask[i] && L[i] <= tone) out[i] = 1;
  return out;
}

const isStroke = (squares: number, even: number): boolean =>
  squares >= longStroke || (squares >= evenStroke && even >= leastEven);

const isOfPen = ({ half, even }: Width, penHalf: number | null): boolean =>
  penHalf !== null && half <= mostSwollen * penHalf && even >= penEven;

/** How many of the pixels lie beside a solid. */
function holds(pixels: Int32Array, solid: Uint8Array, width: number): number {
  let count = 0;
  for (const i of pixels) count += solid[i - 1] | solid[i + 1] | solid[i - width] | solid[i + width];
  return count;
}

interface Width {
  /** Half of the greatest one, in pixels. */
  half: number;
  /** Part of the way on which it is about as wide as everywhere, 0 to 1. */
  even: number;
}

function widthOf(pixels: Int32Array, depth: Uint16Array, width: number, height: number): Width {
  let deepest = 0;
  for (const i of pixels) if (depth[i] > deepest) deepest = depth[i];
  const ridge = new Uint32Array(deepest + 1);
  for (const i of pixels) {
    const x = i % width;
    const isInside = x > 0 && x < width - 1 && i >= width && i < width * (height - 1);
    if (isInside && isRidge(depth, i, width)) ridge[depth[i]]++;
  }
  return { half: deepest / chamferUnit, even: penOf(ridge).oneWidth };
}

import { labelPieces } from "./components";
import { squaredDistance } from "./euclidean";

/**
 * Share of the sheet that the largest solid black area covers. Ink is solid where a disc twice as wide as a line fits in:
 * three lines through one point stay below that. What survives an erosion by the line's width is grown back by as much, a morphological
 * opening (Serra 1982), so that lines running into an area are not counted with it.
 * @param line width of the pen in pixels.
 */
export function largestBlackShare(ink: Uint8Array, width: number, height: number, line: number): number {
  if (!hasLongRun(ink, width, 2 * line)) return 0;
  const paper = maskOf(ink, (value) => value === 0);
  const depth = squaredDistance(paper, width, height, "wall");
  const cores = maskOf(depth, (squared) => squared > line * line);
  if (!cores.includes(1)) return 0;
  const reach = squaredDistance(cores, width, height, "open");
  const opened = maskOf(reach, (squared) => squared <= line * line);
  const { value, area } = labelPieces(opened, width, height);
  let largest = 0;
  for (let piece = 0; piece < area.length; piece++) if (value[piece]) largest = Math.max(largest, area[piece]);
  return largest / ink.length;
}

/** 1 where a value passes. (`Uint8Array.from` with a function walks an iterator and is thirty times as slow.) */
function maskOf(values: ArrayLike<number>, test: (value: number) => boolean): Uint8Array {
  const mask = new Uint8Array(values.length);
  for (let i = 0; i < mask.length; i++) mask[i] = test(values[i]) ? 1 : 0;
  return mask;
}

/** Whether any row has ink over more than `length` pixels on end; without, nothing solid can be there. */
function hasLongRun(ink: Uint8Array, width: number, length: number): boolean {
  let run = 0;
  for (let i = 0; i < ink.length; i++) {
    if (i % width === 0) run = 0;
    run = ink[i] ? run + 1 : 0;
    if (run > length) return true;
  }
  return false;
}

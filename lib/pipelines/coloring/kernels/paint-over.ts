import type { Lab } from "./lab";
import { borrowInts, copyFloats, giveBack } from "./shelf";

const straight = 5;
const diagonal = 7;
const far = 1 << 29;

/**
 * Fills masked pixels with the colour of the nearest unmasked one (two-pass propagation, Danielsson 1980), on planes that
 * are borrowed from the shelf.
 */
export function paintOver(lab: Lab, mask: Uint8Array): Lab {
  const nearest = nearestUnmasked(mask, lab.width, lab.height);
  const [L, a, b] = [lab.L, lab.a, lab.b].map((plane) => fill(plane, mask, nearest));
  giveBack(nearest);
  return { width: lab.width, height: lab.height, L, a, b };
}

function fill(plane: Float32Array, mask: Uint8Array, nearest: Int32Array): Float32Array {
  const out = copyFloats(plane);
  for (let i = 0; i < out.length; i++) if (mask[i]) out[i] = plane[nearest[i]];
  return out;
}

function nearestUnmasked(mask: Uint8Array, width: number, height: number): Int32Array {
  const nearest = borrowInts(mask.length);
  const distance = borrowInts(mask.length);
  for (let i = 0; i < mask.length; i++) {
    nearest[i] = i;
    distance[i] = mask[i] ? far : 0;
  }
  for (let y = 0; y < height; y++) {
    for (let x = 0, i = y * width; x < width; x++, i++) {
      if (mask[i]) takeNearest(nearest, distance, i, x ? -1 : 0, y ? -width : 0, x < width - 1 ? 1 : 0);
    }
  }
  for (let y = height - 1; y >= 0; y--) {
    for (let x = width - 1, i = y * width + x; x >= 0; x--, i--) {
      if (mask[i]) takeNearest(nearest, distance, i, x < width - 1 ? 1 : 0, y < height - 1 ? width : 0, x ? -1 : 0);
    }
  }
  giveBack(distance);
  return nearest;
}

/** Takes over from the four neighbours that a pass has been at before; 0 stands for one outside the picture. */
function takeNearest(
  nearest: Int32Array,
  distance: Int32Array,
  i: number,
  before: number,
  row: number,
  after: number,
): void {
  if (before) look(nearest, distance, i, i + before, straight);
  if (!row) return;
  look(nearest, distance, i, i + row, straight);
  // Of two corners equally near the left one wins, whichever way the pass goes.
  const left = before < after ? before : after;
  const right = before < after ? after : before;
  if (left < 0) look(nearest, distance, i, i + row + left, diagonal);
  if (right > 0) look(nearest, distance, i, i + row + right, diagonal);
}

function look(nearest: Int32Array, distance: Int32Array, i: number, beside: number, step: number): void {
  if (distance[beside] + step >= distance[i]) return;
  distance[i] = distance[beside] + step;
  nearest[i] = nearest[beside];
}

import type { Lab } from "./lab";

const straight = 5;
const diagonal = 7;
const far = 1 << 29;

/** Fills masked pixels with the colour of the nearest unmasked one (two-pass propagation, Danielsson 1980). */
export function paintOver(lab: Lab, mask: Uint8Array): Lab {
  const nearest = nearestUnmasked(mask, lab.width, lab.height);
  const fill = (plane: Float32Array) => {
    const out = new Float32Array(plane.length);
    for (let i = 0; i < plane.length; i++) out[i] = plane[nearest[i]];
    return out;
  };
  return { width: lab.width, height: lab.height, L: fill(lab.L), a: fill(lab.a), b: fill(lab.b) };
}

function nearestUnmasked(mask: Uint8Array, width: number, height: number): Int32Array {
  const nearest = new Int32Array(mask.length);
  const distance = new Int32Array(mask.length);
  for (let i = 0; i < mask.length; i++) {
    nearest[i] = i;
    distance[i] = mask[i] ? far : 0;
  }
  const look = (i: number, beside: number, step: number) => {
    if (distance[beside] + step >= distance[i]) return;
    distance[i] = distance[beside] + step;
    nearest[i] = nearest[beside];
  };
  for (let y = 0; y < height; y++) {
    for (let x = 0, i = y * width; x < width; x++, i++) {
      if (!mask[i]) continue;
      if (x) look(i, i - 1, straight);
      if (y) {
        look(i, i - width, straight);
        if (x) look(i, i - width - 1, diagonal);
        if (x < width - 1) look(i, i - width + 1, diagonal);
      }
    }
  }
  for (let y = height - 1; y >= 0; y--) {
    for (let x = width - 1, i = y * width + x; x >= 0; x--, i--) {
      if (!mask[i]) continue;
      if (x < width - 1) look(i, i + 1, straight);
      if (y < height - 1) {
        look(i, i + width, straight);
        if (x) look(i, i + width - 1, diagonal);
        if (x < width - 1) look(i, i + width + 1, diagonal);
      }
    }
  }
  return nearest;
}

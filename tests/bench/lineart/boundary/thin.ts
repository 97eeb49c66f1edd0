/**
 * Thinning to lines one pixel wide, 8-connected, without stair corners: the parallel algorithm A1 of Guo and Hall
 * ("Parallel thinning with two-subiteration algorithms", CACM 1989) as Lam, Lee and Suen (PAMI 1992, section III.C)
 * write it down. It is what `skimage.morphology.thin` and MATLAB's `bwmorph thin` do, pixel for pixel.
 */
export function thin(mask: Uint8Array, width: number, height: number): Uint8Array {
  // A rim of background stands for what lies outside the picture.
  const stride = width + 2;
  const padded = new Uint8Array(stride * (height + 2));
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) padded[(y + 1) * stride + x + 1] = mask[y * width + x] ? 1 : 0;
  }
  peel(padded, stride);
  const out = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) out.set(padded.subarray((y + 1) * stride + 1, (y + 2) * stride - 1), y * width);
  return out;
}

/** Takes border pixels off until none may go, in two alternating passes; only pixels beside background are ever looked at. */
function peel(mask: Uint8Array, stride: number): void {
  const around = [1, 1 - stride, -stride, -1 - stride, -1, stride - 1, stride, stride + 1];
  const isListed = new Uint8Array(mask.length);
  let border: number[] = [];
  const list = (at: number) => {
    if (!mask[at] || isListed[at]) return;
    isListed[at] = 1;
    border.push(at);
  };
  for (let at = 0; at < mask.length; at++) if (mask[at] && neighbourhood(mask, at, stride) !== 255) list(at);
  for (let changed = true; changed; ) {
    changed = false;
    for (const mayGo of passes) {
      const going = border.filter((at) => mayGo[neighbourhood(mask, at, stride)]);
      for (const at of going) mask[at] = 0;
      border = border.filter((at) => mask[at]);
      for (const at of going) for (const step of around) list(at + step);
      if (going.length) changed = true;
    }
  }
}

/** Bits 0 to 7: east, then counter-clockwise (x1 to x8 in the papers). */
const neighbourhood = (mask: Uint8Array, at: number, stride: number): number =>
  mask[at + 1] |
  (mask[at - stride + 1] << 1) |
  (mask[at - stride] << 2) |
  (mask[at - stride - 1] << 3) |
  (mask[at - 1] << 4) |
  (mask[at + stride - 1] << 5) |
  (mask[at + stride] << 6) |
  (mask[at + stride + 1] << 7);

/** For both passes, by neighbourhood: whether conditions G1, G2 and G3 (or G3') let a pixel go. */
const passes = [false, true].map((isSecond) =>
  Uint8Array.from({ length: 256 }, (_, bits) => Number(go(bits, isSecond))),
);

function go(bits: number, isSecond: boolean): boolean {
  const x = (i: number) => (bits >> ((i + 7) & 7)) & 1; // x(1) to x(8), cyclic
  let crossings = 0;
  let oddFirst = 0;
  let evenFirst = 0;
  for (let k = 1; k <= 4; k++) {
    if (!x(2 * k - 1) && (x(2 * k) || x(2 * k + 1))) crossings++;
    oddFirst += x(2 * k - 1) | x(2 * k);
    evenFirst += x(2 * k) | x(2 * k + 1);
  }
  const least = Math.min(oddFirst, evenFirst);
  if (crossings !== 1 || least < 2 || least > 3) return false;
  return isSecond ? !((x(6) || x(7) || !x(4)) && x(5)) : !((x(2) || x(3) || !x(8)) && x(1));
}

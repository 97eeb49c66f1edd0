import { collect, kernels, lendAll } from "./planes/workbench";
import { copyBytes } from "./shelf";

/**
 * For each of the two sub-iterations and each pattern of eight neighbours (bit 0 north, then clockwise) whether the
 * pixel may go: Zhang and Suen (1984), conditions (a) to (d).
 */
const patterns = 256;
const deletable = new Uint8Array(2 * patterns);
for (let pattern = 0; pattern < patterns; pattern++) {
  const bit = (i: number) => (pattern >> (i & 7)) & 1;
  let rises = 0;
  let neighbours = 0;
  for (let i = 0; i < 8; i++) {
    neighbours += bit(i);
    if (!bit(i) && bit(i + 1)) rises++;
  }
  if (neighbours < 2 || neighbours > 6 || rises !== 1) continue;
  const [north, east, south, west] = [bit(0), bit(2), bit(4), bit(6)];
  if (!(north & east & south) && !(east & south & west)) deletable[pattern] = 1;
  if (!(north & east & west) && !(north & south & west)) deletable[patterns + pattern] = 1;
}

/**
 * Thins a mask of zeros and ones to lines one pixel wide (Zhang and Suen 1984). Pixels on the picture's rim are cleared.
 * @returns a mask that is borrowed from the shelf.
 */
export function thin(mask: Uint8Array, width: number, height: number): Uint8Array {
  const n = mask.length;
  const out = copyBytes(mask);
  clearRim(out, width, height);
  const [first] = lendAll([out]);
  const ink = kernels.countOnes(first, n);
  const [maskAt, tables, turns, ...lists] = lendAll([out, deletable], Math.ceil(n / 4), ink, ink, ink);
  kernels.thin(maskAt, width, n, tables, turns, lists[0], lists[1], lists[2]);
  collect(out, maskAt);
  return out;
}

function clearRim(mask: Uint8Array, width: number, height: number): void {
  mask.fill(0, 0, width).fill(0, (height - 1) * width);
  for (let y = 0; y < height; y++) mask[y * width] = mask[y * width + width - 1] = 0;
}

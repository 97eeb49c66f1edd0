import { pixelsOf } from "./mask";

/**
 * For each of the two sub-iterations and each pattern of eight neighbours (bit 0 north, then clockwise) whether the
 * pixel may go: Zhang and Suen (1984), conditions (a) to (d).
 */
const deletable = [new Uint8Array(256), new Uint8Array(256)];
for (let pattern = 0; pattern < 256; pattern++) {
  const bit = (i: number) => (pattern >> (i & 7)) & 1;
  let rises = 0;
  let neighbours = 0;
  for (let i = 0; i < 8; i++) {
    neighbours += bit(i);
    if (!bit(i) && bit(i + 1)) rises++;
  }
  if (neighbours < 2 || neighbours > 6 || rises !== 1) continue;
  const [north, east, south, west] = [bit(0), bit(2), bit(4), bit(6)];
  if (!(north & east & south) && !(east & south & west)) deletable[0][pattern] = 1;
  if (!(north & east & west) && !(north & south & west)) deletable[1][pattern] = 1;
}

/** Thins a mask to lines one pixel wide (Zhang and Suen 1984). Pixels on the picture's rim are cleared. */
export function thin(mask: Uint8Array, width: number, height: number): Uint8Array {
  const out = mask.slice();
  out.fill(0, 0, width).fill(0, (height - 1) * width);
  for (let y = 0; y < height; y++) out[y * width] = out[y * width + width - 1] = 0;
  const ink = pixelsOf(out);
  const due: Due = { pixels: [ink, ink.slice()], sizes: [ink.length, ink.length], turns: new Uint8Array(out.length) };
  for (let k = 0; k < ink.length; k++) due.turns[ink[k]] = everyTurn;
  const going = new Int32Array(ink.length);
  for (let turn = 0; due.sizes[0] || due.sizes[1]; turn = 1 - turn) {
    const leaving = markDeletable(out, width, due, turn, going);
    for (let k = 0; k < leaving; k++) out[going[k]] = 0;
    for (let k = 0; k < leaving; k++) lookAgain(out, width, going[k], due);
  }
  return out;
}

/** One bit for each sub-iteration. */
const everyTurn = 3;

/** What each of the two sub-iterations has to look at: pixels round which something has changed since it did. */
interface Due {
  pixels: Int32Array[];
  sizes: number[];
  /** The sub-iterations that each pixel is due in. */
  turns: Uint8Array;
}

/** Looks at what is due in a turn, and collects in `going` what may go. */
function markDeletable(mask: Uint8Array, width: number, due: Due, turn: number, going: Int32Array): number {
  const { turns } = due;
  const table = deletable[turn];
  const pixels = due.pixels[turn];
  const size = due.sizes[turn];
  const others = everyTurn - (1 << turn);
  due.sizes[turn] = 0;
  let leaving = 0;
  for (let k = 0; k < size; k++) {
    const i = pixels[k];
    turns[i] &= others;
    if (!mask[i]) continue;
    const pattern =
      mask[i - width] |
      (mask[i - width + 1] << 1) |
      (mask[i + 1] << 2) |
      (mask[i + width + 1] << 3) |
      (mask[i + width] << 4) |
      (mask[i + width - 1] << 5) |
      (mask[i - 1] << 6) |
      (mask[i - width - 1] << 7);
    if (table[pattern]) going[leaving++] = i;
  }
  return leaving;
}

/** A pixel has gone: the ink round it is due in both turns. */
function lookAgain(mask: Uint8Array, width: number, gone: number, { pixels, sizes, turns }: Due): void {
  const [first, second] = pixels;
  let [ofFirst, ofSecond] = sizes;
  for (let row = gone - width; row <= gone + width; row += width) {
    for (let i = row - 1; i <= row + 1; i++) {
      if (!mask[i] || turns[i] === everyTurn) continue;
      if (!(turns[i] & 1)) first[ofFirst++] = i;
      if (!(turns[i] & 2)) second[ofSecond++] = i;
      turns[i] = everyTurn;
    }
  }
  sizes[0] = ofFirst;
  sizes[1] = ofSecond;
}

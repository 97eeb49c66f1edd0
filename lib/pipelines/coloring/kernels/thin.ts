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
  const out = Uint8Array.from(mask);
  out.fill(0, 0, width).fill(0, (height - 1) * width);
  for (let y = 0; y < height; y++) out[y * width] = out[y * width + width - 1] = 0;
  let count = 0;
  for (let i = 0; i < out.length; i++) count += out[i] ? 1 : 0;
  const due = new Uint8Array(out.length);
  const turns = deletable.map((table, k): Turn => ({ table, bit: 1 << k, asked: new Int32Array(count), size: 0 }));
  for (let i = 0; i < out.length; i++) if (out[i]) askBoth(turns, i, due);
  const going = new Int32Array(count);
  const around = [-width - 1, -width, -width + 1, -1, 1, width - 1, width, width + 1];
  while (turns.some(({ size }) => size > 0)) {
    for (const turn of turns) {
      const leaving = markDeletable(turn, out, width, due, going);
      for (let k = 0; k < leaving; k++) out[going[k]] = 0;
      for (let k = 0; k < leaving; k++) {
        for (const step of around) if (out[going[k] + step]) askBoth(turns, going[k] + step, due);
      }
    }
  }
  return out;
}

/** A sub-iteration, and the pixels round which something has gone since it looked at them last. */
interface Turn {
  table: Uint8Array;
  /** Set in `due` for the pixels asked for. */
  bit: number;
  asked: Int32Array;
  size: number;
}

function askBoth(turns: Turn[], pixel: number, due: Uint8Array): void {
  for (const turn of turns) {
    if (due[pixel] & turn.bit) continue;
    due[pixel] |= turn.bit;
    turn.asked[turn.size++] = pixel;
  }
}

/** Collects in `going` what may go of the pixels asked for, and returns how many; then none are asked for. */
function markDeletable(turn: Turn, mask: Uint8Array, width: number, due: Uint8Array, going: Int32Array): number {
  const { table, bit, asked, size } = turn;
  let leaving = 0;
  for (let k = 0; k < size; k++) {
    const i = asked[k];
    due[i] &= ~bit;
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
  turn.size = 0;
  return leaving;
}

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
  const live = new Int32Array(out.length);
  let count = 0;
  for (let i = 0; i < out.length; i++) if (out[i]) live[count++] = i;
  const due = new Uint8Array(out.length).fill(everyTurn);
  const going = new Int32Array(count);
  for (let changed = true; changed; ) {
    changed = false;
    for (let turn = 0; turn < deletable.length; turn++) {
      const leaving = markDeletable(out, width, live, count, turn, due, going);
      for (let k = 0; k < leaving; k++) remove(out, width, going[k], due);
      if (leaving) changed = true;
    }
    let kept = 0;
    for (let i = 0; i < count; i++) if (out[live[i]]) live[kept++] = live[i];
    count = kept;
  }
  return out;
}

/** One bit for each sub-iteration. */
const everyTurn = 3;

/** Takes a pixel away; both sub-iterations are due to look at its neighbours again. */
function remove(mask: Uint8Array, width: number, pixel: number, due: Uint8Array): void {
  mask[pixel] = 0;
  due[pixel - width - 1] = everyTurn;
  due[pixel - width] = everyTurn;
  due[pixel - width + 1] = everyTurn;
  due[pixel - 1] = everyTurn;
  due[pixel + 1] = everyTurn;
  due[pixel + width - 1] = everyTurn;
  due[pixel + width] = everyTurn;
  due[pixel + width + 1] = everyTurn;
}

/** Collects in `going` what may go, of the pixels round which something has changed since this sub-iteration looked. */
function markDeletable(
  mask: Uint8Array,
  width: number,
  live: Int32Array,
  count: number,
  turn: number,
  due: Uint8Array,
  going: Int32Array,
): number {
  const table = deletable[turn];
  const bit = 1 << turn;
  let leaving = 0;
  for (let k = 0; k < count; k++) {
    const i = live[k];
    if (!(due[i] & bit)) continue;
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
  return leaving;
}

/** Grows a mask by a square of side 2 × reach + 1 pixels, one run along rows and one along columns. */
export function dilate(mask: Uint8Array, width: number, height: number, reach: number): Uint8Array {
  const rows = new Uint8Array(mask.length);
  for (let y = 0; y < height; y++) growRow(mask, y * width, width, reach, rows);
  const out = new Uint8Array(mask.length);
  const ends = new Int32Array(width).fill(-1);
  for (let y = -reach; y < height; y++) {
    if (y + reach < height) takeEnds(rows, (y + reach) * width, y + 2 * reach, ends);
    if (y >= 0) fillRow(ends, y, out, y * width);
  }
  return out;
}

function growRow(mask: Uint8Array, start: number, width: number, reach: number, out: Uint8Array): void {
  let end = -1;
  for (let x = -reach; x < width; x++) {
    if (x + reach < width && mask[start + x + reach]) end = x + 2 * reach;
    if (x >= 0 && x <= end) out[start + x] = 1;
  }
}

/** Where the row that begins at `start` has something, its columns are filled down to the row `end`. */
function takeEnds(rows: Uint8Array, start: number, end: number, ends: Int32Array): void {
  for (let x = 0; x < ends.length; x++) if (rows[start + x]) ends[x] = end;
}

function fillRow(ends: Int32Array, y: number, out: Uint8Array, start: number): void {
  for (let x = 0; x < ends.length; x++) if (y <= ends[x]) out[start + x] = 1;
}

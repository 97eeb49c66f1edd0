/** Grows a mask by a square of side 2 × reach + 1 pixels, one run along rows and one along columns. */
export function dilate(mask: Uint8Array, width: number, height: number, reach: number): Uint8Array {
  const rows = new Uint8Array(mask.length);
  for (let y = 0; y < height; y++) {
    let end = -1;
    const start = y * width;
    for (let x = -reach; x < width; x++) {
      if (x + reach < width && mask[start + x + reach]) end = x + 2 * reach;
      if (x >= 0 && x <= end) rows[start + x] = 1;
    }
  }
  const out = new Uint8Array(mask.length);
  const ends = new Int32Array(width).fill(-1);
  for (let y = -reach; y < height; y++) {
    const ahead = (y + reach) * width;
    const here = y * width;
    for (let x = 0; x < width; x++) {
      if (y + reach < height && rows[ahead + x]) ends[x] = y + 2 * reach;
      if (y >= 0 && y <= ends[x]) out[here + x] = 1;
    }
  }
  return out;
}

/** Calls `found` with the pixels of each 8-connected component of a mask. The array is reused: copy what is kept. */
export function eachComponent(
  mask: Uint8Array,
  width: number,
  height: number,
  found: (pixels: Int32Array, size: number) => void,
): void {
  const seen = new Uint8Array(mask.length);
  const stack = new Int32Array(mask.length);
  for (let start = 0; start < mask.length; start++) {
    if (!mask[start] || seen[start]) continue;
    let size = 0;
    stack[size++] = start;
    seen[start] = 1;
    for (let at = 0; at < size; at++) {
      const pixel = stack[at];
      const x = pixel % width;
      const y = (pixel / width) | 0;
      const right = Math.min(width - 1, x + 1);
      const bottom = Math.min(height - 1, y + 1);
      for (let yy = Math.max(0, y - 1); yy <= bottom; yy++) {
        for (let xx = Math.max(0, x - 1); xx <= right; xx++) {
          const beside = yy * width + xx;
          if (!mask[beside] || seen[beside]) continue;
          seen[beside] = 1;
          stack[size++] = beside;
        }
      }
    }
    found(stack, size);
  }
}

/** Clears components of fewer than `smallest` pixels; returns how many went. */
export function dropSmallComponents(mask: Uint8Array, width: number, height: number, smallest: number): number {
  let dropped = 0;
  eachComponent(mask, width, height, (pixels, size) => {
    if (size >= smallest) return;
    dropped++;
    for (let i = 0; i < size; i++) mask[pixels[i]] = 0;
  });
  return dropped;
}

/** Numbers the 4-connected pieces of a label map, which may have fallen apart; returns how many there are. */
export function relabelPieces(
  labels: Int32Array,
  width: number,
  height: number,
): { labels: Int32Array; count: number } {
  const pieces = new Int32Array(labels.length).fill(-1);
  const stack = new Int32Array(labels.length);
  let count = 0;
  for (let start = 0; start < labels.length; start++) {
    if (pieces[start] >= 0) continue;
    const own = labels[start];
    let size = 0;
    stack[size++] = start;
    pieces[start] = count;
    while (size) {
      const pixel = stack[--size];
      const x = pixel % width;
      if (x > 0 && pieces[pixel - 1] < 0 && labels[pixel - 1] === own) {
        pieces[pixel - 1] = count;
        stack[size++] = pixel - 1;
      }
      if (x < width - 1 && pieces[pixel + 1] < 0 && labels[pixel + 1] === own) {
        pieces[pixel + 1] = count;
        stack[size++] = pixel + 1;
      }
      if (pixel >= width && pieces[pixel - width] < 0 && labels[pixel - width] === own) {
        pieces[pixel - width] = count;
        stack[size++] = pixel - width;
      }
      if (pixel < width * (height - 1) && pieces[pixel + width] < 0 && labels[pixel + width] === own) {
        pieces[pixel + width] = count;
        stack[size++] = pixel + width;
      }
    }
    count++;
  }
  return { labels: pieces, count };
}

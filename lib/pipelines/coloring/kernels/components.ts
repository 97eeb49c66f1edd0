/** Calls `found` with the pixels of each 8-connected component of a mask. The array is reused: copy what is kept. */
export function eachComponent(
  mask: Uint8Array,
  width: number,
  height: number,
  found: (pixels: Int32Array, size: number) => void,
): void {
  const left = mask.slice();
  const stack = new Int32Array(countOf(mask));
  for (let start = 0; start < left.length; start++) {
    if (!left[start]) continue;
    let size = 0;
    stack[size++] = start;
    left[start] = 0;
    for (let at = 0; at < size; at++) {
      const pixel = stack[at];
      const y = (pixel / width) | 0;
      const x = pixel - y * width;
      const first = x > 0 ? -1 : 0;
      const last = x < width - 1 ? 1 : 0;
      const end = pixel + (y < height - 1 ? width : 0);
      for (let row = pixel - (y > 0 ? width : 0); row <= end; row += width) {
        for (let beside = row + first; beside <= row + last; beside++) {
          if (!left[beside]) continue;
          left[beside] = 0;
          stack[size++] = beside;
        }
      }
    }
    found(stack, size);
  }
}

function countOf(mask: Uint8Array): number {
  let count = 0;
  for (let i = 0; i < mask.length; i++) if (mask[i]) count++;
  return count;
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

/**
 * Numbers the 4-connected pieces of a label map, which may have fallen apart, in the order of their first pixels: two
 * passes with union-find (Rosenfeld and Pfaltz 1966).
 */
export function relabelPieces(
  labels: Int32Array,
  width: number,
  height: number,
): { labels: Int32Array; count: number } {
  const pieces = new Int32Array(labels.length);
  const root = new Int32Array(labels.length);
  let made = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0, i = y * width; x < width; x++, i++) {
      const own = labels[i];
      // Where a corner of four pixels has one label, those above and to the left were joined before.
      if (x && y && labels[i - 1] === own && labels[i - width] === own && labels[i - width - 1] === own) {
        pieces[i] = pieces[i - 1];
        continue;
      }
      const up = y && labels[i - width] === own ? find(root, pieces[i - width]) : -1;
      const left = x && labels[i - 1] === own ? pieces[i - 1] : -1;
      if (left < 0 && up < 0) {
        root[made] = made;
        pieces[i] = made++;
        continue;
      }
      if (left < 0 || up < 0) {
        pieces[i] = left < 0 ? up : left;
        continue;
      }
      const other = find(root, left);
      const older = up < other ? up : other;
      root[up] = root[other] = older;
      pieces[i] = older;
    }
  }
  const number = new Int32Array(made);
  let count = 0;
  // A root is the oldest of its tree, so it has its number before the others ask for it.
  for (let k = 0; k < made; k++) number[k] = root[k] === k ? count++ : number[find(root, k)];
  for (let i = 0; i < pieces.length; i++) pieces[i] = number[pieces[i]];
  return { labels: pieces, count };
}

function find(root: Int32Array, of: number): number {
  let at = of;
  while (root[at] !== at) at = root[at] = root[root[at]];
  return at;
}

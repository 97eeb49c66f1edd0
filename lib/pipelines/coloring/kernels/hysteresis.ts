/** Pixels of at least `low` that hang together (8-connected) with one of at least `high`: Canny (1986), section VI. */
export function hysteresis(values: Float32Array, width: number, height: number, low: number, high: number): Uint8Array {
  const mask = new Uint8Array(values.length);
  const growth: Growth = { values, mask, width, height, low, stack: new Int32Array(1024), size: 0 };
  for (let y = 0; y < height; y++) growRow(growth, y * width, high);
  return mask;
}

/** Pixels that are in the mask already and whose neighbours are still to be looked at: the first `size` of `stack`. */
interface Growth {
  values: Float32Array;
  mask: Uint8Array;
  width: number;
  height: number;
  low: number;
  stack: Int32Array;
  size: number;
}

/** Lets grow what a row of pixels, from `start` on, has of the high ones. */
function growRow(growth: Growth, start: number, high: number): void {
  const { values, mask } = growth;
  for (let i = start, end = start + growth.width; i < end; i++) {
    if (values[i] < high || mask[i]) continue;
    mask[i] = 1;
    growth.stack[growth.size++] = i;
    while (growth.size) growOne(growth);
  }
}

const neighbours = 8;

function growOne(growth: Growth): void {
  const { values, mask, width, height, low } = growth;
  if (growth.size + neighbours > growth.stack.length) growth.stack = twiceAsLong(growth.stack);
  const { stack } = growth;
  let size = growth.size - 1;
  const pixel = stack[size];
  const y = (pixel / width) | 0;
  const x = pixel - y * width;
  const first = x > 0 ? -1 : 0;
  const last = x < width - 1 ? 1 : 0;
  const end = pixel + (y < height - 1 ? width : 0);
  for (let row = pixel - (y > 0 ? width : 0); row <= end; row += width) {
    for (let beside = row + first; beside <= row + last; beside++) {
      if (mask[beside] || values[beside] < low) continue;
      mask[beside] = 1;
      stack[size++] = beside;
    }
  }
  growth.size = size;
}

function twiceAsLong(values: Int32Array): Int32Array {
  const longer = new Int32Array(2 * values.length);
  longer.set(values);
  return longer;
}

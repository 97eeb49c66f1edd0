/** Pixels of at least `low` that hang together (8-connected) with one of at least `high`: Canny (1986), section VI. */
export function hysteresis(values: Float32Array, width: number, height: number, low: number, high: number): Uint8Array {
  const mask = new Uint8Array(values.length);
  const stack = new Int32Array(values.length);
  let size = 0;
  for (let i = 0; i < values.length; i++) {
    if (values[i] < high) continue;
    mask[i] = 1;
    stack[size++] = i;
  }
  while (size) {
    const pixel = stack[--size];
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
  }
  return mask;
}

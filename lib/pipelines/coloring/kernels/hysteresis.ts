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
    const x = pixel % width;
    const y = (pixel / width) | 0;
    const right = Math.min(width - 1, x + 1);
    const bottom = Math.min(height - 1, y + 1);
    for (let yy = Math.max(0, y - 1); yy <= bottom; yy++) {
      for (let xx = Math.max(0, x - 1); xx <= right; xx++) {
        const beside = yy * width + xx;
        if (mask[beside] || values[beside] < low) continue;
        mask[beside] = 1;
        stack[size++] = beside;
      }
    }
  }
  return mask;
}

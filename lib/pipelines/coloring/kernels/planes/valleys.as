// AssemblyScript; planes.wasm.ts is made from it by `npm run planes`. What it does is told in kernels/valleys.ts.
//
// Values are f32 and are worked with as f64, two at a time until one of them may be a valley.

/** Lines lie at most this far (pixels) from the centre of the pixel that carries them. */
const centreReach: f64 = 0.75;

/** Writes the depths of valleys into `depth`, which is 0 all over. A valley's two bends add up to more than `leastBend`. */
export function markValleys(
  plane: usize, depth: usize, width: i32, height: i32, gain: f64, least: f64, leastBend: f64,
): void {
  const stride = <usize>width << 2;
  const needed = f64x2.splat(leastBend);
  for (let y = 1; y < height - 1; y++) {
    const row = plane + <usize>y * stride;
    const to = depth + <usize>y * stride;
    const end = stride - 4;
    for (let x: usize = 4; x < end; x += 8) {
      const bend = f64x2.add(bendAlong(row + x, 4), bendAlong(row + x, stride));
      const found = i64x2.bitmask(f64x2.gt(bend, needed));
      if (!found) continue;
      if (found & 1) mark(row + x, stride, to + x, gain, least);
      if (found & 2 && x + 4 < end) mark(row + x + 4, stride, to + x + 4, gain, least);
    }
  }
}

/** Second differences of two values, by their neighbours `step` bytes away. */
@inline function bendAlong(at: usize, step: usize): v128 {
  const centre = pairAt(at);
  return f64x2.sub(f64x2.add(pairAt(at + step), pairAt(at - step)), f64x2.add(centre, centre));
}

@inline function pairAt(at: usize): v128 { return f64x2.promote_low_f32x4(v128.load64_zero(at)); }
@inline function valueAt(at: usize): f64 { return <f64>load<f32>(at); }

function mark(at: usize, stride: usize, to: usize, gain: f64, least: f64): void {
  const centre = 2 * valueAt(at);
  const right = valueAt(at + 4);
  const left = valueAt(at - 4);
  const below = valueAt(at + stride);
  const above = valueAt(at - stride);
  const xx = right + left - centre;
  const yy = below + above - centre;
  const xy = 0.25 * (valueAt(at + stride + 4) + valueAt(at - stride - 4) - valueAt(at - stride + 4) - valueAt(at + stride - 4));
  const spread = sqrt(0.25 * (xx - yy) * (xx - yy) + xy * xy);
  const curvature = 0.5 * (xx + yy) + spread;
  const along = curvature - 2 * spread;
  // A blob bends alike in both directions; a line does not.
  const answer = gain * (curvature - abs(along));
  if (answer <= least) return;
  let nx = xy;
  let ny = curvature - xx;
  if (abs(curvature - yy) > abs(ny)) {
    nx = curvature - yy;
    ny = xy;
  }
  const norm = nx * nx + ny * ny;
  if (norm == 0) return;
  const slopeX = 0.5 * (right - left);
  const slopeY = 0.5 * (below - above);
  const reach = -(slopeX * nx + slopeY * ny) / (norm * curvature);
  if (abs(reach * nx) <= centreReach && abs(reach * ny) <= centreReach) store<f32>(to, <f32>answer);
}

/** Lines lie at most this far (pixels) from the centre of the pixel that carries them. */
const centreReach = 0.75;

/**
 * Dark lines: pixels where the light has a valley across one direction, after Steger (1998), section 2, with
 * gamma-normalised second derivatives. A step's dark side also bends upwards but has no zero slope there, so it does
 * not answer.
 * @param smooth the light, blurred by a Gaussian of `sigma` pixels, about the width of the lines looked for.
 * @param least shallower lines do not answer, in units of L.
 * @returns depth of the line in units of L, 0 beside lines.
 */
export function darkValleys(
  smooth: Float32Array,
  width: number,
  height: number,
  sigma: number,
  least: number,
): Float32Array {
  const depth = new Float32Array(smooth.length);
  for (let y = 1; y < height - 1; y++) markRow(smooth, width, y * width, sigma * sigma, least, depth);
  return depth;
}

/** Marks the valleys of the row of pixels that begins at `start`. */
function markRow(
  plane: Float32Array,
  width: number,
  start: number,
  gain: number,
  least: number,
  depth: Float32Array,
): void {
  const leastBend = Math.max(0, least / gain);
  for (let i = start + 1; i < start + width - 1; i++) {
    const centre = 2 * plane[i];
    const xx = plane[i + 1] + plane[i - 1] - centre;
    const yy = plane[i + width] + plane[i - width] - centre;
    // Neither kind of answer exceeds the sum of both bends.
    if (xx + yy <= leastBend) continue;
    const xy = 0.25 * (plane[i + width + 1] + plane[i - width - 1] - plane[i + width - 1] - plane[i - width + 1]);
    const spread = Math.sqrt(0.25 * (xx - yy) * (xx - yy) + xy * xy);
    const curvature = 0.5 * (xx + yy) + spread;
    const along = curvature - 2 * spread;
    // A blob bends alike in both directions; a line does not.
    const answer = gain * (curvature - Math.abs(along));
    if (answer <= least) continue;
    let nx = xy;
    let ny = curvature - xx;
    if (Math.abs(curvature - yy) > Math.abs(ny)) {
      nx = curvature - yy;
      ny = xy;
    }
    const norm = nx * nx + ny * ny;
    if (norm === 0) continue;
    const slopeX = 0.5 * (plane[i + 1] - plane[i - 1]);
    const slopeY = 0.5 * (plane[i + width] - plane[i - width]);
    const reach = -(slopeX * nx + slopeY * ny) / (norm * curvature);
    if (Math.abs(reach * nx) <= centreReach && Math.abs(reach * ny) <= centreReach) depth[i] = answer;
  }
}

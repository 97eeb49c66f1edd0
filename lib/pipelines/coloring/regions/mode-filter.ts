/**
 * Gives each pixel beside a border the label that most pixels within `reach` have, which takes away hairs, notches
 * and rags narrower than that (majority filter; ties keep the pixel's own label). Only border pixels are looked at.
 */
export function modeFilter(labels: Int32Array, width: number, height: number, reach: number): Int32Array {
  const out = Int32Array.from(labels);
  const seen = new Int32Array((2 * reach + 1) ** 2);
  const votes = new Int32Array(seen.length);
  const rows = discRows(reach);
  for (let y = 0; y < height; y++) {
    for (let x = 0, i = y * width; x < width; x++, i++) {
      if (!isBesideBorder(labels, width, height, x, y, i)) continue;
      let kinds = 0;
      for (let dy = -reach; dy <= reach; dy++) {
        const yy = y + dy;
        if (yy < 0 || yy >= height) continue;
        const span = rows[dy + reach];
        const end = yy * width + Math.min(width - 1, x + span);
        for (let at = yy * width + Math.max(0, x - span); at <= end; at++) {
          const label = labels[at];
          let k = 0;
          while (k < kinds && seen[k] !== label) k++;
          if (k === kinds) {
            seen[kinds++] = label;
            votes[k] = 0;
          }
          votes[k]++;
        }
      }
      out[i] = winner(labels[i], seen, votes, kinds);
    }
  }
  return out;
}

/** Half width of each row of a disc. */
function discRows(reach: number): Int32Array {
  return Int32Array.from({ length: 2 * reach + 1 }, (_, i) => Math.round(Math.sqrt(reach * reach - (i - reach) ** 2)));
}

function isBesideBorder(labels: Int32Array, width: number, height: number, x: number, y: number, i: number): boolean {
  const own = labels[i];
  return (
    (x > 0 && labels[i - 1] !== own) ||
    (x < width - 1 && labels[i + 1] !== own) ||
    (y > 0 && labels[i - width] !== own) ||
    (y < height - 1 && labels[i + width] !== own)
  );
}

function winner(own: number, seen: Int32Array, votes: Int32Array, kinds: number): number {
  let best = own;
  let most = 0;
  for (let k = 0; k < kinds; k++) if (seen[k] === own) most = votes[k];
  for (let k = 0; k < kinds; k++) {
    if (votes[k] <= most) continue;
    most = votes[k];
    best = seen[k];
  }
  return best;
}

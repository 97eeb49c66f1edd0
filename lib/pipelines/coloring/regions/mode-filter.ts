import { borrowInts } from "../kernels/shelf";

/**
 * Gives each pixel beside a border the label that most pixels within `reach` have, which takes away hairs, notches
 * and rags narrower than that (majority filter; ties keep the pixel's own label). Only border pixels are looked at.
 * @returns labels that are borrowed from the shelf.
 */
export function modeFilter(labels: Int32Array, width: number, height: number, reach: number): Int32Array {
  const out = borrowInts(labels.length);
  out.set(labels);
  const rows = discRows(reach);
  const kinds = new Int32Array((2 * reach + 1) ** 2);
  const votes = new Int32Array(kinds.length);
  const polls: Poll = { labels, width, height, rows, kinds, votes };
  for (let y = 0; y < height; y++) filterRow(polls, y, out);
  return out;
}

/** What is asked, and room for the kinds of labels of one poll and their votes. */
interface Poll {
  labels: Int32Array;
  width: number;
  height: number;
  rows: Int32Array;
  kinds: Int32Array;
  votes: Int32Array;
}

function filterRow({ labels, width, height, rows, kinds, votes }: Poll, y: number, out: Int32Array): void {
  const up = y > 0 ? -width : 0;
  const down = y < height - 1 ? width : 0;
  for (let x = 0, i = y * width; x < width; x++, i++) {
    const own = labels[i];
    if (
      labels[i + up] === own &&
      labels[i + down] === own &&
      (x === 0 || labels[i - 1] === own) &&
      (x === width - 1 || labels[i + 1] === own)
    )
      continue;
    const count = poll(labels, width, height, rows, x, y, own, kinds, votes);
    out[i] = winner(count, kinds, votes);
  }
}

/**
 * Counts the labels on a disc round a pixel, the pixel's own first; returns how many kinds there are. Labels come in runs
 * and are seldom more than two.
 */
function poll(
  labels: Int32Array,
  width: number,
  height: number,
  rows: Int32Array,
  x: number,
  y: number,
  own: number,
  kinds: Int32Array,
  votes: Int32Array,
): number {
  const reach = rows.length >> 1;
  const top = y > reach ? y - reach : 0;
  const bottom = y + reach < height ? y + reach : height - 1;
  let count = 1;
  let first = 0;
  let second = 0;
  let rival = -1;
  kinds[0] = own;
  for (let yy = top; yy <= bottom; yy++) {
    const span = rows[yy - y + reach];
    const end = yy * width + (x + span < width ? x + span : width - 1);
    for (let at = yy * width + (x > span ? x - span : 0); at <= end; at++) {
      const label = labels[at];
      if (label === own) first++;
      else if (label === rival) second++;
      else if (rival < 0) {
        rival = kinds[1] = label;
        second = 1;
        count = 2;
      } else count = addVote(label, kinds, votes, count);
    }
  }
  votes[0] = first;
  votes[1] = second;
  return count;
}

/** A vote for neither the first nor the second kind. */
function addVote(label: number, kinds: Int32Array, votes: Int32Array, count: number): number {
  let k = 2;
  while (k < count && kinds[k] !== label) k++;
  if (k < count) votes[k]++;
  else {
    kinds[k] = label;
    votes[k] = 1;
  }
  return Math.max(count, k + 1);
}

/** Half width of each row of a disc. */
function discRows(reach: number): Int32Array {
  return Int32Array.from({ length: 2 * reach + 1 }, (_, i) => Math.round(Math.sqrt(reach * reach - (i - reach) ** 2)));
}

/** The kind with the most votes, the earliest of equals. */
function winner(count: number, kinds: Int32Array, votes: Int32Array): number {
  let best = 0;
  for (let k = 1; k < count; k++) if (votes[k] > votes[best]) best = k;
  return kinds[best];
}

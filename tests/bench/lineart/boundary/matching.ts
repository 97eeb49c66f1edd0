import { type Near, nearest, type Rows } from "./near";

/**
 * Size of a maximum one-to-one matching between two sets of pixels, where a pair may lie at most `reach` apart.
 * Seeded greedily with the nearest pairs, then grown by augmenting paths in phases (Hopcroft and Karp, SIAM J. Comput.
 * 1973) until it is maximum. Martin, Fowlkes and Malik (PAMI 2004, appendix B) match by least cost; the count is the same
 * up to their outlier cost.
 */
export function matchedCount(a: Uint8Array, b: Uint8Array, width: number, height: number, reach: number): number {
  const left = pixelsOf(a);
  const right = pixelsOf(b);
  if (!left.length || !right.length) return 0;
  const near = nearest(left, right, width, height, reach);
  const mateOfLeft = new Int32Array(left.length).fill(-1);
  const mateOfRight = new Int32Array(right.length).fill(-1);
  let matched = seed(near, mateOfLeft, mateOfRight);
  for (let grown = 1; grown; matched += grown) grown = grow(near.rows, mateOfLeft, mateOfRight);
  return matched;
}

const pixelsOf = (mask: Uint8Array): Int32Array => {
  let count = 0;
  for (const value of mask) if (value) count++;
  const out = new Int32Array(count);
  for (let at = 0, to = 0; at < mask.length; at++) if (mask[at]) out[to++] = at;
  return out;
};

/** Takes the nearest free pairs first; returns how many. */
function seed({ rows, rank, ranks }: Near, mateOfLeft: Int32Array, mateOfRight: Int32Array): number {
  let matched = 0;
  const cursor = rows.starts.slice(0, -1);
  for (let now = 0; now < ranks; now++) {
    for (let i = 0; i < mateOfLeft.length; i++) {
      if (mateOfLeft[i] >= 0 || cursor[i] === rows.starts[i + 1] || rank[cursor[i]] > now) continue;
      const j = rows.items[cursor[i]++];
      if (mateOfRight[j] >= 0) continue;
      mateOfLeft[i] = j;
      mateOfRight[j] = i;
      matched++;
    }
  }
  return matched;
}

/** One phase: layers by breadth from the free left pixels, then disjoint augmenting paths by depth. */
function grow({ starts, items }: Rows, mateOfLeft: Int32Array, mateOfRight: Int32Array): number {
  const layer = layers({ starts, items }, mateOfLeft, mateOfRight);
  const cursor = starts.slice(0, -1);
  const path = new Int32Array(mateOfLeft.length);
  let grown = 0;
  for (let root = 0; root < mateOfLeft.length; root++) {
    if (mateOfLeft[root] >= 0) continue;
    path[0] = root;
    for (let depth = 0; depth >= 0; ) {
      const i = path[depth];
      if (cursor[i] === starts[i + 1]) {
        layer[i] = -1;
        depth--;
        continue;
      }
      const next = mateOfRight[items[cursor[i]++]];
      if (next < 0) {
        flip(path, depth, items, cursor, mateOfLeft, mateOfRight);
        grown++;
        break;
      }
      if (layer[next] === layer[i] + 1) path[++depth] = next;
    }
  }
  return grown;
}

function layers({ starts, items }: Rows, mateOfLeft: Int32Array, mateOfRight: Int32Array): Int32Array {
  const layer = new Int32Array(mateOfLeft.length).fill(-1);
  const queue = new Int32Array(mateOfLeft.length);
  let tail = 0;
  for (let i = 0; i < mateOfLeft.length; i++) {
    if (mateOfLeft[i] >= 0) continue;
    layer[i] = 0;
    queue[tail++] = i;
  }
  let last = Number.POSITIVE_INFINITY;
  for (let head = 0; head < tail; head++) {
    const i = queue[head];
    if (layer[i] > last) break;
    for (let k = starts[i]; k < starts[i + 1]; k++) {
      const next = mateOfRight[items[k]];
      if (next < 0) last = Math.min(last, layer[i]);
      else if (layer[next] < 0) {
        layer[next] = layer[i] + 1;
        queue[tail++] = next;
      }
    }
  }
  return layer;
}

/** Turns the path's pairs over; each pixel on it takes the right pixel its cursor has just passed. */
function flip(
  path: Int32Array,
  depth: number,
  items: Int32Array,
  cursor: Int32Array,
  mateOfLeft: Int32Array,
  mateOfRight: Int32Array,
): void {
  for (let k = 0; k <= depth; k++) {
    const j = items[cursor[path[k]] - 1];
    mateOfLeft[path[k]] = j;
    mateOfRight[j] = path[k];
  }
}

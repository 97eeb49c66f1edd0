/** Rows of integers of different lengths, flat: row `i` is `items` from `starts[i]` to `starts[i + 1]`. */
export interface Rows {
  starts: Int32Array;
  items: Int32Array;
}

/** Which pixels of two sets may be paired. */
export interface Near {
  /** For each left pixel the right ones in reach, nearest first. */
  rows: Rows;
  /** Where in the list of offsets each of `rows.items` came from; offsets are sorted by distance. */
  rank: Int32Array;
  ranks: number;
}

/** Lists for every pixel of `left` those of `right` at most `reach` away; both hold indices into the same picture. */
export function nearest(left: Int32Array, right: Int32Array, width: number, height: number, reach: number): Near {
  const indexOf = new Int32Array(width * height).fill(-1);
  for (let i = 0; i < right.length; i++) indexOf[right[i]] = i;
  const offsets = disc(reach);
  const starts = new Int32Array(left.length + 1);
  let items = new Int32Array(left.length * 24);
  let rank = new Int32Array(items.length);
  let size = 0;
  for (let i = 0; i < left.length; i++) {
    const x = left[i] % width;
    const y = (left[i] - x) / width;
    if (size + offsets.length > items.length) {
      items = enlarged(items, offsets.length);
      rank = enlarged(rank, offsets.length);
    }
    for (let k = 0; k < offsets.length; k++) {
      const [dx, dy] = offsets[k];
      if (x + dx < 0 || x + dx >= width || y + dy < 0 || y + dy >= height) continue;
      const j = indexOf[left[i] + dy * width + dx];
      if (j < 0) continue;
      rank[size] = k;
      items[size++] = j;
    }
    starts[i + 1] = size;
  }
  return { rows: { starts, items }, rank, ranks: offsets.length };
}

function enlarged(list: Int32Array, room: number): Int32Array<ArrayBuffer> {
  const out = new Int32Array(2 * list.length + room);
  out.set(list);
  return out;
}

/** Steps of at most `reach` pixels, shortest first. */
function disc(reach: number): [number, number][] {
  const steps: [number, number][] = [];
  const far = Math.floor(reach);
  for (let dy = -far; dy <= far; dy++) {
    for (let dx = -far; dx <= far; dx++) if (dx * dx + dy * dy <= reach * reach) steps.push([dx, dy]);
  }
  return steps.sort((p, q) => p[0] ** 2 + p[1] ** 2 - q[0] ** 2 - q[1] ** 2);
}

/** Connected pieces of equal value in a mask of zeros and ones. */
export interface Pieces {
  /** Piece of each pixel, numbered from 0 in the order of their first pixels. */
  labels: Int32Array;
  /** By piece: the value of its pixels, and how many they are. */
  value: Uint8Array;
  area: Int32Array;
  /** By piece: its box, four numbers each: left, top, right, bottom, all inclusive. */
  box: Int32Array;
}

/**
 * Labels a mask in two passes with union-find (Rosenfeld and Pfaltz 1966). Ones hold together over corners, zeros over
 * sides only, so that a thin slanted line still divides.
 */
export function labelPieces(mask: Uint8Array, width: number, height: number): Pieces {
  const labels = new Int32Array(mask.length);
  const parent = new Int32Array(mask.length);
  let count = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0, i = y * width; x < width; x++, i++) {
      const own = mask[i];
      let label = x && mask[i - 1] === own ? labels[i - 1] : -1;
      if (y) {
        const up = i - width;
        if (mask[up] === own) label = joined(parent, label, labels[up]);
        if (own && x && mask[up - 1]) label = joined(parent, label, labels[up - 1]);
        if (own && x < width - 1 && mask[up + 1]) label = joined(parent, label, labels[up + 1]);
      }
      if (label < 0) {
        label = count;
        parent[count] = count++;
      }
      labels[i] = label;
    }
  }
  return gather(mask, width, labels, renumber(parent.subarray(0, count)));
}

/** The label that two touching pixels share from now on; `label` may be -1 for none yet. */
function joined(parent: Int32Array, label: number, other: number): number {
  return label < 0 || label === other ? other : unite(parent, label, other);
}

function find(parent: Int32Array, label: number): number {
  let at = label;
  while (parent[at] !== at) {
    parent[at] = parent[parent[at]];
    at = parent[at];
  }
  return at;
}

function unite(parent: Int32Array, a: number, b: number): number {
  const rootA = find(parent, a);
  const rootB = find(parent, b);
  const low = Math.min(rootA, rootB);
  parent[Math.max(rootA, rootB)] = low;
  return low;
}

function renumber(parent: Int32Array): Int32Array {
  const number = new Int32Array(parent.length);
  let count = 0;
  for (let label = 0; label < parent.length; label++) {
    const root = find(parent, label);
    number[label] = root === label ? count++ : number[root];
  }
  return number;
}

function gather(mask: Uint8Array, width: number, labels: Int32Array, number: Int32Array): Pieces {
  const count = number.length ? number.reduce((most, label) => Math.max(most, label), 0) + 1 : 0;
  const value = new Uint8Array(count);
  const area = new Int32Array(count);
  const box = new Int32Array(4 * count);
  for (let i = 0, x = 0, y = 0; i < labels.length; i++) {
    const piece = number[labels[i]];
    labels[i] = piece;
    const at = 4 * piece;
    if (!area[piece]) {
      value[piece] = mask[i];
      box[at] = box[at + 2] = x;
      box[at + 1] = y;
    }
    area[piece]++;
    if (x < box[at]) box[at] = x;
    if (x > box[at + 2]) box[at + 2] = x;
    box[at + 3] = y;
    if (++x === width) {
      x = 0;
      y++;
    }
  }
  return { labels, value, area, box };
}

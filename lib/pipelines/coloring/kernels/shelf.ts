/**
 * Buffers of planes that are done with, for the next of about the same size. A page goes through dozens of planes of its
 * own size; made afresh, each would be garbage that the process holds until the next collection.
 */
const shelf: ArrayBuffer[] = [];
/** Bytes that the shelf holds at most; what has lain there longest goes first. */
const room = 48e6;
let held = 0;
/** Buffers are so many times this long: pictures that were trimmed a little differently share them. */
const step = 1 << 17;

/** Planes of 0 for a function's own use; when one has been given back nobody may look at it any more. */
export const borrowFloats = (count: number): Float32Array => new Float32Array(take(4 * count), 0, count).fill(0);
export const borrowInts = (count: number): Int32Array => new Int32Array(take(4 * count), 0, count).fill(0);
export const borrowBytes = (count: number): Uint8Array => new Uint8Array(take(count), 0, count).fill(0);

/** Copies of planes, borrowed as well. */
export function copyFloats(plane: Float32Array): Float32Array {
  const copy = new Float32Array(take(plane.byteLength), 0, plane.length);
  copy.set(plane);
  return copy;
}

export function copyInts(plane: Int32Array): Int32Array {
  const copy = new Int32Array(take(plane.byteLength), 0, plane.length);
  copy.set(plane);
  return copy;
}

export function copyBytes(plane: Uint8Array): Uint8Array {
  const copy = new Uint8Array(take(plane.byteLength), 0, plane.length);
  copy.set(plane);
  return copy;
}

function take(bytes: number): ArrayBuffer {
  const size = Math.ceil(bytes / step) * step;
  const place = shelf.findIndex(({ byteLength }) => byteLength === size);
  if (place < 0) return new ArrayBuffer(size);
  const [buffer] = shelf.splice(place, 1);
  held -= size;
  return buffer;
}

/** Only for planes that were borrowed, and once for each. */
export function giveBack(...planes: (Float32Array | Int32Array | Uint8Array)[]): void {
  for (const { buffer } of planes) {
    shelf.push(buffer as ArrayBuffer);
    held += buffer.byteLength;
  }
  while (held > room) held -= (shelf.shift() as ArrayBuffer).byteLength;
}

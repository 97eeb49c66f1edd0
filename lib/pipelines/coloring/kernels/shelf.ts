/**
 * Buffers of planes that are done with, for the next of the same size. A page goes through dozens of planes of its own
 * size; made afresh, each would be garbage that the process holds until the next collection.
 */
const shelf: ArrayBuffer[] = [];
/** Bytes that the shelf holds at most; what has lain there longest goes first. */
const room = 12e6;
let held = 0;

/** A plane of 0 for this function's own use; when it has been given back nobody may look at it any more. */
export const borrowFloats = (count: number): Float32Array => new Float32Array(take(4 * count));
export const borrowInts = (count: number): Int32Array => new Int32Array(take(4 * count));

function take(bytes: number): ArrayBuffer {
  const place = shelf.findIndex(({ byteLength }) => byteLength === bytes);
  if (place < 0) return new ArrayBuffer(bytes);
  const [buffer] = shelf.splice(place, 1);
  held -= bytes;
  new Uint8Array(buffer).fill(0);
  return buffer;
}

/** Only for planes whose buffer is all theirs. */
export function giveBack(...planes: (Float32Array | Int32Array)[]): void {
  for (const { buffer } of planes) {
    shelf.push(buffer as ArrayBuffer);
    held += buffer.byteLength;
  }
  while (held > room) held -= (shelf.shift() as ArrayBuffer).byteLength;
}

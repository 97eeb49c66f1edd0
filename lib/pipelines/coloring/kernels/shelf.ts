import { kernels, shelfRoom, slack } from "./planes/workbench";

/** Addresses in the kernels' memory, `to` behind the last byte. */
interface Block {
  from: number;
  to: number;
}

/**
 * The shelf holds planes in the kernels' memory, where kernels reach them without a copy: a page goes through dozens of
 * planes of its own size. Where no room is left they are made outside, and kernels are given copies.
 *
 * What is free, in order and never side by side, and what has been borrowed, by its address.
 */
const free: Block[] = [{ ...shelfRoom }];
const borrowed = new Map<number, Block>();
const grain = 16;

/** Planes of 0 for a function's own use; when one has been given back nobody may look at it any more. */
export const borrowFloats = (count: number): Float32Array => emptyFloats(count).fill(0);
export const borrowInts = (count: number): Int32Array => emptyInts(count).fill(0);
export const borrowBytes = (count: number): Uint8Array => emptyBytes(count).fill(0);

/** Planes that are written before they are read, borrowed as well: they hold what lay there before. */
export const emptyFloats = (count: number): Float32Array => new Float32Array(...take(4 * count), count);
export const emptyInts = (count: number): Int32Array => new Int32Array(...take(4 * count), count);
export const emptyBytes = (count: number): Uint8Array => new Uint8Array(...take(count), count);

/** Copies of planes, borrowed as well. */
export function copyFloats(plane: Float32Array): Float32Array {
  const copy = emptyFloats(plane.length);
  copy.set(plane);
  return copy;
}

export function copyInts(plane: Int32Array): Int32Array {
  const copy = emptyInts(plane.length);
  copy.set(plane);
  return copy;
}

export function copyBytes(plane: Uint8Array): Uint8Array {
  const copy = emptyBytes(plane.length);
  copy.set(plane);
  return copy;
}

/** The first place with room for so many bytes and what kernels may write past them. */
function take(bytes: number): [ArrayBuffer, number] {
  const size = (bytes + slack + grain - 1) & ~(grain - 1);
  const index = free.findIndex(({ from, to }) => to - from >= size);
  if (index < 0) return [new ArrayBuffer(bytes), 0];
  const block = free[index];
  const taken = { from: block.from, to: block.from + size };
  if (taken.to === block.to) free.splice(index, 1);
  else free[index] = { from: taken.to, to: block.to };
  borrowed.set(taken.from, taken);
  return [kernels.memory.buffer as ArrayBuffer, taken.from];
}

/** Only for planes that were borrowed, and once for each. */
export function giveBack(...planes: (Float32Array | Int32Array | Uint8Array)[]): void {
  for (const { buffer, byteOffset } of planes) {
    if (buffer === kernels.memory.buffer) release(byteOffset);
  }
}

function release(address: number): void {
  const block = borrowed.get(address);
  if (!block) return;
  borrowed.delete(address);
  let index = free.findIndex(({ from }) => from > block.from);
  if (index < 0) index = free.length;
  const before = free[index - 1];
  const after = free[index];
  const from = before?.to === block.from ? before.from : block.from;
  const to = after?.from === block.to ? after.to : block.to;
  const first = from === block.from ? index : index - 1;
  free.splice(first, (from === block.from ? 0 : 1) + (to === block.to ? 0 : 1), { from, to });
}

/** How many pages are being drawn in this thread, and the blocks that were borrowed before the first of them. */
let pages = 0;
let before = new Set<number>();

/** Draws a page; what it borrowed and did not give back, as when it is given up, goes back when no page is drawn any more. */
export async function withShelf<Result>(draw: () => Promise<Result>): Promise<Result> {
  if (pages++ === 0) before = new Set(borrowed.keys());
  try {
    return await draw();
  } finally {
    if (--pages === 0) for (const address of [...borrowed.keys()]) if (!before.has(address)) release(address);
  }
}

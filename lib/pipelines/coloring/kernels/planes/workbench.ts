import type { Kernels } from "./kernels";
import { planesWasm } from "./planes.wasm";

const { exports } = new WebAssembly.Instance(new WebAssembly.Module(Buffer.from(planesWasm, "base64")));

/** Kernels on planes, four pixels at a time. They work on one memory, which each thread has for itself. */
export const kernels = exports as unknown as Kernels;

/** Bytes that kernels may write past the end of a plane or row. */
export const slack = 64;
const wasmPage = 65_536;
/** Where planes are laid out from: behind what is kept. */
let firstAddress = 1024;

/**
 * Places planes of so many values, each of 4 bytes, one after another in the memory, which grows to the largest
 * picture so far. What was there before is lost.
 */
export function layOut(...counts: number[]): number[] {
  let end = firstAddress;
  const addresses = counts.map((count) => {
    const address = end;
    end += roomOf(count);
    return address;
  });
  const missing = end - kernels.memory.buffer.byteLength;
  if (missing > 0) kernels.memory.grow(Math.ceil(missing / wasmPage));
  return addresses;
}

/**
 * Does work during which so many values of 4 bytes stay in the memory, whatever is laid out meanwhile.
 * @param spare values that the work lays out at most: with them the memory need not grow under what is kept.
 * @throws Error when the work laid out more, for then it has looked at what is no longer there.
 */
export function whileKept<Result>(count: number, spare: number, work: (address: number) => Result): Result {
  const [address] = layOut(count, spare);
  const before = firstAddress;
  const { buffer } = kernels.memory;
  firstAddress = address + roomOf(count);
  try {
    const result = work(address);
    if (kernels.memory.buffer !== buffer) throw new Error("The memory has grown under what was kept in it");
    return result;
  } finally {
    firstAddress = before;
  }
}

/** How many values of 4 bytes a plane has to be given that does not lie in the memory yet. */
export const missing = (values: Float32Array): number => (isKept(values) ? 0 : values.length);

const isKept = ({ buffer }: Float32Array): boolean => buffer === kernels.memory.buffer;

/** Where values lie: in their place where that is in the memory already, else copied to `room`. */
export function lend(values: Float32Array, room: number): number {
  if (!isKept(values)) planeAt(room, values.length).set(values);
  return target(values, room);
}

/** Where values are to be written that `collect` takes over then. */
export const target = (values: Float32Array, room: number): number => (isKept(values) ? values.byteOffset : room);

export function collect(values: Float32Array, room: number): void {
  if (!isKept(values)) values.set(planeAt(room, values.length));
}

/** Bytes that `layOut` gives to so many values. */
export const roomOf = (count: number): number => ((count * 4 + 15) & ~15) + slack;

/** A plane in the memory, until the next `layOut`. */
export const planeAt = (address: number, count: number): Float32Array =>
  new Float32Array(kernels.memory.buffer, address, count);

export const intsAt = (address: number, count: number): Int32Array =>
  new Int32Array(kernels.memory.buffer, address, count);

export const bytesAt = (address: number, count: number): Uint8Array =>
  new Uint8Array(kernels.memory.buffer, address, count);

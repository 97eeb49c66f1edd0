import type { Kernels } from "./kernels";
import { planesWasm } from "./planes.wasm";

const { exports } = new WebAssembly.Instance(new WebAssembly.Module(Buffer.from(planesWasm, "base64")));

/** Kernels on planes, four pixels at a time. They work on one memory, which each thread has for itself. */
export const kernels = exports as unknown as Kernels;

/** Bytes that kernels may write past the end of a plane or row. */
export const slack = 64;
const wasmPage = 65_536;
/**
 * Bytes of the memory. What is never touched of it takes no room; it never grows, for that would take it away from under
 * the planes that are kept on the shelf.
 */
const shelfBytes = 96 << 20;
const benchBytes = 128 << 20;
kernels.memory.grow((shelfBytes + benchBytes) / wasmPage);

/** The part of the memory in which shelf.ts keeps planes; the rest is the bench. */
export const shelfRoom = { from: 1024, to: 1024 + shelfBytes };
/** Where planes are laid out from: behind what is kept. */
let firstAddress = shelfRoom.to;

/**
 * Places planes of so many values, each of 4 bytes, one after another on the bench. What was there before is lost.
 * @throws Error when there is not room for them: pictures are worked at a bounded size, far below.
 */
export function layOut(...counts: number[]): number[] {
  let end = firstAddress;
  const addresses = counts.map((count) => {
    const address = end;
    end += roomOf(count);
    return address;
  });
  if (end > kernels.memory.buffer.byteLength) throw new Error(`${end} bytes are too many for the kernels' memory`);
  return addresses;
}

/** Does work during which so many values of 4 bytes stay on the bench, whatever is laid out meanwhile. */
export function whileKept<Result>(count: number, work: (address: number) => Result): Result {
  const [address] = layOut(count);
  const before = firstAddress;
  firstAddress = address + roomOf(count);
  try {
    return work(address);
  } finally {
    firstAddress = before;
  }
}

/** How many values of 4 bytes a plane has to be given that does not lie in the memory yet. */
export const missing = (values: Plane): number => (isKept(values) ? 0 : Math.ceil(values.byteLength / 4));

export type Plane = Float32Array | Int32Array | Uint8Array;

const isKept = ({ buffer }: Plane): boolean => buffer === kernels.memory.buffer;

/** Where values lie: in their place where that is in the memory already, else copied to `room`. */
export function lend(values: Plane, room: number): number {
  if (!isKept(values)) bytesAt(room, values.byteLength).set(bytesOf(values));
  return target(values, room);
}

/** Lends planes for reading, and lays so many values of 4 bytes behind them. @returns the addresses of all. */
export function lendAll(planes: Plane[], ...counts: number[]): number[] {
  const places = layOut(...planes.map(missing), ...counts);
  return places.map((place, i) => (i < planes.length ? lend(planes[i], place) : place));
}

const bytesOf = ({ buffer, byteOffset, byteLength }: Plane) => new Uint8Array(buffer, byteOffset, byteLength);

/** Where values are to be written that `collect` takes over then. */
export const target = (values: Plane, room: number): number => (isKept(values) ? values.byteOffset : room);

export function collect(values: Plane, room: number): void {
  if (!isKept(values)) bytesOf(values).set(bytesAt(room, values.byteLength));
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

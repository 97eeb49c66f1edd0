/** Of a module's binary format (WebAssembly Core 5.5): its magic number and version, and the id of the memory section. */
const headerBytes = 8;
const memorySection = 5;
/** A memory's limits: its least size follows, and its largest. */
const withMost = 1;

/**
 * The same WebAssembly module whose memory never grows beyond so many pages of 64 KiB: a program in it that asks for more
 * is refused, and ends with an error that can be caught, where it would take the machine's.
 * @throws Error when the module has no memory of its own.
 */
export function bounded(wasm: Uint8Array, mostPages: number): Uint8Array<ArrayBuffer> {
  let at = headerBytes;
  while (at < wasm.length) {
    const size = numberAt(wasm, at + 1);
    if (wasm[at] === memorySection) return replaced(wasm, at, size, mostPages);
    at = size.end + size.value;
  }
  throw new Error("The module has no memory.");
}

function replaced(wasm: Uint8Array, at: number, size: Read, mostPages: number): Uint8Array<ArrayBuffer> {
  // One memory: a count of 1, its flags, then its least size.
  const least = numberAt(wasm, size.end + 2);
  const limits = [1, withMost, ...leb128(least.value), ...leb128(Math.max(least.value, mostPages))];
  const section = [memorySection, ...leb128(limits.length), ...limits];
  return Buffer.concat([wasm.subarray(0, at), Buffer.from(section), wasm.subarray(size.end + size.value)]);
}

interface Read {
  value: number;
  /** Where the next byte stands. */
  end: number;
}

/** An unsigned number in seven bits a byte, the lowest first. */
function numberAt(bytes: Uint8Array, start: number): Read {
  let value = 0;
  let at = start;
  for (let factor = 1; ; factor *= 128) {
    const byte = bytes[at++];
    value += (byte & 127) * factor;
    if (byte < 128) return { value, end: at };
  }
}

function leb128(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...leb128(value >>> 7)];
}

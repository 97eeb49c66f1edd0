import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import type { DeliveryFile } from "@/lib/delivery/delivery";

export function file(name: string, content: string | Buffer): DeliveryFile {
  const bytes = Buffer.from(content);
  return {
    name,
    media_type: "application/octet-stream",
    size: bytes.length,
    sha256: createHash("sha256").update(bytes).digest("hex"),
    open: ({ start, end }) => Readable.from([bytes.subarray(start, end + 1)]),
  };
}

/** Bytes that repeat nowhere near a piece's length, so that a piece in the wrong place is seen. */
export function noise(length: number): Buffer {
  const bytes = Buffer.alloc(length);
  for (let at = 0, state = 1; at + 4 <= length; at += 4) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    bytes.writeUInt32LE(state, at);
  }
  return bytes;
}

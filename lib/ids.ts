import { randomBytes } from "node:crypto";

/** Random bytes that are drawn many at once: asking the system costs several times what a few bytes do. */
const drawn = { bytes: Buffer.alloc(0), used: 0 };

function random(count: number): Buffer {
  if (drawn.used + count > drawn.bytes.length) Object.assign(drawn, { bytes: randomBytes(4_096), used: 0 });
  const start = drawn.used;
  drawn.used += count;
  return drawn.bytes.subarray(start, drawn.used);
}

/** A name no one can guess: prefix and 120 random bits, safe in URLs. */
export const opaqueId = (prefix: "batch" | "file" | "lease" | "user" | "account"): string =>
  `${prefix}_${random(15).toString("base64url")}`;

/** Names of one batch's items by their place: no one can guess them, and they lie side by side in every index. */
export function itemIds(): (index: number) => string {
  const batch = random(12).toString("base64url");
  return (index) => `item_${batch}${index.toString(36).padStart(4, "0")}`;
}

/** W3C trace context: 16 random bytes in hex. */
export const traceId = (): string => random(16).toString("hex");
/** W3C trace context: 8 random bytes in hex. */
export const spanId = (): string => random(8).toString("hex");

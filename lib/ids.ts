import { randomBytes } from "node:crypto";

/** A name no one can guess: prefix and 120 random bits, safe in URLs. */
export const opaqueId = (prefix: "batch" | "item" | "file" | "lease"): string =>
  `${prefix}_${randomBytes(15).toString("base64url")}`;

/** W3C trace context ids: 16 and 8 random bytes in hex. */
export const traceId = (): string => randomBytes(16).toString("hex");
export const spanId = (): string => randomBytes(8).toString("hex");

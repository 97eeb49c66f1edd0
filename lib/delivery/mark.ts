import { createHash } from "node:crypto";

/**
 * What a delivery writes on everything it makes in Drive (`appProperties`: seen by this application only), so that a
 * later delivery of the same batch, after a crash or on request, finds it instead of making a second copy.
 */
export type Mark = {
  tracepress_job: string;
  tracepress_name: string;
  tracepress_sha256: string;
};

/** Drive takes at most 124 bytes for a property's name and value together. */
const longestValue = 124 - "tracepress_name".length;

/** A name as a property's value: itself, or its SHA-256 where it is too long. */
export function nameMark(name: string): string {
  if (Buffer.byteLength(name) <= longestValue) return name;
  return createHash("sha256").update(name).digest("hex");
}

/** A string in a search query of Drive. */
export const quoted = (text: string) => `'${text.replace(/[\\']/g, "\\$&")}'`;

/** The query term for what carries a property. */
export const carries = (key: keyof Mark, value: string) =>
  `appProperties has { key=${quoted(key)} and value=${quoted(value)} }`;

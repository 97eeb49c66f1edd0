import { gunzipSync } from "node:zlib";
import { refusal } from "./refuse";

/** 20 MB inflated, 10 MB as text: far above any drawing, far below what fills the memory. */
const maximumInflated = 20 * 1024 * 1024;
const maximumText = 10 * 1024 * 1024;
const start = { line: 1, column: 1 };

/**
 * Bytes of an SVG or SVGZ as text, by its byte order mark, then its XML declaration, then UTF-8 (XML 1.0, appendix F), and
 * where nothing is said and no letter is UTF-8, as Windows wrote western texts before.
 * @throws TracepressError `invalid_svg` when it is too large, cannot be inflated, or names an encoding nobody knows.
 */
export function decodeSvg(bytes: Uint8Array, name: string): string {
  const plain = isGzip(bytes) ? inflate(bytes, name) : bytes;
  if (plain.length > maximumInflated) throw refusal(name, start, "the file is larger than 20 MB; make it simpler.");
  const text = decoded(plain, name);
  if (text.length > maximumText) throw refusal(name, start, "the file has over 10 MB of text; make it simpler.");
  return text;
}

function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

function inflate(bytes: Uint8Array, name: string): Uint8Array {
  try {
    return gunzipSync(bytes, { maxOutputLength: maximumInflated });
  } catch (cause) {
    throw refusal(name, start, "the compressed file is damaged or larger than 20 MB; save it as plain SVG.", cause);
  }
}

/** What most files are in. */
const utf8 = new TextDecoder();
/** What it puts where bytes are no letter. */
const lost = "\uFFFD";
const otherLetters = /[\u0080-\uFFFC\uFFFE\uFFFF]/;

function decoded(bytes: Uint8Array, name: string): string {
  const label = byteOrder(bytes) ?? declaredEncoding(bytes);
  if (label === null) return undeclared(bytes);
  if (/^utf-8$/i.test(label)) return utf8.decode(bytes);
  try {
    return new TextDecoder(label).decode(bytes);
  } catch (cause) {
    throw refusal(name, start, `the encoding "${label}" is not known; save the file as UTF-8.`, cause);
  }
}

/** One with some letters of UTF-8 is that, and broken elsewhere. */
function undeclared(bytes: Uint8Array): string {
  const text = utf8.decode(bytes);
  const isOther = text.includes(lost) && !otherLetters.test(text);
  return isOther ? new TextDecoder("windows-1252").decode(bytes) : text;
}

/** A byte order mark, or the zero bytes that `<?` has in UTF-16. */
function byteOrder(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return "utf-16le";
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return "utf-16be";
  return first === 0xef && second === 0xbb ? "utf-8" : null;
}

function declaredEncoding(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 200)).toString("latin1");
  const label = /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([A-Za-z0-9._:-]+)["']/.exec(head)?.[1];
  // A file that calls itself UTF-16 and has single bytes is not.
  return label === undefined || /^utf-?16/i.test(label) ? null : label;
}

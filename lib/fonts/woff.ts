import { inflateSync } from "node:zlib";
import { sfntOf } from "./sfnt";
import { FontTooLarge } from "./too-large";

/** Of a file's header and of an entry of its table directory, in bytes. */
const headerLength = 44;
const entryLength = 20;

/**
 * A WOFF 1.0 file (W3C Recommendation, 2012) as the plain font it was made from.
 * @param most bytes that its tables may unpack to together.
 * @throws FontTooLarge when they unpack to more; RangeError, TypeError or one of zlib's when the file is broken.
 */
export function sfntFromWoff(file: Buffer, most: number): Buffer {
  if (file.toString("latin1", 0, 4) !== "wOFF") throw new TypeError("This is not a WOFF 1.0 font.");
  const tables = new Map<string, Buffer>();
  let left = most;
  for (let entry = 0; entry < file.readUInt16BE(12); entry++) {
    const at = headerLength + entryLength * entry;
    const table = tableAt(file, at, left);
    left -= table.length;
    tables.set(file.toString("latin1", at, at + 4), table);
  }
  return sfntOf(file.readUInt32BE(4), tables);
}

/** Section 5: a table as long as it was is stored as it was. */
function tableAt(file: Buffer, entry: number, most: number): Buffer {
  const [offset, stored, length] = [4, 8, 12].map((field) => file.readUInt32BE(entry + field));
  if (length > most) throw new FontTooLarge();
  const bytes = file.subarray(offset, offset + stored);
  const table = stored < length ? inflateSync(bytes, { maxOutputLength: length }) : bytes;
  if (table.length !== length) throw new RangeError("A table of the font is cut off.");
  return table;
}

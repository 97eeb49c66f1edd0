import { FontTooLarge } from "./too-large";
import { sfntFromWoff } from "./woff";
import { sfntFromWoff2 } from "./woff2";

/** What TrueType and OpenType files begin with; collections are none of them. */
const plain = new Set([0x00010000, 0x4f54544f, 0x74727565]);

/**
 * Any font file that pages use, as a plain one of TrueType or OpenType.
 * @param most bytes that it may have, unpacked.
 * @throws FontTooLarge when it has more; RangeError, TypeError or one of zlib's when it is none of them or broken.
 */
export function plainFont(file: Buffer, most: number): Buffer {
  const font = unpacked(file, most);
  if (font.length > most) throw new FontTooLarge();
  if (!plain.has(font.readUInt32BE(0))) throw new TypeError("This is not a font.");
  return font;
}

function unpacked(file: Buffer, most: number): Buffer {
  const signature = file.toString("latin1", 0, 4);
  if (signature === "wOF2") return sfntFromWoff2(file, most);
  return signature === "wOFF" ? sfntFromWoff(file, most) : file;
}

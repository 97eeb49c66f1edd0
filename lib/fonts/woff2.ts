import { constants } from "node:buffer";
import { brotliDecompressSync } from "node:zlib";
import { ByteReader } from "./byte-reader";
import { sfntOf } from "./sfnt";
import { FontTooLarge } from "./too-large";
import { restoreGlyphs } from "./woff2-glyphs";

const knownTags = (
  "cmap head hhea hmtx maxp name OS/2 post cvt_ fpgm glyf loca prep CFF_ VORG EBDT EBLC gasp hdmx kern LTSH PCLT VDMX " +
  "vhea vmtx BASE GDEF GPOS GSUB EBSC JSTF MATH CBDT CBLC COLR CPAL SVG_ sbix acnt avar bdat bloc bsln cvar fdsc feat " +
  "fmtx fvar gvar hsty just lcar mort morx opbd prop trak Zapf Silf Glat Gloc Feat Sill"
)
  .split(" ")
  .map((tag) => tag.replaceAll("_", " "));

interface Entry {
  tag: string;
  transformed: boolean;
  /** Bytes of the table inside the decompressed stream. */
  length: number;
}

/**
 * A WOFF 2.0 file (W3C Recommendation, 2018) as the plain TrueType font it was made from. The libraries for text and
 * PDF read variable fonts only in that form; hinting, which nothing here uses, is left behind.
 * @param most bytes that it may unpack to.
 * @throws FontTooLarge when it unpacks to more; RangeError, TypeError or one of zlib's when it is broken.
 */
export function sfntFromWoff2(file: Buffer, most: number = constants.MAX_LENGTH): Buffer {
  const reader = new ByteReader(file);
  if (reader.take(4).toString("latin1") !== "wOF2") throw new TypeError("This is not a WOFF 2.0 font.");
  const flavor = reader.u32();
  reader.at = 12;
  const count = reader.u16();
  reader.at = 20;
  const compressedLength = reader.u32();
  reader.at = 48;
  const entries = Array.from({ length: count }, () => readEntry(reader));
  const data = new ByteReader(decompressed(reader.take(compressedLength), most));
  const stored = new Map(entries.map((entry) => [entry.tag, { ...entry, bytes: data.take(entry.length) }]));

  const tables = new Map<string, Buffer>([...stored].map(([tag, { bytes }]) => [tag, bytes]));
  const glyf = stored.get("glyf");
  if (glyf?.transformed) {
    const glyphs = restoreGlyphs(glyf.bytes);
    tables.set("glyf", glyphs.glyf);
    tables.set("loca", glyphs.loca);
    const head = Buffer.from(tableOf(tables, "head"));
    head.writeInt16BE(1, 50);
    tables.set("head", head);
    const hmtx = stored.get("hmtx");
    if (hmtx?.transformed) {
      const longMetrics = tableOf(tables, "hhea").readUInt16BE(34);
      tables.set("hmtx", restoreMetrics(hmtx.bytes, longMetrics, glyphs.leftEdges));
    }
  }
  return sfntOf(flavor, tables);
}

function decompressed(bytes: Buffer, most: number): Buffer {
  try {
    return brotliDecompressSync(bytes, { maxOutputLength: most });
  } catch (thrown) {
    if (thrown instanceof Error && "code" in thrown && thrown.code === "ERR_BUFFER_TOO_LARGE")
      throw new FontTooLarge({ cause: thrown });
    throw thrown;
  }
}

function readEntry(reader: ByteReader): Entry {
  const flags = reader.u8();
  const tag = (flags & 63) === 63 ? reader.take(4).toString("latin1") : knownTags[flags & 63];
  const version = flags >> 6;
  // For outlines version 0 is the packed form and 3 the plain one; for all else 0 is the plain one.
  const transformed = tag === "glyf" || tag === "loca" ? version !== 3 : version !== 0;
  const length = reader.base128();
  return { tag, transformed, length: transformed ? reader.base128() : length };
}

function tableOf(tables: ReadonlyMap<string, Buffer>, tag: string): Buffer {
  const table = tables.get(tag);
  if (!table) throw new TypeError(`The font has no ${tag} table.`);
  return table;
}

/** Section 5.4: side bearings that equal the glyph's left edge were left out. */
function restoreMetrics(bytes: Buffer, longMetrics: number, leftEdges: Int16Array): Buffer {
  const reader = new ByteReader(bytes);
  const flags = reader.u8();
  const advances = Array.from({ length: longMetrics }, () => reader.u16());
  const hmtx = Buffer.alloc(4 * longMetrics + 2 * (leftEdges.length - longMetrics));
  let at = 0;
  for (let i = 0; i < leftEdges.length; i++) {
    if (i < longMetrics) at = hmtx.writeUInt16BE(advances[i], at);
    const isImplied = flags & (i < longMetrics ? 1 : 2);
    at = hmtx.writeInt16BE(isImplied ? leftEdges[i] : reader.i16(), at);
  }
  return hmtx;
}

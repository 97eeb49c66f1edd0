import { tablesOf } from "@/lib/fonts/sfnt";
import { pointsOfGlyphs } from "./glyph-cost";

/** What letters are measured and drawn by: no hints, no pictures, no state machines of AAT. */
const kept = new Set(
  "cmap head hhea hmtx maxp name OS/2 post glyf loca CFF_ CFF2 VORG fvar gvar avar HVAR MVAR GDEF GSUB GPOS kern"
    .split(" ")
    .map((tag) => tag.replaceAll("_", " ")),
);
const needed = ["cmap", "head", "hhea", "hmtx", "maxp", "post"];

/** Units of an em that OpenType allows ("head"). */
const [fewestUnits, mostUnits] = [16, 16_384];
const unitsAt = 18;

export interface SoundFont {
  /** Those that letters need, by their tags. */
  tables: Map<string, Buffer>;
  /** Of all TrueType outlines; null where the outlines are of CFF. */
  points: number | null;
}

/**
 * A plain font as far as letters need it.
 * @throws RangeError or TypeError when one is missing or its glyphs would cost more to draw than any font's.
 */
export function soundFont(sfnt: Buffer): SoundFont {
  const tables = new Map([...tablesOf(sfnt)].filter(([tag]) => kept.has(tag)));
  for (const tag of needed) tableOf(tables, tag);
  const units = tableOf(tables, "head").readUInt16BE(unitsAt);
  if (units < fewestUnits || units > mostUnits) throw new RangeError("The font has no size.");
  if (tables.has("glyf")) {
    tables.set("loca", closedLoca(tables));
    return { tables, points: pointsOfGlyphs(tableOf(tables, "glyf"), offsetsOf(tables)) };
  }
  if (!tables.has("CFF ") && !tables.has("CFF2")) throw new TypeError("The font has no outlines.");
  return { tables, points: null };
}

function tableOf(tables: ReadonlyMap<string, Buffer>, tag: string): Buffer {
  const table = tables.get(tag);
  if (table === undefined) throw new TypeError(`The font has no ${tag} table.`);
  return table;
}

const locaFormatAt = 50;

/** With its end said twice, so that no glyph begins there. */
function closedLoca(tables: ReadonlyMap<string, Buffer>): Buffer {
  const loca = tableOf(tables, "loca");
  const size = entrySize(tables);
  const whole = loca.subarray(0, loca.length - (loca.length % size));
  return Buffer.concat([whole, whole.subarray(-size)]);
}

function entrySize(tables: ReadonlyMap<string, Buffer>): 2 | 4 {
  return tableOf(tables, "head").readInt16BE(locaFormatAt) === 0 ? 2 : 4;
}

/** Where each glyph begins in `glyf`, in bytes. */
function offsetsOf(tables: ReadonlyMap<string, Buffer>): number[] {
  const loca = tableOf(tables, "loca");
  const size = entrySize(tables);
  return Array.from({ length: loca.length / size }, (_, glyph) =>
    size === 2 ? 2 * loca.readUInt16BE(2 * glyph) : loca.readUInt32BE(4 * glyph),
  );
}

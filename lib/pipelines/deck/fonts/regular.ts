import type { Font, Glyph } from "fontkit";
import { sfntOf, tablesOf } from "@/lib/fonts/sfnt";
import { createdFont } from "./created-font";
import { glyfEntry } from "./glyf";
import { nameTable } from "./name-table";
import { axesOf } from "./record";

/** What says how a font varies, and hints for outlines that are not these. */
const dropped = new Set(["fvar", "gvar", "avar", "HVAR", "VVAR", "MVAR", "STAT", "cvar", "cvt ", "fpgm", "prep"]);

/** Places in tables (OpenType): the format of `loca`, the number of advances, the weight, the left edge of an outline. */
const [locaFormatAt, advanceCountAt, weightAt, leftEdgeAt] = [50, 34, 4, 2];

/** The regular weight. */
const weight = 400;

/**
 * A variable TrueType font as a plain one of the regular weight, for resvg, which draws only the instance that a font stands at:
 * of Noto Sans in Hebrew, Chinese, Japanese and Korean its thinnest, and under that one's name. A font that stands there
 * already is itself.
 * @param sfnt with `glyf` outlines. @param family as it is asked for.
 */
export function regularOf(sfnt: Buffer, family: string): Buffer {
  const variable = tablesOf(sfnt);
  const axis = axesOf(variable.get("fvar") ?? null).get("wght");
  if (axis === undefined || axis[1] === weight || !variable.has("glyf")) return sfnt;
  const tables = stillTables(variable, createdFont(sfnt).getVariation({ wght: weight }));
  tables.set("name", nameTable(family, "Regular"));
  change(tables, "OS/2", weightAt, weight);
  return sfntOf(sfnt.readUInt32BE(0), tables);
}

/** Tables of a TrueType font that looks always as this one does at its place on its axes. */
export function stillTables(variable: ReadonlyMap<string, Buffer>, varied: Font): Map<string, Buffer> {
  const tables = new Map(variable);
  const glyphs = Array.from({ length: varied.numGlyphs }, (_, id) => varied.getGlyph(id));
  for (const tag of dropped) tables.delete(tag);
  const outlines = glyphs.map(glyfEntry).map(evenly);
  tables.set("glyf", Buffer.concat(outlines));
  tables.set("loca", locaOf(outlines));
  tables.set("hmtx", advancesOf(glyphs, outlines));
  change(tables, "head", locaFormatAt, 1);
  change(tables, "hhea", advanceCountAt, glyphs.length);
  return tables;
}

const evenly = (entry: Buffer): Buffer => Buffer.concat([entry, Buffer.alloc(-entry.length & 3)]);

function locaOf(outlines: readonly Buffer[]): Buffer {
  const loca = Buffer.alloc(4 * (outlines.length + 1));
  let end = 0;
  for (const [id, { length }] of outlines.entries()) {
    end += length;
    loca.writeUInt32BE(end, 4 * (id + 1));
  }
  return loca;
}

/** An advance and a left edge for each glyph. */
function advancesOf(glyphs: readonly Glyph[], outlines: readonly Buffer[]): Buffer {
  const hmtx = Buffer.alloc(4 * glyphs.length);
  for (const [id, { advanceWidth }] of glyphs.entries()) {
    hmtx.writeUInt16BE(Math.max(0, Math.round(advanceWidth)), 4 * id);
    if (outlines[id].length > 0) outlines[id].copy(hmtx, 4 * id + 2, leftEdgeAt, leftEdgeAt + 2);
  }
  return hmtx;
}

function change(tables: Map<string, Buffer>, tag: string, at: number, value: number): void {
  const table = tables.get(tag);
  if (table === undefined) throw new TypeError(`The font has no ${tag} table.`);
  const changed = Buffer.from(table);
  changed.writeUInt16BE(value, at);
  tables.set(tag, changed);
}

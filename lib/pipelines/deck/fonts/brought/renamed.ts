import { sfntOf } from "@/lib/fonts/sfnt";
import { nameTable } from "../name-table";

export interface DrawnAs {
  family: string;
  weight: number;
  /** In percent of normal. */
  stretch: number;
  italic: boolean;
  bold: boolean;
}

/** Places in tables (OpenType), in bytes: weight, width and style in `OS/2`, style in `head`. */
const [weightAt, widthAt, selectionAt, macStyleAt] = [4, 6, 62, 44];
/** Bits of the two styles. */
const selection = { italic: 1, bold: 0x20, regular: 0x40 };
const macStyle = { bold: 1, italic: 2 };

/** Widths in percent of normal that OpenType numbers from 1 on ("OS/2", usWidthClass). */
const widths = [50, 62.5, 75, 87.5, 100, 112.5, 125, 150, 200];

/** A plain font of these tables under a name and style; what it says of axes is left out. */
export function renamed(tables: ReadonlyMap<string, Buffer>, as: DrawnAs): Buffer {
  const named = new Map(tables);
  for (const tag of ["fvar", "gvar", "avar", "HVAR", "MVAR"]) named.delete(tag);
  named.set("name", nameTable(as.family, as.bold ? "Bold" : "Regular"));
  named.set("OS/2", styledOs2(tables.get("OS/2"), as));
  const head = Buffer.from(tables.get("head") as Buffer);
  head.writeUInt16BE((as.bold ? macStyle.bold : 0) | (as.italic ? macStyle.italic : 0), macStyleAt);
  named.set("head", head);
  return sfntOf(tables.has("glyf") ? 0x00010000 : 0x4f54544f, named);
}

/** Version 0 of the table, all its numbers 0, where the font has none. */
function styledOs2(own: Buffer | undefined, { weight, stretch, italic, bold }: DrawnAs): Buffer {
  const os2 = own === undefined || own.length < 78 ? Buffer.alloc(78) : Buffer.from(own);
  os2.writeUInt16BE(Math.round(weight), weightAt);
  os2.writeUInt16BE(widthClass(stretch), widthAt);
  os2.writeUInt16BE((italic ? selection.italic : 0) | (bold ? selection.bold : 0) || selection.regular, selectionAt);
  return os2;
}

function widthClass(stretch: number): number {
  const distances = widths.map((width) => Math.abs(width - stretch));
  return 1 + distances.indexOf(Math.min(...distances));
}

import type { Font } from "fontkit";
import { type Coverage, cmapCoverage } from "./coverage";
import { type FontNames, readNames } from "./names";
import { openedFile } from "./opened-file";
import type { Sfnt } from "./sfnt";

/** Smallest, usual and largest value of a variation axis; the usual one is null where only the font itself can say. */
export type Axis = readonly [number, number | null, number];

/** What is known of a font before it is opened. */
export interface FontRecord {
  /** Its path, or what a document calls it that brought it along. */
  file: string;
  index: number;
  names: FontNames;
  /** 1 to 1000. */
  weight: number;
  /** In percent of normal. */
  stretch: number;
  italic: boolean;
  /** Office programs reach it as the bold face of its legacy family. */
  bold: boolean;
  axes: ReadonlyMap<string, Axis>;
  /** Holds no outlines of its own but pictures. */
  colour: boolean;
  /** Whether it came along with the document. */
  brought?: true;
  coverage(): Pick<Coverage, "has">;
  open(): Font;
}

const stretches = [50, 62.5, 75, 87.5, 100, 112.5, 125, 150, 200];

/** Reads name, style and axes of a font; null when it has no name. */
export function recordOf(sfnt: Sfnt): FontRecord | null {
  const nameTable = sfnt.table("name");
  const names = nameTable === null ? null : readNames(nameTable);
  if (names === null) return null;
  const os2 = sfnt.table("OS/2");
  const style = os2 !== null && os2.length >= 64 ? os2.readUInt16BE(62) : 0;
  let coverage: Coverage | undefined;
  return {
    file: sfnt.file,
    index: sfnt.index,
    names,
    weight: os2 === null || os2.length < 8 ? 400 : Math.min(1000, Math.max(1, os2.readUInt16BE(4))),
    stretch: os2 === null || os2.length < 8 ? 100 : (stretches[os2.readUInt16BE(6) - 1] ?? 100),
    italic: (style & 0x201) !== 0,
    bold: (style & 0x20) !== 0,
    axes: axesOf(sfnt.table("fvar")),
    colour: /emoji/i.test(names.family),
    open: () => openedFile(sfnt.file, sfnt.index),
    coverage() {
      coverage ??= cmapCoverage(sfnt.table("cmap"));
      return coverage;
    },
  };
}

/** Axes by tag, of a font's `fvar` table. */
export function axesOf(fvar: Buffer | null): Map<string, Axis> {
  const axes = new Map<string, Axis>();
  if (fvar === null || fvar.length < 16) return axes;
  const [start, count, size] = [fvar.readUInt16BE(4), fvar.readUInt16BE(8), fvar.readUInt16BE(10)];
  for (let at = start; at + 20 <= fvar.length && at < start + count * size; at += size) {
    const value = (offset: number) => fvar.readInt32BE(at + offset) / 65536;
    axes.set(fvar.toString("latin1", at, at + 4), [value(4), value(8), value(12)]);
  }
  return axes;
}

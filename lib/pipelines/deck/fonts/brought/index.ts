import type { Axes, Fonts } from "..";
import type { Face } from "../face";
import { FaceShelf } from "../face-shelf";
import { type FaceStyle, matchFace } from "../matching";
import type { BroughtRecord } from "./record";

/** A character that every face for text may stand for: the face that may gives lines their metrics (CSS Fonts 4, 5.2). */
const space = 0x20;

/** The fonts that one document brings along, and behind them those of the machine. */
export class BroughtFonts implements Fonts {
  private readonly shelf = new FaceShelf();
  private readonly byFamily = new Map<string, BroughtRecord[]>();

  /** @param records in the order of their rules: the later one goes before the earlier (CSS Fonts 4, 4.5). */
  constructor(
    records: readonly BroughtRecord[],
    private readonly others: Fonts,
  ) {
    for (const record of records.toReversed()) {
      const name = record.names.family.toLowerCase();
      this.byFamily.set(name, [...(this.byFamily.get(name) ?? []), record]);
    }
  }

  find(families: readonly string[], style: FaceStyle, codePoint?: number, axes: Axes = {}): Face | null {
    for (const family of families) {
      const face = this.inFamily(family, style, codePoint, axes);
      if (face !== null) return face;
    }
    return this.others.lastResort(style, codePoint, axes);
  }

  inFamily(family: string, style: FaceStyle, codePoint: number | undefined, axes: Axes): Face | null {
    const records = (this.byFamily.get(family.toLowerCase()) ?? []).filter((record) =>
      codePoint === undefined ? record.ranges.has(space) : record.coverage().has(codePoint),
    );
    const record = matchFace(records, style);
    if (record === undefined) return this.others.inFamily(family, style, codePoint, axes);
    return this.shelf.face(record, style, axes);
  }

  lastResort(style: FaceStyle, codePoint: number | undefined, axes: Axes): Face | null {
    return this.others.lastResort(style, codePoint, axes);
  }

  askedFor(families: readonly string[], face: Face): string | null {
    return this.others.askedFor(families, face);
  }

  buffers(families: readonly string[], svg: string): Uint8Array[] {
    const own = families.flatMap((family) => this.byFamily.get(family.toLowerCase()) ?? []);
    const characters = [...new Set(svg)].map((character) => character.codePointAt(0) ?? 0);
    const needed = [...new Set(own)].filter((record) => characters.some((one) => record.coverage().has(one)));
    const others = families.filter((family) => !this.byFamily.has(family.toLowerCase()));
    return [...needed.flatMap((record) => record.drawable()), ...this.others.buffers(others, svg)];
  }
}

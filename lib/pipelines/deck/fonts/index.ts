import { bundledRecords } from "./bundled";
import { drawableFont } from "./drawable";
import type { Face } from "./face";
import { FaceShelf } from "./face-shelf";
import { fontFiles, systemFolders } from "./folders";
import { familiesFor, generics } from "./generic";
import { type FaceStyle, matchFace } from "./matching";
import { type FontRecord, recordOf } from "./record";
import { sfntsOf } from "./sfnt";

export type { Face } from "./face";
export { generics } from "./generic";
export type { FaceStyle } from "./matching";

/** Records of folders read before in this process. */
const known = new Map<string, FontRecord[]>();

function recordsBelow(folder: string): FontRecord[] {
  const before = known.get(folder);
  if (before !== undefined) return before;
  const records = fontFiles(folder).flatMap(sfntsOf).map(recordOf);
  const read = records.filter((record) => record !== null);
  known.set(folder, read);
  return read;
}

/** Fonts, found by family as CSS does, and by character where a family has none. */
export interface Fonts {
  /**
   * The face for a character: of the first family that has it, else of any font that has it (CSS Fonts 4, 5.3).
   * @param families as CSS names them, generic ones included.
   * @param codePoint undefined for the face that gives lines their metrics.
   * @param axes of `font-variation-settings`, which win over the style.
   * @returns null when no font at all has the character.
   */
  find(families: readonly string[], style: FaceStyle, codePoint?: number, axes?: Axes): Face | null;
  /** The same of one family only. */
  inFamily(family: string, style: FaceStyle, codePoint: number | undefined, axes: Axes): Face | null;
  /** The same of any font that has the character. */
  lastResort(style: FaceStyle, codePoint: number | undefined, axes: Axes): Face | null;
  /**
   * The name by which the face is one of these families: the family asked for when it is the face's own or that of a
   * face of the same widths, the face's own for a generic one; null when it stands in for all of them.
   */
  askedFor(families: readonly string[], face: Face): string | null;
  /**
   * The fonts a picture needs that asks for these families, for resvg; the last resort is always among them. Of
   * families that come in many files, by characters, those that have one of the markup's.
   */
  buffers(families: readonly string[], svg: string): Uint8Array[];
}

/** Places on the axes of a variable font by their tags. */
export type Axes = Readonly<Record<string, number>>;

/** The fonts of the machine and those that come with us. Read when first asked. */
export class FontBook implements Fonts {
  private readonly shelf = new FaceShelf();
  private readonly fallbacks = new Map<string, FontRecord | null>();
  private read: { all: FontRecord[]; byName: Map<string, FontRecord[]> } | undefined;

  /** @param folders read before those of TRACEPRESS_FONTS and the system. */
  constructor(private readonly folders: readonly string[] = []) {}

  private get records() {
    this.read ??= this.index();
    return this.read;
  }

  private index(): { all: FontRecord[]; byName: Map<string, FontRecord[]> } {
    const all = [...this.folders, ...systemFolders()].flatMap(recordsBelow);
    const bundled = bundledRecords();
    // A family of the machine's own has all its weights: it is not mixed with ours.
    return { all: [...all, ...bundled], byName: new Map([...named(bundled), ...named(all)]) };
  }

  find(families: readonly string[], style: FaceStyle, codePoint?: number, axes: Axes = {}): Face | null {
    for (const family of families) {
      const face = this.inFamily(family, style, codePoint, axes);
      if (face !== null) return face;
    }
    return this.lastResort(style, codePoint, axes);
  }

  inFamily(family: string, style: FaceStyle, codePoint: number | undefined, axes: Axes): Face | null {
    for (const name of familiesFor(family)) {
      const record = this.match(name, style, codePoint);
      if (record !== undefined) return this.shelf.face(record, style, axes);
    }
    return null;
  }

  lastResort(style: FaceStyle, codePoint: number | undefined, axes: Axes): Face | null {
    const record = this.fallback(style, codePoint);
    return record === null ? null : this.shelf.face(record, style, axes);
  }

  askedFor(families: readonly string[], { record }: Face): string | null {
    const own = new Set(
      [...record.names.aliases, record.names.full, record.names.family].map((name) => name.toLowerCase()),
    );
    for (const family of families) {
      const names = familiesFor(family);
      if (!names.some((name) => own.has(name.toLowerCase()))) continue;
      return names[0] === family ? family : record.names.family;
    }
    return families.length === 0 ? record.names.family : null;
  }

  private match(name: string, style: FaceStyle, codePoint: number | undefined): FontRecord | undefined {
    const named = this.records.byName.get(name.toLowerCase());
    if (named === undefined) return undefined;
    if (codePoint === undefined) return matchFace(named, style);
    const face = matchFace(named, style);
    if (face?.coverage().has(codePoint)) return face;
    const having = named.filter((record) => record.coverage().has(codePoint));
    return having.length === 0 ? undefined : matchFace(having, style);
  }

  private fallback(style: FaceStyle, codePoint: number | undefined): FontRecord | null {
    const key = `${codePoint} ${style.weight} ${style.stretch} ${style.italic}`;
    const before = this.fallbacks.get(key);
    if (before !== undefined) return before;
    for (const name of generics["sans-serif"]) {
      const face = this.match(name, style, codePoint);
      if (face !== undefined) return this.remember(key, face);
    }
    const having = this.records.all.filter((record) => codePoint === undefined || record.coverage().has(codePoint));
    const family = having[0]?.names.family;
    const faces = having.filter(({ names }) => names.family === family);
    return this.remember(key, faces.length === 0 ? null : (matchFace(faces, style) ?? null));
  }

  private remember(key: string, record: FontRecord | null): FontRecord | null {
    this.fallbacks.set(key, record);
    return record;
  }

  buffers(families: readonly string[], svg: string): Uint8Array[] {
    const characters = [...new Set(svg)].map((character) => character.codePointAt(0) ?? 0);
    const known = (name: string) => this.records.byName.get(name.toLowerCase());
    const records = [...families, "sans-serif"].flatMap(
      (family) => known(familiesFor(family).find((name) => known(name) !== undefined) ?? family) ?? [],
    );
    const needed = records.filter(
      ({ file, coverage }) => !file.endsWith(".woff2") || characters.some((one) => coverage().has(one)),
    );
    const byFile = new Map(needed.map((record) => [record.file, record]));
    return [...byFile.values()].map(drawableFont);
  }
}

/** Records by each of their names, in lower case. */
function named(records: readonly FontRecord[]): Map<string, FontRecord[]> {
  const byName = new Map<string, FontRecord[]>();
  for (const record of records) {
    for (const alias of new Set([...record.names.aliases, record.names.full].map((name) => name.toLowerCase()))) {
      const known = byName.get(alias);
      if (known === undefined) byName.set(alias, [record]);
      else known.push(record);
    }
  }
  return byName;
}

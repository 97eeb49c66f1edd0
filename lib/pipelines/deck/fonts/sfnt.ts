import { closeSync, openSync, readSync } from "node:fs";

/** Tables of one font in a file, read one by one, so that naming a font costs a few hundred bytes. */
export interface Sfnt {
  file: string;
  /** Which font of a collection; 0 for a plain file. */
  index: number;
  table(tag: string): Buffer | null;
}

const signatures = new Set([0x00010000, 0x4f54544f, 0x74727565]);
const collection = 0x74746366;

/** The fonts of a TrueType or OpenType file or collection (OpenType 1.9, "The OpenType font file"); none when it is not one. */
export function sfntsOf(file: string): Sfnt[] {
  const head = readAt(file, 0, 12);
  if (head === null) return [];
  if (signatures.has(head.readUInt32BE(0))) return [sfntAt(file, 0, 0)];
  if (head.readUInt32BE(0) !== collection) return [];
  const count = Math.min(head.readUInt32BE(8), 256);
  const offsets = readAt(file, 12, 4 * count);
  if (offsets === null) return [];
  return Array.from({ length: count }, (_, index) => sfntAt(file, offsets.readUInt32BE(4 * index), index));
}

function sfntAt(file: string, offset: number, index: number): Sfnt {
  let directory: Map<string, { offset: number; length: number }> | undefined;
  return {
    file,
    index,
    table(tag) {
      directory ??= directoryAt(file, offset);
      const entry = directory.get(tag);
      return entry === undefined ? null : readAt(file, entry.offset, entry.length);
    },
  };
}

function directoryAt(file: string, offset: number): Map<string, { offset: number; length: number }> {
  const tables = new Map<string, { offset: number; length: number }>();
  const count = readAt(file, offset + 4, 2)?.readUInt16BE(0) ?? 0;
  const entries = readAt(file, offset + 12, 16 * count);
  for (let at = 0; entries !== null && at < 16 * count; at += 16) {
    const tag = entries.toString("latin1", at, at + 4);
    tables.set(tag, { offset: entries.readUInt32BE(at + 8), length: entries.readUInt32BE(at + 12) });
  }
  return tables;
}

/** Longest table read, in bytes: no `name`, `OS/2`, `fvar` or `cmap` comes near it. */
const longest = 16 * 1024 * 1024;

function readAt(file: string, offset: number, length: number): Buffer | null {
  if (length > longest) return null;
  let handle: number | undefined;
  try {
    handle = openSync(file, "r");
    const bytes = Buffer.alloc(length);
    return readSync(handle, bytes, 0, length, offset) === length ? bytes : null;
  } catch {
    return null;
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

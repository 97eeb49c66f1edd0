/** Names of a font (OpenType `name` table). */
export interface FontNames {
  /** Name 1: the family of at most four faces that office programs ask for, such as `Noto Sans Black`. */
  legacyFamily: string;
  /** Name 16, else name 1: the family CSS asks for, such as `Noto Sans`. */
  family: string;
  /** Name 4. */
  full: string;
  /** Names 1 and 16 in all languages. */
  aliases: string[];
}

const legacy = 1;
const full = 4;
const typographic = 16;

/** @returns null when the table is broken or names no family. */
export function readNames(table: Buffer): FontNames | null {
  try {
    const records = [...recordsOf(table)];
    const legacyFamily = chosen(records, legacy);
    const family = chosen(records, typographic) ?? legacyFamily;
    if (family === undefined) return null;
    const families = records.filter(({ id }) => id === legacy || id === typographic).map(({ text }) => text);
    const aliases = [...new Set(families)];
    return { legacyFamily: legacyFamily ?? family, family, full: chosen(records, full) ?? family, aliases };
  } catch {
    return null;
  }
}

interface NameRecord {
  id: number;
  english: boolean;
  text: string;
}

function chosen(records: readonly NameRecord[], id: number): string | undefined {
  const named = records.filter((record) => record.id === id);
  return (named.find(({ english }) => english) ?? named[0])?.text;
}

function* recordsOf(table: Buffer): Generator<NameRecord> {
  const count = table.readUInt16BE(2);
  const strings = table.readUInt16BE(4);
  for (let index = 0; index < count; index++) {
    const at = 6 + 12 * index;
    const platform = table.readUInt16BE(at);
    const language = table.readUInt16BE(at + 4);
    const id = table.readUInt16BE(at + 6);
    const start = strings + table.readUInt16BE(at + 10);
    const bytes = table.subarray(start, start + table.readUInt16BE(at + 8));
    const text = platform === 1 ? bytes.toString("latin1") : utf16(bytes);
    if (text !== "") yield { id, english: platform === 3 ? language === 0x409 : language === 0, text };
  }
}

function utf16(bytes: Buffer): string {
  return Buffer.from(bytes.subarray(0, bytes.length & ~1))
    .swap16()
    .toString("utf16le");
}

/**
 * Tables as one plain font file (OpenType, "Organization of an OpenType Font"). Checksums, which nothing here reads, are 0.
 * @param flavor the file's first four bytes, which tell outlines of TrueType from those of CFF.
 */
export function sfntOf(flavor: number, tables: ReadonlyMap<string, Buffer>): Buffer {
  const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1));
  const header = Buffer.alloc(12 + 16 * sorted.length);
  header.writeUInt32BE(flavor, 0);
  header.writeUInt16BE(sorted.length, 4);
  const parts: Buffer[] = [header];
  let offset = header.length;
  for (const [i, [tag, bytes]] of sorted.entries()) {
    const at = 12 + 16 * i;
    header.write(tag, at, "latin1");
    header.writeUInt32BE(offset, at + 8);
    header.writeUInt32BE(bytes.length, at + 12);
    const padding = -bytes.length & 3;
    parts.push(bytes, Buffer.alloc(padding));
    offset += bytes.length + padding;
  }
  return Buffer.concat(parts);
}

/**
 * The tables of a plain font file by their tags.
 * @throws RangeError when the file ends before its directory of tables.
 */
export function tablesOf(sfnt: Buffer): Map<string, Buffer> {
  const tables = new Map<string, Buffer>();
  for (let entry = 0; entry < sfnt.readUInt16BE(4); entry++) {
    const at = 12 + 16 * entry;
    const [offset, length] = [sfnt.readUInt32BE(at + 8), sfnt.readUInt32BE(at + 12)];
    tables.set(sfnt.toString("latin1", at, at + 4), sfnt.subarray(offset, offset + length));
  }
  return tables;
}

/** Windows, Unicode, English of the United States (OpenType, "name"). */
const [platform, encoding, language] = [3, 1, 0x409];
const headerBytes = 6;
const recordBytes = 12;

/** A font's `name` table that says no more than what a font must: family, style, both, and both without spaces. */
export function nameTable(family: string, style: string): Buffer {
  const names: [id: number, text: string][] = [
    [1, family],
    [2, style],
    [4, `${family} ${style}`],
    [6, `${family}-${style}`.replaceAll(" ", "")],
  ];
  const texts = names.map(([, text]) => Buffer.from(text, "utf16le").swap16());
  const head = Buffer.alloc(headerBytes + recordBytes * names.length);
  head.writeUInt16BE(names.length, 2);
  head.writeUInt16BE(head.length, 4);
  let offset = 0;
  for (const [index, [id]] of names.entries()) {
    let at = headerBytes + recordBytes * index;
    for (const field of [platform, encoding, language, id, texts[index].length, offset])
      at = head.writeUInt16BE(field, at);
    offset += texts[index].length;
  }
  return Buffer.concat([head, ...texts]);
}

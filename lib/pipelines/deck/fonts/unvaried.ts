/** Of an sfnt's header and of an entry of its table directory, in bytes (OpenType, "Organization of an OpenType Font"). */
const headerLength = 12;
const entryLength = 16;

/**
 * A font without the deltas of its glyphs along its axes (`gvar`), by hiding that table: it looks as it usually does.
 * resvg draws no other instance, and of a glyph with more than 32 deltas, as in Roboto Flex, it draws nothing at all.
 * Collections stay as they are.
 * @param bytes of a font; they are changed.
 */
export function unvaried(bytes: Buffer): Buffer {
  const count = bytes.length < headerLength ? 0 : bytes.readUInt16BE(4);
  const end = Math.min(bytes.length - entryLength, headerLength + entryLength * (count - 1));
  if (bytes.toString("latin1", 0, 4) === "ttcf") return bytes;
  for (let at = headerLength; at <= end; at += entryLength) {
    // The directory stays in order.
    if (bytes.toString("latin1", at, at + 4) === "gvar") bytes.write("gvaz", at, "latin1");
  }
  return bytes;
}

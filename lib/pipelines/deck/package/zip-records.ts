/** What a ZIP says of one part. Sizes and `offset`, where its record begins, in bytes. */
export interface ZipPart {
  name: string;
  /** CRC-32 of the content. */
  crc: number;
  compressed: number;
  size: number;
  offset: number;
}

/** 1980-01-01, the earliest date a ZIP can hold, as MS-DOS has it; one for all, so that the same parts give the same bytes. */
const date = (1 << 5) | 1;
/** Version 2.0 reads deflate; 4.5 reads ZIP64. */
const [plainVersion, largeVersion] = [20, 45];
const deflated = 8;
/** Bit 11: the name is UTF-8. */
const utf8 = 1 << 11;
/** Made on Unix: the upper half of its attributes is a file mode, here a plain file that all may read. */
const unix = 3 << 8;
const mode = 0o100644 * 2 ** 16;
/** What a field of 16 or 32 bits says when the ZIP64 record holds the figure. */
const [full16, full32] = [0xffff, 0xffff_ffff];

/** What stands before a part's content (APPNOTE 4.3.7). */
export function localRecord({ name, crc, compressed, size }: ZipPart): Buffer {
  const title = Buffer.from(name);
  const record = Buffer.alloc(30);
  record.writeUInt32LE(0x04034b50, 0);
  writeShared(record, 4, { crc, compressed, size, name: title.length });
  return Buffer.concat([record, title]);
}

/** What the directory at the end says of a part (APPNOTE 4.3.12); a part beyond 4 GiB has its place in ZIP64 (4.5.3). */
export function directoryRecord({ name, crc, compressed, size, offset }: ZipPart): Buffer {
  const title = Buffer.from(name);
  const isFar = offset >= full32;
  const extra = Buffer.alloc(isFar ? 12 : 0);
  if (isFar) {
    extra.writeUInt16LE(1, 0);
    extra.writeUInt16LE(8, 2);
    extra.writeBigUInt64LE(BigInt(offset), 4);
  }
  const record = Buffer.alloc(46);
  record.writeUInt32LE(0x02014b50, 0);
  record.writeUInt16LE(unix | largeVersion, 4);
  writeShared(record, 6, { crc, compressed, size, name: title.length });
  record.writeUInt16LE(extra.length, 30);
  record.writeUInt32LE(mode, 38);
  record.writeUInt32LE(isFar ? full32 : offset, 42);
  return Buffer.concat([record, title, extra]);
}

/** The fields that both records have alike, from the version on. */
function writeShared(
  record: Buffer,
  at: number,
  part: Pick<ZipPart, "crc" | "compressed" | "size"> & { name: number },
) {
  record.writeUInt16LE(plainVersion, at);
  record.writeUInt16LE(utf8, at + 2);
  record.writeUInt16LE(deflated, at + 4);
  record.writeUInt16LE(date, at + 8);
  record.writeUInt32LE(part.crc, at + 10);
  record.writeUInt32LE(part.compressed, at + 14);
  record.writeUInt32LE(part.size, at + 18);
  record.writeUInt16LE(part.name, at + 22);
}

/**
 * What ends a ZIP, after its directory (APPNOTE 4.3.14 to 4.3.16); more than 65,534 parts or 4 GiB need ZIP64.
 * @param directory where it begins and its length, in bytes.
 */
export function endRecords(parts: number, directory: { offset: number; length: number }): Buffer {
  const isLarge = parts >= full16 || directory.offset + directory.length >= full32;
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Math.min(parts, full16), 8);
  end.writeUInt16LE(Math.min(parts, full16), 10);
  end.writeUInt32LE(Math.min(directory.length, full32), 12);
  end.writeUInt32LE(isLarge ? full32 : directory.offset, 16);
  return isLarge ? Buffer.concat([largeEnd(parts, directory), end]) : end;
}

function largeEnd(parts: number, { offset, length }: { offset: number; length: number }): Buffer {
  const record = Buffer.alloc(56 + 20);
  record.writeUInt32LE(0x06064b50, 0);
  record.writeBigUInt64LE(44n, 4);
  record.writeUInt16LE(unix | largeVersion, 12);
  record.writeUInt16LE(largeVersion, 14);
  record.writeBigUInt64LE(BigInt(parts), 24);
  record.writeBigUInt64LE(BigInt(parts), 32);
  record.writeBigUInt64LE(BigInt(length), 40);
  record.writeBigUInt64LE(BigInt(offset), 48);
  record.writeUInt32LE(0x07064b50, 56);
  record.writeBigUInt64LE(BigInt(offset + length), 64);
  record.writeUInt32LE(1, 72);
  return record;
}

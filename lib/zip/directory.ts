/** What a ZIP says about one file. Sizes are bytes; `packedSize` is what it takes in the archive. */
export interface FileRecord {
  name: string;
  method: "stored" | "deflated";
  crc32: number;
  size: number;
  packedSize: number;
}

/** From here on a 32-bit (16-bit) field holds no number but "see the ZIP64 record". */
const full32 = 0xffff_ffff;
const full16 = 0xffff;
const methods = { stored: 0, deflated: 8 };
/** Names are UTF-8. */
const utf8Flag = 0x0800;
/** Made on Unix, a plain file that its owner may write. */
const madeBy = 3 << 8;
const fileMode = 0o100644 * 0x10000;

/**
 * The arithmetic of a ZIP (PKWARE APPNOTE 6.3.10): what stands before each file and after the last one. Files come in
 * the order in which they are added, without a gap; ZIP64 (4.3.14, 4.5.3) is used exactly where a number needs it.
 */
export class ZipDirectory {
  private readonly central: Buffer[] = [];
  /** Bytes of the archive so far. */
  private offset = 0;

  constructor(private readonly date: Date) {}

  /** The bytes that stand before the file; its own follow them. */
  add(file: FileRecord): Buffer {
    const { size, packedSize } = file;
    const wide = size >= full32 || packedSize >= full32;
    const extra = wide ? zip64Extra([size, packedSize]) : Buffer.alloc(0);
    const name = Buffer.from(file.name);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x0403_4b50, 0);
    head.writeUInt16LE(wide ? 45 : 20, 4);
    this.common(head, 6, file, wide);
    head.writeUInt16LE(name.length, 26);
    head.writeUInt16LE(extra.length, 28);
    this.central.push(this.centralRecord(file, name));
    const header = Buffer.concat([head, name, extra]);
    this.offset += header.length + packedSize;
    return header;
  }

  /** The bytes that stand after the last file. */
  end(): Buffer {
    const records = Buffer.concat(this.central);
    const entries = this.central.length;
    const wide = entries >= full16 || this.offset >= full32 || records.length >= full32;
    const end = Buffer.alloc(22);
    end.writeUInt32LE(0x0605_4b50, 0);
    end.writeUInt16LE(Math.min(entries, full16), 8);
    end.writeUInt16LE(Math.min(entries, full16), 10);
    end.writeUInt32LE(wide ? full32 : records.length, 12);
    end.writeUInt32LE(wide ? full32 : this.offset, 16);
    return Buffer.concat([records, wide ? this.zip64End(entries, records.length) : Buffer.alloc(0), end]);
  }

  /** Flags, method, time, checksum and sizes: the same fields in the same order in both records of a file. */
  private common(record: Buffer, at: number, { method, crc32, size, packedSize }: FileRecord, wide: boolean): void {
    record.writeUInt16LE(utf8Flag, at);
    record.writeUInt16LE(methods[method], at + 2);
    record.writeUInt32LE(dosTime(this.date), at + 4);
    record.writeUInt32LE(crc32, at + 8);
    record.writeUInt32LE(wide ? full32 : packedSize, at + 12);
    record.writeUInt32LE(wide ? full32 : size, at + 16);
  }

  private centralRecord(file: FileRecord, name: Buffer): Buffer {
    const wideSizes = file.size >= full32 || file.packedSize >= full32;
    const far = this.offset >= full32;
    const wide = [...(wideSizes ? [file.size, file.packedSize] : []), ...(far ? [this.offset] : [])];
    const extra = wide.length > 0 ? zip64Extra(wide) : Buffer.alloc(0);
    const version = wide.length > 0 ? 45 : 20;
    const record = Buffer.alloc(46);
    record.writeUInt32LE(0x0201_4b50, 0);
    record.writeUInt16LE(madeBy | version, 4);
    record.writeUInt16LE(version, 6);
    this.common(record, 8, file, wideSizes);
    record.writeUInt16LE(name.length, 28);
    record.writeUInt16LE(extra.length, 30);
    record.writeUInt32LE(fileMode, 38);
    record.writeUInt32LE(far ? full32 : this.offset, 42);
    return Buffer.concat([record, name, extra]);
  }

  private zip64End(entries: number, centralSize: number): Buffer {
    const end = Buffer.alloc(56 + 20);
    end.writeUInt32LE(0x0606_4b50, 0);
    end.writeBigUInt64LE(44n, 4);
    end.writeUInt16LE(madeBy | 45, 12);
    end.writeUInt16LE(45, 14);
    for (const [index, value] of [entries, entries, centralSize, this.offset].entries()) {
      end.writeBigUInt64LE(BigInt(value), 24 + 8 * index);
    }
    end.writeUInt32LE(0x0706_4b50, 56);
    end.writeBigUInt64LE(BigInt(this.offset + centralSize), 64);
    end.writeUInt32LE(1, 72);
    return end;
  }
}

function zip64Extra(values: number[]): Buffer {
  const extra = Buffer.alloc(4 + 8 * values.length);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(8 * values.length, 2);
  for (const [index, value] of values.entries()) extra.writeBigUInt64LE(BigInt(value), 4 + 8 * index);
  return extra;
}

/** Date and time as ZIP keeps them, in UTC, to two seconds; what is before 1980 becomes its first day. */
function dosTime(date: Date): number {
  const year = date.getUTCFullYear();
  if (year < 1980) return 0x0021_0000;
  const day = ((year - 1980) << 9) | ((date.getUTCMonth() + 1) << 5) | date.getUTCDate();
  const time = (date.getUTCHours() << 11) | (date.getUTCMinutes() << 5) | (date.getUTCSeconds() >> 1);
  return day * 0x10000 + time;
}

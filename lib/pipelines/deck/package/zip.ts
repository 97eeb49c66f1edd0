import { type FileHandle, open } from "node:fs/promises";
import { promisify } from "node:util";
import { gzip, gzipSync } from "node:zlib";
import { ZipDirectory } from "@/lib/zip/directory";

/** Higher ones take half as long again and save a fiftieth. */
const level = 5;
/** Contents below so many bytes are compressed at once: handing them to another thread takes longer. */
const small = 32 * 1024;
/** Bytes that wait to be written together. */
const waitingBytes = 256 * 1024;
/** Before and after what gzip compressed (RFC 1952): a header, then the CRC-32 and the length. */
const [gzipHead, gzipTail] = [10, 8];

const compress = promisify(gzip);

/** Content as it stands in a ZIP; any number of parts may have it. */
export interface Packed {
  crc32: number;
  /** Bytes before compression. */
  size: number;
  body: Buffer;
}

/** @param compressed whether the content is compressed already, as pictures are. */
export async function packed(content: Uint8Array, compressed: boolean): Promise<Packed> {
  const how = { level: compressed ? 0 : level };
  const zipped = content.length < small ? gzipSync(content, how) : await compress(content, how);
  const body = zipped.subarray(gzipHead, zipped.length - gzipTail);
  return { crc32: zipped.readUInt32LE(zipped.length - gzipTail), size: content.length, body };
}

/**
 * A ZIP written part by part to a file: nothing of a part stays in memory but its line of the directory. For many small
 * parts, where a stream for each takes longer than all else; the same parts give the same bytes.
 */
export class ZipFile {
  private waiting: Buffer[] = [];
  private held = 0;
  private length = 0;
  /** One date for all parts, the earliest that a ZIP can hold, so that the same parts give the same bytes. */
  private readonly directory = new ZipDirectory(new Date(0));

  private constructor(private readonly file: FileHandle) {}

  /** @throws Error when there is a file already, or none can be made. */
  static async open(path: string): Promise<ZipFile> {
    return new ZipFile(await open(path, "wx"));
  }

  async add(name: string, { crc32, size, body }: Packed): Promise<void> {
    const file = { name, method: "deflated", crc32, size, packedSize: body.length } as const;
    this.put(this.directory.add(file));
    this.put(body);
    if (this.held >= waitingBytes) await this.flush();
  }

  /** Ends the ZIP. @returns its length in bytes. */
  async finish(): Promise<number> {
    this.put(this.directory.end());
    await this.flush();
    return this.length;
  }

  /** Lets go of the file, finished or not. */
  close(): Promise<void> {
    return this.file.close();
  }

  private put(bytes: Buffer): void {
    this.waiting.push(bytes);
    this.held += bytes.length;
    this.length += bytes.length;
  }

  private async flush(): Promise<void> {
    const bytes = Buffer.concat(this.waiting);
    this.waiting = [];
    this.held = 0;
    await this.file.writeFile(bytes);
  }
}

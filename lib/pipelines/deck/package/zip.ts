import { type FileHandle, open } from "node:fs/promises";
import { promisify } from "node:util";
import { gzip, gzipSync } from "node:zlib";
import { directoryRecord, endRecords, localRecord } from "./zip-records";

/** Higher ones take half as long again and save a fiftieth. */
const level = 5;
/** Contents below so many bytes are compressed at once: handing them to another thread takes longer. */
const small = 32 * 1024;
/** Bytes that wait to be written together. */
const waitingBytes = 256 * 1024;
/** Before and after what gzip compressed (RFC 1952): a header, then the CRC-32 and the length. */
const [gzipHead, gzipTail] = [10, 8];

const compress = promisify(gzip);

/**
 * A ZIP written part by part to a file: nothing of a part stays in memory but its line of the directory. For many small
 * parts, where a stream for each takes longer than all else; the same parts give the same bytes.
 */
export class ZipFile {
  private waiting: Buffer[] = [];
  private held = 0;
  private length = 0;
  private parts = 0;
  private readonly directory: Buffer[] = [];

  private constructor(private readonly file: FileHandle) {}

  /** @throws Error when there is a file already, or none can be made. */
  static async open(path: string): Promise<ZipFile> {
    return new ZipFile(await open(path, "wx"));
  }

  /** @param compressed whether the content is compressed already, as pictures are. */
  async add(name: string, content: Uint8Array, compressed: boolean): Promise<void> {
    const how = { level: compressed ? 0 : level };
    const zipped = content.length < small ? gzipSync(content, how) : await compress(content, how);
    const crc = zipped.readUInt32LE(zipped.length - gzipTail);
    const body = zipped.subarray(gzipHead, zipped.length - gzipTail);
    const part = { name, crc, compressed: body.length, size: content.length, offset: this.length };
    this.directory.push(directoryRecord(part));
    this.parts += 1;
    this.put(localRecord(part));
    this.put(body);
    if (this.held >= waitingBytes) await this.flush();
  }

  /** Ends the ZIP. @returns its length in bytes. */
  async finish(): Promise<number> {
    const directory = Buffer.concat(this.directory);
    const end = endRecords(this.parts, { offset: this.length, length: directory.length });
    this.put(directory);
    this.put(end);
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

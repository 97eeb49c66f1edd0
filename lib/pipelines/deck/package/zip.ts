import { type FileHandle, open } from "node:fs/promises";
import { crc32 } from "node:zlib";
import { ZipDirectory } from "@/lib/zip/directory";
import { Deflater } from "./deflater";

/** Bytes that wait to be written together. */
const waitingBytes = 256 * 1024;

/** Content as it stands in a ZIP; any number of parts may have it. */
export interface Packed {
  crc32: number;
  /** Bytes before compression. */
  size: number;
  method: "stored" | "deflated";
  body: Uint8Array;
}

/**
 * A ZIP written part by part to a file: nothing of a part stays in memory but its line of the directory. For many small
 * parts, where a stream for each takes longer than all else; the same parts give the same bytes.
 */
export class ZipFile {
  private waiting: Uint8Array[] = [];
  private held = 0;
  private length = 0;
  /** One date for all parts, the earliest that a ZIP can hold, so that the same parts give the same bytes. */
  private readonly directory = new ZipDirectory(new Date(0));
  private readonly deflater = new Deflater();

  private constructor(private readonly file: FileHandle) {}

  /** @throws Error when there is a file already, or none can be made. */
  static async open(path: string): Promise<ZipFile> {
    return new ZipFile(await open(path, "wx"));
  }

  /**
   * What `add` takes; it is compressed in another thread meanwhile, after what was packed before it.
   * @param compressed whether the content is compressed already, as pictures are.
   * @throws Error when the file was closed meanwhile.
   */
  async pack(content: Uint8Array, compressed: boolean): Promise<Packed> {
    const sum = { crc32: crc32(content), size: content.length };
    if (compressed) return { ...sum, method: "stored", body: content };
    return { ...sum, method: "deflated", body: await this.deflater.deflate(content) };
  }

  async add(name: string, { crc32, size, method, body }: Packed): Promise<void> {
    this.put(this.directory.add({ name, method, crc32, size, packedSize: body.length }));
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
    this.deflater.close();
    return this.file.close();
  }

  private put(bytes: Uint8Array): void {
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

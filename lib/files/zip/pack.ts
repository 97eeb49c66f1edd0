import { randomUUID } from "node:crypto";
import { mkdir, open, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, relative, resolve } from "node:path";
import { promisify } from "node:util";
import { crc32, deflateRaw } from "node:zlib";
import { z } from "zod";
import { type FileRecord, ZipDirectory } from "@/lib/zip/directory";
import { type FilePart, filePartSchema } from "../parts";

/** One file in a ZIP: at `path` on disk, or these bytes. */
export type ZipEntry = { name: string } & ({ path: string } | { bytes: Buffer });

/** Goes into entity tags: to be changed when the same entries would become other bytes. */
export const zipForm = "1";

const compressedAlready = /\.(png|pdf|pptx|jpe?g|webp)$/i;
/** Bytes of a file beyond which it is stored rather than held in memory to be deflated. */
const deflatedAtMost = 16_000_000;
const chunkBytes = 1_048_576;
const deflated = promisify(deflateRaw);

const partsSchema = z.array(filePartSchema);

/** The packed ZIP whose list is at `list`, as the pieces of files it consists of. @throws Error when there is none. */
export async function packedZip(list: string): Promise<FilePart[]> {
  const parts = partsSchema.parse(JSON.parse(await readFile(list, "utf8")));
  return parts.map((part) => ({ ...part, path: resolve(dirname(list), part.path) }));
}

/**
 * Packs a ZIP without copying what it stores: `bytes` gets headers, directory and what is deflated, `list` the order in
 * which pieces of it and of the entries' own files make the archive. `list` comes last and whole or not at all.
 * Entries that are compressed already are stored. The same entries and date give the same archive.
 * @throws Error when a file cannot be read; then nothing is left.
 */
export async function packZip(
  { list, bytes }: { list: string; bytes: string },
  entries: ZipEntry[],
  date: Date,
): Promise<void> {
  await mkdir(dirname(list), { recursive: true });
  const own = new OwnBytes(bytes);
  const temporary = `${list}.${randomUUID()}.part`;
  try {
    await own.open();
    const directory = new ZipDirectory(date);
    for (const entry of entries) await add(directory, own, entry);
    await own.append(directory.end());
    await own.close();
    // Relative, so that the whole data folder can be moved.
    const parts = own.parts.map((part) => ({ ...part, path: relative(dirname(list), part.path) }));
    await writeFile(temporary, JSON.stringify(parts), { flag: "wx" });
    await rename(temporary, list);
  } catch (error) {
    await own.close();
    await Promise.all([temporary, bytes].map((path) => rm(path, { force: true })));
    throw error;
  }
}

async function add(directory: ZipDirectory, own: OwnBytes, entry: ZipEntry): Promise<void> {
  const { name } = entry;
  const read = "bytes" in entry ? inMemory(entry.bytes) : await onDisk(entry.path, worthDeflating(name));
  const record = { name, crc32: read.crc32, size: read.size };
  if (read.bytes && worthDeflating(name)) {
    const packed = await deflated(read.bytes, { level: 6 });
    await own.append(directory.add({ ...record, method: "deflated", packedSize: packed.length }));
    return own.append(packed);
  }
  const stored: FileRecord = { ...record, method: "stored", packedSize: read.size };
  await own.append(directory.add(stored));
  if ("path" in entry) own.include({ path: entry.path, start: 0, length: read.size });
  else await own.append(entry.bytes);
}

const worthDeflating = (name: string): boolean => !compressedAlready.test(name);

interface ReadFile {
  crc32: number;
  size: number;
  /** The whole file, where it was to be held and is small enough. */
  bytes: Buffer | null;
}

const inMemory = (bytes: Buffer): ReadFile => ({ crc32: crc32(bytes), size: bytes.length, bytes });

/** Reads a file once, for its checksum; held in memory only when asked to. */
async function onDisk(path: string, hold: boolean): Promise<ReadFile> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    if (hold && size <= deflatedAtMost) return inMemory(await file.readFile());
    const chunk = Buffer.allocUnsafeSlow(chunkBytes);
    let checksum = 0;
    let read = 0;
    for (;;) {
      const { bytesRead } = await file.read(chunk, 0, chunk.length, read);
      if (bytesRead === 0) return { crc32: checksum, size: read, bytes: null };
      checksum = crc32(chunk.subarray(0, bytesRead), checksum);
      read += bytesRead;
    }
  } finally {
    await file.close();
  }
}

/** The file of a ZIP's own bytes as it grows, and the pieces that the archive consists of so far. */
class OwnBytes {
  readonly parts: FilePart[] = [];
  private file: Awaited<ReturnType<typeof open>> | null = null;
  private length = 0;

  constructor(private readonly path: string) {}

  async open(): Promise<void> {
    this.file = await open(this.path, "w");
  }

  async append(bytes: Buffer): Promise<void> {
    await this.file?.writeFile(bytes);
    const last = this.parts.at(-1);
    if (last?.path === this.path) last.length += bytes.length;
    else this.include({ path: this.path, start: this.length, length: bytes.length });
    this.length += bytes.length;
  }

  include(part: FilePart): void {
    this.parts.push(part);
  }

  async close(): Promise<void> {
    await this.file?.close();
    this.file = null;
  }
}

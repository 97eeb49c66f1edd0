import { Readable } from "node:stream";
import { expect, it } from "vitest";
import { type Entry, fromBufferPromise, fromRandomAccessReaderPromise, RandomAccessReader } from "yauzl";
import { type FileRecord, ZipDirectory } from "@/lib/zip/directory";

const date = new Date("2026-01-02T03:04:06Z");
const GiB = 2 ** 30;

/** An archive whose files are all zeros and exist nowhere: only the bytes between them do. */
class HollowArchive extends RandomAccessReader {
  readonly pieces: { at: number; bytes: Buffer }[] = [];
  size = 0;

  constructor(files: FileRecord[]) {
    super();
    const directory = new ZipDirectory(date);
    for (const file of files) {
      this.put(directory.add(file));
      this.size += file.packedSize;
    }
    this.put(directory.end());
  }

  private put(bytes: Buffer): void {
    this.pieces.push({ at: this.size, bytes });
    this.size += bytes.length;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    const found = Buffer.alloc(end - start);
    for (const { at, bytes } of this.pieces) {
      if (at < end && at + bytes.length > start) {
        const from = Math.max(start, at);
        bytes.copy(found, from - start, from - at, Math.min(end, at + bytes.length) - at);
      }
    }
    return Readable.from([found]);
  }
}

const hollow = (name: string, size: number): FileRecord => ({
  name,
  method: "stored",
  crc32: 0,
  size,
  packedSize: size,
});

/** What an independent reader finds in the archive, and where it says that each file begins. */
async function read(files: FileRecord[]): Promise<{ entries: Entry[]; begins: number[] }> {
  const archive = new HollowArchive(files);
  const zip = await fromRandomAccessReaderPromise(archive, archive.size, { autoClose: false });
  const entries: Entry[] = [];
  for await (const entry of zip.eachEntry()) entries.push(entry);
  return { entries, begins: archive.pieces.map(({ at, bytes }) => at + bytes.length).slice(0, -1) };
}

it("a file and an archive of more than 4 GB are read as they are, and so is what comes after", async () => {
  const sizes = [10, 5 * GiB, 4 * GiB - 1, 4 * GiB - 2, 0, 10];
  const { entries, begins } = await read(sizes.map((size, index) => hollow(`pages/${index}-ü.png`, size)));
  expect(entries.map(({ uncompressedSize }) => uncompressedSize)).toEqual(sizes);
  expect(entries.map(({ compressedSize }) => compressedSize)).toEqual(sizes);
  expect(entries.map(({ fileName }) => fileName)).toEqual(sizes.map((_, index) => `pages/${index}-ü.png`));
  expect(entries[0].getLastModDate()).toEqual(date);
  for (const [index, entry] of entries.entries()) {
    // The local header: 30 bytes, the name, and 20 bytes more where a size does not fit into 32 bits.
    const wide = sizes[index] >= 0xffff_ffff ? 20 : 0;
    expect(entry.relativeOffsetOfLocalHeader).toBe(begins[index] - 30 - Buffer.byteLength(entry.fileName) - wide);
  }
});

it("more files than 16 bits count are all there", async () => {
  for (const count of [65_534, 65_535, 66_000]) {
    const directory = new ZipDirectory(date);
    const headers = Array.from({ length: count }, (_, index) => directory.add(hollow(`${index}`, 0)));
    const zip = await fromBufferPromise(Buffer.concat([...headers, directory.end()]));
    expect(zip.entryCount).toBe(count);
    let last = "";
    for await (const { fileName } of zip.eachEntry()) last = fileName;
    expect(last).toBe(`${count - 1}`);
  }
});

it("an archive without anything large is an ordinary one", () => {
  const directory = new ZipDirectory(date);
  const header = directory.add(hollow("a.png", 3));
  expect(header.length).toBe(35);
  expect(directory.end().length).toBe(46 + 5 + 22);
});

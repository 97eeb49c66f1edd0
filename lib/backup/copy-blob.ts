import { createHash, randomUUID } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, rename, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { TracepressError } from "@/lib/errors";
import type { BlobStore } from "@/lib/files/blobs";

const chunkBytes = 1_048_576;

/** Bytes of the blob where it is; null where it is not. */
async function sizeOf(store: BlobStore, key: string): Promise<number | null> {
  try {
    return (await stat(store.path(key))).size;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

/**
 * Copies one blob, checked against its key on the way; it appears in `to` whole or not at all. One that is there with
 * the same size was checked when it came and is left alone.
 * @returns its bytes, or null when `from` does not have it.
 * @throws TracepressError `internal` when its bytes are not those of its key; Error when they cannot be read or written.
 */
export async function copyBlob(
  from: BlobStore,
  to: BlobStore,
  key: string,
  signal: AbortSignal,
): Promise<number | null> {
  signal.throwIfAborted();
  const size = await sizeOf(from, key);
  if (size === null || (await sizeOf(to, key)) === size) return size;
  const target = to.path(key);
  const temporary = `${target}.${randomUUID()}.part`;
  await mkdir(dirname(target), { recursive: true });
  try {
    await copyChecked(from.path(key), temporary, key, signal);
    await rename(temporary, target);
    return size;
  } catch (error) {
    await rm(temporary, { force: true });
    if ((error as NodeJS.ErrnoException).code === "ENOENT" && (await sizeOf(from, key)) === null) return null;
    throw error;
  }
}

async function copyChecked(from: string, to: string, key: string, signal: AbortSignal): Promise<void> {
  const hash = createHash("sha256");
  const meter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  const reading = createReadStream(from, { highWaterMark: chunkBytes });
  await pipeline(reading, meter, createWriteStream(to, { flags: "wx", flush: true }), { signal });
  if (hash.digest("hex") === key) return;
  throw new TracepressError("internal", `The bytes of ${from} are not those that were stored: the file is damaged.`);
}

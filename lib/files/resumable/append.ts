import { type FileHandle, open } from "node:fs/promises";
import { TracepressError } from "@/lib/errors";
import { drop, refuseWhenDiskLow } from "../space";
import type { UploadRooms } from "../uploads";
import { wholeUpload } from "../uploads";
import { finish } from "./finish";
import { noSuchUpload, type Progress, partialUpload, progressOf } from "./partial-upload";
import { brokenOff, throwIfEnded, writers } from "./writers";

/** Bytes as they come, and from which byte of the file on. */
export interface Part {
  offset: number;
  bytes: ReadableStream<Uint8Array>;
}

/**
 * Writes a part of an upload (tus 1.0, "PATCH"); whatever has come of it stays, also when it breaks off. With the last
 * byte the file becomes an upload like any other.
 * @throws TracepressError `not_found`, `upload_offset` when its bytes stand elsewhere, `too_large` past the length that
 * was announced, `upload_taken_over`, `storage_full`, `aborted`; with the last byte `unsupported_media` or `too_large`,
 * and then nothing of it is left.
 */
export async function appendToUpload(
  rooms: UploadRooms,
  id: string,
  part: Part,
  signal: AbortSignal,
): Promise<Progress> {
  const { db, ownerId, blobs, config } = rooms;
  if (partialUpload(db, ownerId, id) === null) throw elsewhere(wholeUpload(db, ownerId, id)?.size);
  return writers().alone(id, signal, async (ending) => {
    const row = partialUpload(db, ownerId, id);
    if (row === null) throw elsewhere(wholeUpload(db, ownerId, id)?.size);
    const { offset } = await progressOf(blobs, row);
    if (part.offset !== offset) {
      await drop(arriving(part.bytes, ending));
      throw elsewhere(offset);
    }
    await refuseWhenDiskLow(config, arriving(part.bytes, ending));
    await write(blobs.partialPath(id), part, row.length, ending);
    const progress = await progressOf(blobs, row);
    if (progress.offset === row.length) await finish(rooms, row, ending);
    return progress;
  });
}

async function write(path: string, { offset, bytes }: Part, length: number, signal: AbortSignal): Promise<void> {
  const file = await open(path, "r+");
  try {
    let end = offset;
    const chunks = arriving(bytes, signal);
    for await (const chunk of chunks) {
      if (end + chunk.length > length) {
        await drop(chunks);
        throw beyond(length);
      }
      await writeAll(file, chunk, end);
      end += chunk.length;
    }
  } finally {
    await file.close();
  }
}

/** A write may take less than it was given. */
async function writeAll(file: FileHandle, chunk: Uint8Array, position: number): Promise<void> {
  for (let written = 0; written < chunk.length; ) {
    written += (await file.write(chunk, written, chunk.length - written, position + written)).bytesWritten;
  }
}

/** The chunks of a body until it ends or `signal` fires; after that nothing of it is waited for or handed out. */
async function* arriving(bytes: ReadableStream<Uint8Array>, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  throwIfEnded(signal);
  const reader = bytes.getReader();
  // What is cancelled has no answer but the signal's own reason, thrown below.
  const leave = () => void reader.cancel(signal.reason).catch(() => undefined);
  signal.addEventListener("abort", leave, { once: true });
  try {
    for (;;) {
      const { value, done } = await reader.read().catch(lost);
      throwIfEnded(signal);
      if (done) return;
      yield value;
    }
  } finally {
    signal.removeEventListener("abort", leave);
    reader.releaseLock();
  }
}

/** The only way in which the reading of a request can fail. */
const lost = (cause: unknown): never => {
  throw brokenOff(cause);
};

/** @param offset undefined where there is no such upload. */
const elsewhere = (offset: number | undefined): TracepressError =>
  offset === undefined
    ? noSuchUpload()
    : new TracepressError("upload_offset", `This upload stands at byte ${offset}; go on from there.`);

const beyond = (length: number): TracepressError =>
  new TracepressError("too_large", `More has come than the ${length} bytes that were announced.`);

import { rm } from "node:fs/promises";
import { eq } from "drizzle-orm";
import { type PartialUploadRow, partialUploads } from "@/db/schema";
import { fileNameIn } from "@/lib/contracts/resumable";
import type { UploadView } from "@/lib/contracts/uploads";
import { TracepressError } from "@/lib/errors";
import { jpegOfHeic } from "../heic/jpeg-of-heic";
import { safeLabel } from "../names";
import { knownFile, registerUploads, type StoredFile, type UploadRooms, uploadView, wholeUpload } from "../uploads";
import { wholePictures } from "../whole-pictures";
import { noSuchUpload, partialUpload, progressOf } from "./partial-upload";
import { writers } from "./writers";

/**
 * The upload that a partial one has become; where a server was killed between its last byte and that, it becomes it now.
 * @throws TracepressError `not_ready` while bytes are wanting, `not_found`; `unsupported_media` or `too_large` of what is
 * no picture, and then nothing of it is left.
 */
export async function finishedUpload(rooms: UploadRooms, id: string, signal: AbortSignal): Promise<UploadView> {
  const { db, ownerId, blobs } = rooms;
  const begun = partialUpload(db, ownerId, id);
  if (begun !== null) await requireWhole(rooms, begun);
  return writers().alone(id, signal, async (ending) => {
    const whole = wholeUpload(db, ownerId, id);
    if (whole !== null) return uploadView(whole);
    const row = partialUpload(db, ownerId, id);
    if (row === null) throw noSuchUpload();
    await requireWhole({ blobs }, row);
    return finish(rooms, row, ending);
  });
}

/** Makes an upload of a partial one that has all its bytes; only for who is alone with it. */
export async function finish(
  { db, ownerId, blobs, readSvg }: UploadRooms,
  row: PartialUploadRow,
  signal: AbortSignal,
): Promise<UploadView> {
  const { id, metadata } = row;
  const path = blobs.partialPath(id);
  const name = safeLabel(fileNameIn(metadata), "picture");
  const file = await kept({ blobs, readSvg }, path, name, signal).catch(async (thrown: unknown): Promise<Kept> => {
    if (thrown instanceof TracepressError && !signal.aborted) await discard({ db, blobs }, id);
    throw thrown;
  });
  const upload = db.transaction((tx) => {
    const [written] = registerUploads(tx, ownerId, [{ ...file, id }]);
    tx.delete(partialUploads).where(eq(partialUploads.id, id)).run();
    return written;
  });
  await rm(path, { force: true });
  return upload;
}

type Kept = Omit<StoredFile, "id">;

/** Makes a blob of the file at a path, which is gone from there then; of a HEIC photo, which stays there, of its JPEG. */
async function kept(
  { blobs, readSvg }: Pick<UploadRooms, "blobs" | "readSvg">,
  path: string,
  name: string,
  signal: AbortSignal,
): Promise<Kept> {
  const jpeg = await jpegOfHeic(path, name, signal);
  if (jpeg !== null) {
    const { key } = await blobs.write(jpeg);
    return { ...(await knownFile(blobs.path(key), name, readSvg)), problem: null, blob: key };
  }
  const file = await knownFile(path, name, readSvg);
  const problem = await wholePictures().problemOf(path, file, signal);
  // By its bytes as they lie there, since those from before a restart went by no one.
  const { key } = await blobs.take(path);
  return { ...file, problem, blob: key };
}

/** Removes a partial upload: its row first, so that a kill in between leaves only a file that the sweep finds. */
export async function discard({ db, blobs }: Pick<UploadRooms, "db" | "blobs">, id: string): Promise<void> {
  db.delete(partialUploads).where(eq(partialUploads.id, id)).run();
  await rm(blobs.partialPath(id), { force: true });
}

async function requireWhole({ blobs }: Pick<UploadRooms, "blobs">, row: PartialUploadRow): Promise<void> {
  const { offset } = await progressOf(blobs, row);
  if (offset === row.length) return;
  throw new TracepressError(
    "not_ready",
    `Of this upload ${offset} of ${row.length} bytes are here; send the rest first.`,
  );
}

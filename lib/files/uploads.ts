import { stat } from "node:fs/promises";
import { and, eq } from "drizzle-orm";
import type { Db, Tx } from "@/db/client";
import { type UploadRow, uploads } from "@/db/schema";
import type { Config } from "@/lib/config";
import type { UploadView } from "@/lib/contracts/uploads";
import { TracepressError } from "@/lib/errors";
import { opaqueId } from "@/lib/ids";
import type { BlobStore } from "./blobs";
import { readableBlob } from "./heic/readable-blob";
import { safeLabel } from "./names";
import { type Picture, type SvgReader, sniffPicture } from "./sniff";
import { refuseWhenDiskLow } from "./space";
import { wholePictures } from "./whole-pictures";

/** Milliseconds for which an upload is kept that no batch uses, and a partial one that does not grow. */
export const uploadTtlMs = 24 * 3_600_000;

export interface UploadRooms {
  db: Db;
  /** The user it will belong to. */
  ownerId: string;
  blobs: BlobStore;
  config: Pick<Config, "data" | "minFreeBytes" | "maxFileBytes">;
  readSvg: SvgReader;
}

/**
 * Takes one file in: streamed to disk, known by its content, then written down. Of a HEIC photo its JPEG is kept.
 * @throws TracepressError `storage_full`, `too_large`, `unsupported_media`, `timeout`, or `invalid_request` when it is empty; then no row and no promise is left.
 */
export async function receiveUpload(
  { db, ownerId, blobs, config, readSvg }: UploadRooms,
  source: AsyncIterable<Uint8Array>,
  givenName: string,
  signal: AbortSignal,
): Promise<UploadView> {
  const name = safeLabel(givenName, "picture");
  await refuseWhenDiskLow(config, source);
  const blob = await blobs.writeStream(source, config.maxFileBytes, name, signal);
  if (blob.size === 0) throw new TracepressError("invalid_request", `${name} is empty: no bytes arrived.`);
  const key = await readableBlob(blobs, blob.key, name, signal);
  const path = blobs.path(key);
  const file = await knownFile(path, name, readSvg);
  const problem = await wholePictures().problemOf(path, file, signal);
  const [upload] = registerUploads(db, ownerId, [{ ...file, problem, blob: key }]);
  return upload;
}

/** A file and what it is. */
export interface KnownFile extends Picture {
  name: string;
  size: number;
}

/** Looks what the file at a path is. @throws TracepressError `unsupported_media`, `too_large`. */
export async function knownFile(path: string, name: string, readSvg: SvgReader): Promise<KnownFile> {
  const picture = await sniffPicture(path, name, readSvg);
  return { name, size: (await stat(path)).size, ...picture };
}

export interface StoredFile extends KnownFile {
  blob: string;
  /** Why no page can be drawn from it; null where it can. */
  problem: string | null;
  /** That was promised for it; a new one where none was. */
  id?: string;
}

/** Writes stored files down as uploads of a user, all or none of them. */
export function registerUploads(db: Tx, ownerId: string, files: readonly StoredFile[]): UploadView[] {
  const createdAt = Date.now();
  const rows = files.map((file): UploadRow => ({ id: opaqueId("file"), ...file, ownerId, createdAt }));
  db.transaction((tx) => {
    for (const row of rows) tx.insert(uploads).values(row).run();
  });
  return rows.map(uploadView);
}

/** The upload of a user with this id, which a partial one has become where it came in parts; null for another's, or none. */
export const wholeUpload = (db: Tx, ownerId: string, id: string): UploadRow | null =>
  db
    .select()
    .from(uploads)
    .where(and(eq(uploads.id, id), eq(uploads.ownerId, ownerId)))
    .get() ?? null;

/** The same, for one that must be there. @throws TracepressError `not_found`, also for another's. */
export function uploadOf(db: Db, ownerId: string, id: string): UploadRow {
  const upload = wholeUpload(db, ownerId, id);
  if (upload) return upload;
  throw new TracepressError("not_found", "There is no such upload. One that no batch uses is kept for a day.");
}

/** An upload as clients see it. */
export const uploadView = ({ id, name, size, blob, mediaType, width, height, problem }: UploadRow): UploadView => ({
  file_id: id,
  name,
  size,
  sha256: blob,
  media_type: mediaType,
  width,
  height,
  problem,
});

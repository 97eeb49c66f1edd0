import { stat } from "node:fs/promises";
import type { Db } from "@/db/client";
import { type UploadRow, uploads } from "@/db/schema";
import type { Config } from "@/lib/config";
import type { UploadView } from "@/lib/contracts/uploads";
import { TracepressError } from "@/lib/errors";
import { opaqueId } from "@/lib/ids";
import type { BlobStore } from "./blobs";
import { safeLabel } from "./names";
import { type Picture, type SvgReader, sniffPicture } from "./sniff";
import { refuseWhenDiskLow } from "./space";

export interface UploadRooms {
  db: Db;
  /** The user it will belong to. */
  ownerId: string;
  blobs: BlobStore;
  config: Pick<Config, "data" | "minFreeBytes" | "maxFileBytes">;
  readSvg: SvgReader;
}

/**
 * Takes one file in: streamed to disk, known by its content, then written down.
 * @throws TracepressError `storage_full`, `too_large`, `unsupported_media`, or `invalid_request` when it is empty; then no row and no promise is left.
 */
export async function receiveUpload(
  { db, ownerId, blobs, config, readSvg }: UploadRooms,
  source: AsyncIterable<Uint8Array>,
  givenName: string,
  signal?: AbortSignal,
): Promise<UploadView> {
  const name = safeLabel(givenName, "picture");
  await refuseWhenDiskLow(config, source);
  const blob = await blobs.writeStream(source, config.maxFileBytes, name, signal);
  if (blob.size === 0) throw new TracepressError("invalid_request", `${name} is empty: no bytes arrived.`);
  const [upload] = registerUploads(db, ownerId, [await knownFile(blobs, blob.key, name, readSvg)]);
  return upload;
}

/** A stored file and what it is. */
export interface KnownFile extends Picture {
  name: string;
  size: number;
  blob: string;
}

/** Looks what a stored file is. @throws TracepressError `unsupported_media`, `too_large`. */
export async function knownFile(blobs: BlobStore, key: string, name: string, readSvg: SvgReader): Promise<KnownFile> {
  const path = blobs.path(key);
  const picture = await sniffPicture(path, name, readSvg);
  return { name, blob: key, size: (await stat(path)).size, ...picture };
}

/** Writes stored files down as uploads of a user, all or none of them. */
export function registerUploads(db: Db, ownerId: string, files: readonly KnownFile[]): UploadView[] {
  const createdAt = Date.now();
  const rows = files.map((file): UploadRow => ({ ...file, id: opaqueId("file"), ownerId, createdAt }));
  db.transaction((tx) => {
    for (const row of rows) tx.insert(uploads).values(row).run();
  });
  return rows.map(({ id, name, size, blob, mediaType, width, height }) => ({
    file_id: id,
    name,
    size,
    sha256: blob,
    media_type: mediaType,
    width,
    height,
  }));
}

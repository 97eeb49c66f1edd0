import type { Db } from "@/db/client";
import { type UploadRow, uploads } from "@/db/schema";
import type { Config } from "@/lib/config";
import type { UploadView } from "@/lib/contracts/uploads";
import { TracepressError } from "@/lib/errors";
import { opaqueId } from "@/lib/ids";
import type { BlobStore } from "./blobs";
import { safeLabel } from "./names";
import { type SvgReader, sniffPicture } from "./sniff";
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
  const picture = await sniffPicture(blobs.path(blob.key), name, readSvg);
  const row: UploadRow = {
    id: opaqueId("file"),
    ownerId,
    name,
    size: blob.size,
    ...picture,
    blob: blob.key,
    createdAt: Date.now(),
  };
  db.insert(uploads).values(row).run();
  const { id, mediaType, width, height } = row;
  return { file_id: id, name, size: row.size, sha256: row.blob, media_type: mediaType, width, height };
}

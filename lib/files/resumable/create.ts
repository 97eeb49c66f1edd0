import { mkdir, writeFile } from "node:fs/promises";
import { partialUploads } from "@/db/schema";
import { type Creation, fileNameIn } from "@/lib/contracts/resumable";
import { TracepressError } from "@/lib/errors";
import { opaqueId } from "@/lib/ids";
import { tooLarge } from "../blobs";
import { safeLabel } from "../names";
import { refuseWhenDiskLow } from "../space";
import type { UploadRooms } from "../uploads";
import { type Progress, progressOf } from "./partial-upload";

/**
 * Begins an upload that comes in several requests (tus 1.0, "Creation").
 * @returns the id that it keeps as a file.
 * @throws TracepressError `too_large` by the length that is announced, `storage_full`, `invalid_request` of an empty one.
 */
export async function createPartialUpload(
  { db, ownerId, blobs, config }: Omit<UploadRooms, "readSvg">,
  { "upload-length": length, "upload-metadata": metadata }: Creation,
): Promise<Progress & { id: string }> {
  const name = safeLabel(fileNameIn(metadata), "picture");
  if (length > config.maxFileBytes) throw tooLarge(name, config.maxFileBytes);
  if (length === 0) throw new TracepressError("invalid_request", `${name} is empty: no bytes are announced.`);
  await refuseWhenDiskLow(config);
  const row = { id: opaqueId("file"), ownerId, metadata, length, createdAt: Date.now() };
  await mkdir(blobs.partialFolder, { recursive: true });
  await writeFile(blobs.partialPath(row.id), "", { flag: "wx" });
  db.insert(partialUploads).values(row).run();
  return { id: row.id, ...(await progressOf(blobs, row)) };
}

import { metadataOf } from "@/lib/contracts/resumable";
import type { UploadRooms } from "../uploads";
import { wholeUpload } from "../uploads";
import { noSuchUpload, type Progress, partialUpload, progressOf } from "./partial-upload";
import { writers } from "./writers";

/** What a client goes on by. */
export interface Standing {
  offset: number;
  length: number;
  metadata: string;
  /** Null for one that is whole and does not expire as a partial one. */
  expiresAt: Progress["expiresAt"] | null;
}

/**
 * From which byte on an upload is to be sent (tus 1.0, "HEAD"). A request that still writes to it is ended first, so
 * that the answer holds.
 * @throws TracepressError `not_found`.
 */
export async function uploadStanding(
  { db, ownerId, blobs }: Pick<UploadRooms, "db" | "ownerId" | "blobs">,
  id: string,
  signal: AbortSignal,
): Promise<Standing> {
  if (partialUpload(db, ownerId, id) === null && wholeUpload(db, ownerId, id) === null) throw noSuchUpload();
  return writers().alone(id, signal, async () => {
    const row = partialUpload(db, ownerId, id);
    if (row !== null) return { ...row, ...(await progressOf(blobs, row)) };
    const whole = wholeUpload(db, ownerId, id);
    if (whole === null) throw noSuchUpload();
    return { offset: whole.size, length: whole.size, metadata: metadataOf(whole.name), expiresAt: null };
  });
}

import { TracepressError } from "@/lib/errors";
import type { UploadRooms } from "../uploads";
import { wholeUpload } from "../uploads";
import { discard } from "./finish";
import { noSuchUpload, partialUpload } from "./partial-upload";
import { writers } from "./writers";

/**
 * Removes a partial upload with its bytes, for a client that will not go on with it (tus 1.0, "Termination").
 * @throws TracepressError `not_found`, `conflict` for one that is whole.
 */
export async function giveUpUpload(
  { db, ownerId, blobs }: Pick<UploadRooms, "db" | "ownerId" | "blobs">,
  id: string,
  signal: AbortSignal,
): Promise<void> {
  if (wholeUpload(db, ownerId, id) !== null) throw alreadyWhole();
  if (partialUpload(db, ownerId, id) === null) throw noSuchUpload();
  return writers().alone(id, signal, async () => {
    if (wholeUpload(db, ownerId, id) !== null) throw alreadyWhole();
    await discard({ db, blobs }, id);
  });
}

const alreadyWhole = (): TracepressError =>
  new TracepressError("conflict", "This upload is whole; it goes by itself when no batch uses it.");

import { database } from "@/db/client";
import type { Caller } from "@/lib/access/caller";
import { config } from "@/lib/config";
import { blobs } from "@/lib/files/blobs";
import type { UploadRooms } from "@/lib/files/uploads";
import { readSvgSize } from "@/lib/pipelines/deck/parse/svg-size";

/** What an upload of this caller is taken in by. */
export const uploadRooms = ({ id }: Pick<Caller, "id">): UploadRooms => ({
  db: database(),
  ownerId: id,
  blobs: blobs(),
  config: config(),
  readSvg: readSvgSize,
});

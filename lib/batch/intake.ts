import { eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { uploads } from "@/db/schema";
import { TracepressError } from "@/lib/errors";
import type { BlobStore } from "@/lib/files/blobs";
import { dataUrlBytes, isDataUrl } from "@/lib/files/data-url";
import type { Part } from "@/lib/files/multipart";

/** A file of an item, on disk: its name for people and its blob. */
export type Source = Part;

export interface IntakeRooms {
  db: Db;
  blobs: BlobStore;
  maxFileBytes: number;
}

/**
 * Finds the file behind what a body calls `file`: an upload's id, a `data:` URL, or the name of a part.
 * @param index of the item, from 0.
 * @throws TracepressError `invalid_request` that names the item when nothing matches.
 */
export async function resolveSource(
  { db, blobs, maxFileBytes }: IntakeRooms,
  file: string,
  index: number,
  parts: Map<string, Part>,
): Promise<Source> {
  const what = `Item ${index + 1}`;
  const part = parts.get(file);
  if (part) return part;
  if (isDataUrl(file)) {
    const { key } = await blobs.write(dataUrlBytes(file, maxFileBytes, what));
    return { name: `picture-${index + 1}`, key };
  }
  const upload = db.select().from(uploads).where(eq(uploads.id, file)).get();
  if (upload) return { name: upload.name, key: upload.blob };
  const shown = file.length > 80 ? `${file.slice(0, 80)}…` : file;
  const message = /^https?:/i.test(file)
    ? `${what}: pictures are not fetched from URLs. Upload the file and send its file_id, or send it as a data: URL.`
    : `${what}: “${shown}” is no file_id of an upload, no data: URL and no file of this request. Upload it first.`;
  throw new TracepressError("invalid_request", message, { fields: [{ path: `items.${index}.file`, message }] });
}

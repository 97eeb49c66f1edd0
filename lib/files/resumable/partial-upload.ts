import { stat } from "node:fs/promises";
import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { type PartialUploadRow, partialUploads } from "@/db/schema";
import { TracepressError } from "@/lib/errors";
import type { BlobStore } from "../blobs";
import { uploadTtlMs } from "../uploads";

/** How far the bytes of an upload have come. */
export interface Progress {
  /** Bytes that are here: the first so many of the file. */
  offset: number;
  /** When it will be removed unless it grows. */
  expiresAt: Date;
}

/** Everything about a partial upload but its bytes; null for one that is whole, another's, or none. */
export const partialUpload = (db: Tx, ownerId: string, id: string): PartialUploadRow | null =>
  db
    .select()
    .from(partialUploads)
    .where(and(eq(partialUploads.id, id), eq(partialUploads.ownerId, ownerId)))
    .get() ?? null;

/** The file's own size is the truth: what a killed server had written counts, and nothing else does. */
export async function progressOf(blobs: BlobStore, { id }: PartialUploadRow): Promise<Progress> {
  const { size, mtimeMs } = await stat(blobs.partialPath(id)).catch((cause: unknown) => {
    throw noSuchUpload(cause);
  });
  return { offset: size, expiresAt: new Date(mtimeMs + uploadTtlMs) };
}

/** Also of another's: what is not theirs is not there. */
export const noSuchUpload = (cause?: unknown): TracepressError =>
  new TracepressError("not_found", "There is no such upload, or it was given up; begin it anew.", { cause });

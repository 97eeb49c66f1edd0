import { and, eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { artifacts, batchItems } from "@/db/schema";
import type { SheetView } from "@/lib/contracts/sheet";
import { TracepressError } from "@/lib/errors";
import type { BlobStore } from "@/lib/files/blobs";
import { pageDocumentSchema, pageDocumentType } from "@/lib/pipelines/coloring/print/page-document";

/**
 * How a page of a coloring batch lies on paper.
 * @param page its number from 1, as submitted.
 * @throws TracepressError `not_found`, also while the page is not finished.
 */
export async function pageSheet(db: Db, blobs: BlobStore, batchId: string, page: number): Promise<SheetView> {
  const stored = db
    .select({ blob: artifacts.blob })
    .from(artifacts)
    .innerJoin(batchItems, eq(artifacts.itemId, batchItems.id))
    .where(
      and(eq(batchItems.batchId, batchId), eq(batchItems.index, page - 1), eq(artifacts.mediaType, pageDocumentType)),
    )
    .get();
  if (!stored) throw new TracepressError("not_found", "There is no such coloring page in this batch, or not yet.");
  const bytes = await blobs.read(stored.blob);
  const { width, height, margin, picture } = pageDocumentSchema.parse(JSON.parse(bytes.toString("utf8")));
  return { width_mm: width, height_mm: height, margin_mm: margin, picture_mm: picture ?? null };
}

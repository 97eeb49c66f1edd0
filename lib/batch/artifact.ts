import { and, eq } from "drizzle-orm";
import sharp from "sharp";
import type { Db } from "@/db/client";
import { type ArtifactRow, artifacts } from "@/db/schema";
import { TracepressError } from "@/lib/errors";
import type { BlobStore } from "@/lib/files/blobs";

/** One output of a batch by its name. @throws TracepressError `not_found`. */
export function artifactRow(db: Db, batchId: string, name: string): ArtifactRow {
  const mine = and(eq(artifacts.batchId, batchId), eq(artifacts.name, name), eq(artifacts.role, "output"));
  const row = db.select().from(artifacts).where(mine).get();
  if (!row) throw new TracepressError("not_found", "There is no such file in this batch.");
  return row;
}

/** Preview of a PNG output, `width` pixels wide at most. A page of lines needs few shades, a slide all its colours. */
export async function pngPreview(blobs: BlobStore, artifact: ArtifactRow, width: number): Promise<Buffer> {
  const picture = sharp(blobs.path(artifact.blob));
  const { space } = await picture.metadata();
  return picture
    .resize({ width, withoutEnlargement: true })
    .png(space === "b-w" ? { palette: true, colours: 16 } : {})
    .toBuffer();
}

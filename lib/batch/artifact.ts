import { stat } from "node:fs/promises";
import { and, eq } from "drizzle-orm";
import sharp from "sharp";
import type { Db } from "@/db/client";
import { type ArtifactRow, artifacts, batchItems } from "@/db/schema";
import { TracepressError } from "@/lib/errors";
import type { BlobStore } from "@/lib/files/blobs";
import { sniffPicture } from "@/lib/files/sniff";
import { type ProofStage, proofName, proofStages } from "@/lib/pipelines/coloring/proofs/names";
import { readSvgSize } from "@/lib/pipelines/deck/parse/svg-size";

/** One output of a batch by its name. @throws TracepressError `not_found`. */
export function artifactRow(db: Db, batchId: string, name: string): ArtifactRow {
  const mine = and(eq(artifacts.batchId, batchId), eq(artifacts.name, name), eq(artifacts.role, "output"));
  const row = db.select().from(artifacts).where(mine).get();
  if (!row) throw new TracepressError("not_found", "There is no such file in this batch.");
  return row;
}

/** A picture of a kind that a smaller copy can be made of: of pixels. */
export const hasPixels = (mediaType: string): boolean =>
  mediaType.startsWith("image/") && mediaType !== "image/svg+xml";

/**
 * A copy `width` pixels wide at most, upright, in a format that every browser shows. Of what came out, a PNG: a page of
 * lines needs few shades, a slide all its colours. Of what was sent, a WebP.
 */
export async function smallCopy(
  blobs: BlobStore,
  { blob, mediaType }: StoredPicture,
  width: number,
): Promise<{ bytes: Buffer; mediaType: string }> {
  // Of a picture that lacks its end, or part of it, what there is.
  const picture = sharp(blobs.path(blob), { failOn: "none" });
  const { space } = await picture.metadata();
  const small = picture.autoOrient().resize({ width, withoutEnlargement: true });
  if (mediaType !== "image/png") return { bytes: await small.webp().toBuffer(), mediaType: "image/webp" };
  const bytes = await small.png(space === "b-w" ? { palette: true, colours: 16 } : {}).toBuffer();
  return { bytes, mediaType };
}

/** What a trace shows of a page beside what came out of it, by the page's number from 1. */
const pagePictureName = new RegExp(`^pages/([1-9]\\d{0,5})/(source|slide|proofs/(${proofStages.join("|")}))$`);

/** A file as it is stored and what it is. */
export interface StoredPicture {
  blob: string;
  size: number;
  mediaType: string;
}

/** Whether a file is asked for that {@link pagePicture} has, and not an output. */
export const isPagePicture = (name: string): boolean => pagePictureName.test(name);

/**
 * `pages/3/source` is the file the third page was made from; `pages/3/slide` the SVG that draws its slide, shape by shape;
 * `pages/3/proofs/clean` a small picture of what that stage left.
 * @throws TracepressError `not_found`, also for a source that is no picture or is not fetched yet.
 */
export async function pagePicture(db: Db, blobs: BlobStore, batchId: string, name: string): Promise<StoredPicture> {
  const [, page, which, stage] = pagePictureName.exec(name) ?? [];
  const mine = and(eq(batchItems.batchId, batchId), eq(batchItems.index, Number(page) - 1));
  const item = db.select().from(batchItems).where(mine).get();
  const kept = item && (stage ? proofName(item.slug, stage as ProofStage) : `slides/${item.slug}.svg`);
  const stored = kept && which !== "source" ? keptFor(db, batchId, kept) : undefined;
  if (stored) return stored;
  const blob =
    item && which === "source" ? keptFor(db, batchId, `sources/${item.slug}`)?.blob || item.source : undefined;
  if (!blob) throw new TracepressError("not_found", "There is no such picture in this batch.");
  const { mediaType } = await sniffPicture(blobs.path(blob), "The file", readSvgSize).catch((cause: unknown) => {
    throw new TracepressError("not_found", "The file of this page is not a picture that can be shown.", { cause });
  });
  return { blob, size: (await stat(blobs.path(blob))).size, mediaType };
}

function keptFor(db: Db, batchId: string, name: string): ArtifactRow | undefined {
  const mine = and(eq(artifacts.batchId, batchId), eq(artifacts.name, name), eq(artifacts.role, "intermediate"));
  return db.select().from(artifacts).where(mine).get();
}

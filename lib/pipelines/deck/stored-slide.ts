import { z } from "zod";
import type { ArtifactDraft, ClosingItem, StageFiles, StoredBlob } from "../pipeline";
import type { SlideParts } from "./embed";
import type { MediaFile } from "./embed/relations";

/** Media type under which a slide waits for the deck it goes into: what it refers to as a line of JSON, then its XML. */
export const storedSlideType = "application/vnd.tracepress.slide";

/** Media type of a page of the deck's trace. */
export const slideTraceType = "application/vnd.tracepress.slide-trace+json";

/** Media type of a finished deck. */
export const deckType = "application/vnd.openxmlformats-officedocument.presentationml.presentation";

/** Media type of what packaging measured of itself. */
export const packageTraceType = "application/vnd.tracepress.package-trace+json";

const storedSlideSchema = z.object({
  width: z.number(),
  height: z.number(),
  relationships: z.array(z.object({ id: z.string(), type: z.string(), target: z.string(), external: z.boolean() })),
  media: z.array(z.object({ sha256: z.string(), extension: z.string() })),
});

/** A slide's parts as they wait in the blob store; `width` and `height` are EMU. */
export interface StoredSlide {
  width: number;
  height: number;
  parts: SlideParts;
}

const mediaTypes: Record<string, string> = {
  png: "image/png",
  jpeg: "image/jpeg",
  gif: "image/gif",
  svg: "image/svg+xml",
};

/** Keeps a slide for the packaging of its deck; its media are blobs of their own, shared by slides that have the same. */
export async function storeSlide(files: StageFiles, slug: string, slide: StoredSlide): Promise<ArtifactDraft[]> {
  const { parts, ...size } = slide;
  const media = parts.media.map(({ sha256, extension }) => ({ sha256, extension }));
  const head = `${JSON.stringify({ ...size, relationships: parts.relationships, media })}\n`;
  const stored = files.write(Buffer.concat([Buffer.from(head), parts.xml]));
  return Promise.all([...parts.media.map((file) => storeMedia(files, slug, file)), draftOf(`slides/${slug}`, stored)]);
}

async function storeMedia(files: StageFiles, slug: string, { sha256, extension, bytes }: MediaFile) {
  const blob = await files.write(bytes);
  const name = `slides/${slug}/${sha256}.${extension}`;
  return { name, media_type: mediaTypes[extension], blob, role: "intermediate" } as const;
}

async function draftOf(name: string, stored: Promise<StoredBlob>): Promise<ArtifactDraft> {
  return { name, media_type: storedSlideType, blob: await stored, role: "intermediate" };
}

/** Reads a slide back. @throws Error when the item has none: it was completed without. */
export async function readSlide(files: StageFiles, item: ClosingItem): Promise<StoredSlide> {
  const draft = item.artifacts.find(({ media_type }) => media_type === storedSlideType);
  if (!draft) throw new Error(`${item.name} has no slide`);
  const stored = await files.read(draft.blob.key);
  const end = stored.indexOf("\n");
  const { width, height, relationships, media } = storedSlideSchema.parse(JSON.parse(stored.toString("utf8", 0, end)));
  const loaded = await Promise.all(
    media.map(async ({ sha256, extension }) => ({ sha256, extension, bytes: await files.read(sha256) })),
  );
  return { width, height, parts: { xml: stored.subarray(end + 1), relationships, media: loaded } };
}

import { z } from "zod";
import type { ArtifactDraft, ClosingItem, StageFiles } from "../pipeline";
import type { SlideParts } from "./embed";

/** Media type under which a slide waits for the deck it goes into. */
export const storedSlideType = "application/vnd.tracepress.slide+json";

/** Media type of its shapes, as they go into the deck. */
const slideXmlType = "application/vnd.openxmlformats-officedocument.presentationml.slide+xml";

/** Media type of a page of the deck's trace. */
export const slideTraceType = "application/vnd.tracepress.slide-trace+json";

/** Media type of a finished deck. */
export const deckType = "application/vnd.openxmlformats-officedocument.presentationml.presentation";

/** Media type of what packaging measured of itself. */
export const packageTraceType = "application/vnd.tracepress.package-trace+json";

const storedSlideSchema = z.object({
  width: z.number(),
  height: z.number(),
  /** Key of its blob. */
  xml: z.string(),
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
  const drafts: ArtifactDraft[] = [];
  const { parts, ...size } = slide;
  for (const { sha256, extension, bytes } of parts.media) {
    const blob = await files.write(bytes);
    const name = `slides/${slug}/${sha256}.${extension}`;
    drafts.push({ name, media_type: mediaTypes[extension], blob, role: "intermediate" });
  }
  const media = parts.media.map(({ sha256, extension }) => ({ sha256, extension }));
  const xml = await files.write(parts.xml);
  drafts.push({ name: `slides/${slug}.xml`, media_type: slideXmlType, blob: xml, role: "intermediate" });
  const stored = { ...size, xml: xml.key, relationships: parts.relationships, media };
  const blob = await files.write(Buffer.from(JSON.stringify(stored)));
  drafts.push({ name: `slides/${slug}.json`, media_type: storedSlideType, blob, role: "intermediate" });
  return drafts;
}

/** Reads a slide back. @throws Error when the item has none: it was completed without. */
export async function readSlide(files: StageFiles, item: ClosingItem): Promise<StoredSlide> {
  const draft = item.artifacts.find(({ media_type }) => media_type === storedSlideType);
  if (!draft) throw new Error(`${item.name} has no slide`);
  const { width, height, xml, relationships, media } = storedSlideSchema.parse(
    JSON.parse((await files.read(draft.blob.key)).toString("utf8")),
  );
  const loaded = await Promise.all(
    media.map(async ({ sha256, extension }) => ({ sha256, extension, bytes: await files.read(sha256) })),
  );
  return { width, height, parts: { xml: await files.read(xml), relationships, media: loaded } };
}

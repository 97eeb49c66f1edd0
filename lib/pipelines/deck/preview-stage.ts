import { asTracepressError } from "@/lib/errors";
import type { ArtifactDraft, Stage, StageSpan } from "../pipeline";
import type { Fonts } from "./fonts";
import { previewPng, previewSvg } from "./preview";
import { previewMedia } from "./preview/media";
import { loadRasterizer } from "./raster";
import type { Slide } from "./slide";

/** Pixels of a preview's width. */
const width = 1280;

interface PreviewInput {
  slide: Slide;
  slug: string;
  fonts: Fonts;
  /** Pixels a picture on the slide may have and still be read. */
  maxPixels: number;
}

/**
 * Draws the slide as it stands in the deck, so that what was lost can be seen: a PNG, and an SVG that knows its shapes.
 * Without the PNG, and an event that says why, where the slide has more in it than can be drawn here.
 */
export const preview: Stage<PreviewInput, ArtifactDraft[]> = async (
  { slide, slug, fonts, maxPixels },
  { files, span },
) => {
  const svg = previewSvg(slide, await previewMedia(slide.media, maxPixels));
  const drawing = draw(svg, fonts, span).then((bytes) => bytes && files.write(bytes));
  const [vector, png] = await Promise.all([files.write(Buffer.from(svg)), drawing]);
  const drafts: ArtifactDraft[] = [
    { name: `slides/${slug}.svg`, media_type: "image/svg+xml", blob: vector, role: "intermediate" },
  ];
  if (png === null) return drafts;
  span.set("png.bytes", png.size);
  return [...drafts, { name: `previews/${slug}.png`, media_type: "image/png", blob: png, role: "output" }];
};

async function draw(svg: string, fonts: Fonts, span: StageSpan): Promise<Uint8Array | null> {
  try {
    return await previewPng(svg, width, await loadRasterizer(fonts));
  } catch (thrown) {
    // The slide itself is made: it is in the deck all the same.
    span.event("preview not drawn", { reason: asTracepressError(thrown).message });
    return null;
  }
}

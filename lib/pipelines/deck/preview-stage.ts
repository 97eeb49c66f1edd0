import type { ArtifactDraft, Stage } from "../pipeline";
import type { FontBook } from "./fonts";
import { previewPng, previewSvg } from "./preview";
import { loadRasterizer } from "./raster";
import type { Slide } from "./slide";

/** Pixels of a preview's width. */
const width = 1280;

/** Draws the slide as it stands in the deck, so that what was lost can be seen: a PNG, and an SVG that knows its shapes. */
export const preview: Stage<{ slide: Slide; slug: string; fonts: FontBook }, ArtifactDraft[]> = async (
  { slide, slug, fonts },
  { files, span },
) => {
  const rasterizer = await loadRasterizer(fonts);
  const drawn = previewSvg(slide);
  const [svg, png] = await Promise.all([
    files.write(Buffer.from(drawn)),
    previewPng(drawn, width, rasterizer).then((bytes) => files.write(bytes)),
  ]);
  span.set("png.bytes", png.size);
  return [
    { name: `slides/${slug}.svg`, media_type: "image/svg+xml", blob: svg, role: "intermediate" },
    { name: `previews/${slug}.png`, media_type: "image/png", blob: png, role: "output" },
  ];
};

import type { SlidePicture } from "../slide";
import type { Defs } from "./defs";
import { outlinesOf } from "./geometry";
import { type Box, boxOf } from "./lengths";
import { placedPicture } from "./paint";

/** A picture cut to its geometry, before it is flipped and turned. */
export function pictureXml({ placing, geometry, media, crop, opacity }: SlidePicture, defs: Defs): string {
  const box = boxOf(placing);
  const picture = placedPicture(media, crop === undefined ? box : uncut(box, crop), opacity, defs);
  return geometry.kind === "rect" && crop === undefined ? picture : clippedXml(picture, geometry, box, defs);
}

/** What is drawn over a box, cut to the areas of a geometry. */
export function clippedXml(content: string, geometry: SlidePicture["geometry"], box: Box, defs: Defs): string {
  const areas = outlinesOf(geometry, box).filter(({ filled }) => filled);
  const clip = defs.add((id) => `<clipPath id="${id}">${areas.map(({ tag }) => `${tag}/>`).join("")}</clipPath>`);
  return `<g clip-path="url(#${clip})">${content}</g>`;
}

/** Where the whole picture would stand. */
function uncut(box: Box, { left, top, right, bottom }: NonNullable<SlidePicture["crop"]>): Box {
  const width = box.width / Math.max(1e-6, 1 - left - right);
  const height = box.height / Math.max(1e-6, 1 - top - bottom);
  return { x: box.x - left * width, y: box.y - top * height, width, height };
}

import { intersection } from "../box";
import { apply, applyToRect, invert, multiply, rotation, translation } from "../matrix";
import { transformPath } from "../outline";
import type { Image, Matrix, Rect } from "../scene";
import type { Placing, SlideMedia, SlidePicture } from "../slide";
import { intersect } from "./boolean";
import { type Build, nothing, type Outcome, type Place } from "./build";
import { cropOf } from "./crop";
import { noEffects } from "./form";
import { customOf, placingOf } from "./placing";
import { mapRaster } from "./raster";
import { areaOf, covers, isEmpty, misses, type Region, rectangleOf, regionOfPath } from "./region";

/** A picture of the source as a picture on the slide, turned and mirrored as it stands, cut by its geometry. */
export function mapImage(build: Build, image: Image, place: Place): Outcome {
  const seen = intersection(applyToRect(place.matrix, image.box), build.slide);
  if (seen === null) return nothing("outside_slide");
  if (place.clip !== null && misses(place.clip, seen)) return nothing("clipped_away");
  if (!(place.opacity > 0)) return nothing("not_painted");
  const frame = frameOf(image.box, place.matrix);
  const mediaType = mediaTypeOf(image);
  if (frame === null || mediaType === null) return redrawn(build, image, place);
  const cut = place.clip === null || covers(place.clip, seen) ? whole(frame) : cutOf(frame, place.clip);
  if (cut === null) return redrawn(build, image, place);
  if (cut === "nothing") return nothing("clipped_away");
  const picture: SlidePicture = {
    kind: "picture",
    ...build.ids.base(image),
    ...cut,
    media: build.media.add({ bytes: image.bytes, mediaType }),
    vector: null,
    opacity: place.opacity,
    effects: noEffects,
  };
  return { shapes: [picture], reasons: cut.crop === undefined ? [] : ["clip_as_geometry"] };
}

/** Skewed pictures, pixels that must stay squares and WebP are drawn anew: no slide can show them. */
function redrawn(build: Build, image: Image, place: Place): Outcome {
  const back = invert(image.transform);
  if (back === null) return nothing("empty_geometry");
  const around = { ...place, matrix: multiply(place.matrix, back), opacity: 1, copied: true };
  const outcome = mapRaster(build, { ...image, opacity: place.opacity, clip: null }, around, false);
  return { ...outcome, reasons: [...outcome.reasons, "image_redrawn"] };
}

function mediaTypeOf({ mediaType, crisp }: Image): SlideMedia["mediaType"] | null {
  return crisp || mediaType === "image/webp" ? null : mediaType;
}

interface Frame {
  placing: Placing;
  /** From slide pixels to those of the picture's frame before it is flipped and turned. */
  back: Matrix;
  /** The frame before it is flipped and turned, in slide pixels. */
  box: Rect;
}

function frameOf(box: Rect, matrix: Matrix): Frame | null {
  const [a, b, c, d] = matrix;
  const across = Math.hypot(a, b);
  const down = Math.hypot(c, d);
  if (!(across > 0 && down > 0) || Math.abs(a * c + b * d) > 1e-3 * across * down) return null;
  const flipY = a * d - b * c < 0;
  const degrees = ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360;
  const bounds = applyToRect(matrix, box);
  const middle = { x: bounds.x + bounds.width / 2, y: bounds.y + bounds.height / 2 };
  const [width, height] = [box.width * across, box.height * down];
  const upright = { x: middle.x - width / 2, y: middle.y - height / 2, width, height };
  const turn = Math.round(degrees * 60_000) % 21_600_000;
  const still = multiply(rotation(-degrees), translation(-middle.x, -middle.y));
  const mirrored: Matrix = flipY ? multiply([1, 0, 0, -1, 0, 0], still) : still;
  const back = multiply(translation(middle.x, middle.y), mirrored);
  return { placing: { ...placingOf(upright), turn, flipY }, back, box: upright };
}

/** Where a picture stands, what is cut off it and its outline. */
type Cut = Pick<SlidePicture, "placing" | "geometry" | "crop">;

function whole({ placing }: Frame): Cut {
  return { placing, geometry: { kind: "rect" } };
}

/** The picture cut to the box about what is seen, and to the geometry of it; null when Skia cannot say. */
function cutOf(frame: Frame, clip: Region): Cut | "nothing" | null {
  const area = { path: transformPath(clip.path, frame.back), rule: "evenodd" } as const;
  const part = intersect(area, areaOf(rectangleOf(frame.box)));
  if (part === null) return null;
  const seen = regionOfPath(part, "evenodd");
  const placed = isEmpty(seen) ? null : customOf([{ path: seen.path, filled: true, stroked: false }]);
  const forth = invert(frame.back);
  if (placed === null || forth === null) return "nothing";
  const { x, y, width, height } = seen.box;
  const middle = apply(forth, { x: x + width / 2, y: y + height / 2 });
  const moved = { x: middle.x - width / 2, y: middle.y - height / 2, width, height };
  return {
    placing: { ...frame.placing, ...placingAt(moved) },
    geometry: seen.rectangle ? { kind: "rect" } : placed.geometry,
    crop: cropOf(frame.box, seen.box),
  };
}

function placingAt(rect: Rect): Pick<Placing, "x" | "y" | "width" | "height"> {
  const { x, y, width, height } = placingOf(rect, 1);
  return { x, y, width, height };
}

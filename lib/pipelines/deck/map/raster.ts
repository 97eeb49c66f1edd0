import { paintBox } from "../bounds";
import { intersection } from "../box";
import { applyToRect, meanScale, multiply } from "../matrix";
import type { Matrix, Rect, SceneNode } from "../scene";
import type { SlidePicture } from "../slide";
import { type Build, nothing, type Outcome, type Place } from "./build";
import { cropOf } from "./crop";
import { croppedFilter, raisedFilter } from "./filter-crop";
import { noEffects } from "./form";
import { emuPerPixel, placingOf } from "./placing";
import { layersInView } from "./svg/layers-in-view";
import { svgOfNode } from "./svg/node-sheet";

/** Pixels drawn for each slide pixel. */
const density = 2;
const mostPixels = 4096;

/**
 * A subtree as one picture of its visible part.
 * @param vector whether the SVG itself goes along, for programs that can show it (the picture tier).
 */
export function mapRaster(build: Build, node: SceneNode, around: Place, vector: boolean): Outcome {
  const matrix = multiply(around.matrix, node.transform);
  const seen = seenOf(build, paintBox(node, matrix), around);
  if (seen === null) return nothing("outside_slide");
  const isAwaited = build.decisions.has(node);
  for (const view of viewsOf(build, seen)) {
    if (build.tools.rasterizer.isSpent(isAwaited)) return nothing("too_much_to_draw");
    for (const sheet of sheetsOf(build, node, around, view)) {
      const picture = drawn(build, sheet, pixelsAcross(view), isAwaited);
      if (picture === null) continue;
      return { shapes: [pictureOf(build, node, { seen, view }, picture, vector)], reasons: [] };
    }
  }
  return nothing("picture_not_drawn");
}

/**
 * What to have drawn: what is seen, or else the whole slide, of which that is cut out. resvg gives up where a layer within
 * lies outside of its picture by more than twice the picture's size.
 */
function viewsOf({ slide }: Build, seen: Rect): Rect[] {
  return seen.width < slide.width || seen.height < slide.height ? [seen, slide] : [seen];
}

const pixelsAcross = ({ width, height }: Rect): number =>
  Math.max(1, Math.round(width * Math.min(density, mostPixels / Math.max(width, height))));

/** One way to have the node drawn. */
interface Sheet {
  /** The SVG of it. */
  write(): string;
  /** See `DrawingOptions`. */
  filterSpread: number;
}

interface Drawn {
  png: Uint8Array;
  svg: string;
}

/** Null when it cannot be drawn. */
function drawn(build: Build, { write, filterSpread }: Sheet, width: number, isAwaited: boolean): Drawn | null {
  try {
    const svg = write();
    return { svg, png: build.tools.rasterizer.draw(svg, width, { filterSpread, isAwaited }).png };
  } catch (thrown) {
    build.tools.signal?.throwIfAborted();
    if (thrown instanceof Error) return null;
    throw thrown;
  }
}

/** The visible box in slide pixels, widened to whole ones so that edges stay where they are. */
function seenOf(build: Build, box: Rect | null, { clip }: Place): Rect | null {
  let seen = box === null ? null : intersection(box, build.slide);
  if (seen !== null && clip !== null) seen = intersection(seen, clip.box);
  if (seen === null || (clip !== null && clip.path.length === 0)) return null;
  const x = Math.floor(seen.x);
  const y = Math.floor(seen.y);
  const width = Math.max(1, Math.ceil(seen.x + seen.width) - x);
  return { x, y, width, height: Math.max(1, Math.ceil(seen.y + seen.height) - y) };
}

/**
 * From the source where it has the node once, else, or when that fails, written from the scene. A filter is written
 * first, and so are layers that begin far before the view, since what of them is out of view can be left out there.
 */
function sheetsOf(build: Build, node: SceneNode, around: Place, seen: Rect): Sheet[] {
  const cropped = croppedNode(node, around, seen);
  const written: Sheet = {
    write: () => svgOfNode(cropped, around, seen),
    filterSpread: filterSpread(cropped, around.matrix, seen),
  };
  if (around.copied || node.origin.id.includes("/")) return [written];
  const cut: Sheet = {
    write: () => build.tools.source.cut([node.origin.source], inScene(build, seen)),
    filterSpread: filterSpread(node, around.matrix, seen),
  };
  return cropped === node ? [cut, written] : [written, cut];
}

/** How many times as large as the picture the largest filter region in the node is. */
function filterSpread(node: SceneNode, around: Matrix, seen: Rect): number {
  const matrix = multiply(around, node.transform);
  const region = node.filter === null ? null : applyToRect(matrix, node.filter.region);
  let most = region === null ? 1 : (region.width * region.height) / (seen.width * seen.height);
  for (const child of node.kind === "group" ? node.children : []) {
    most = Math.max(most, filterSpread(child, matrix, seen));
  }
  return Math.max(1, most);
}

/** With what is out of view left out of its filter or its layers; the node itself where all is as it was. */
function croppedNode(node: SceneNode, { matrix }: Place, seen: Rect): SceneNode {
  const whole = multiply(matrix, node.transform);
  if (node.filter === null) return layersInView(node, whole, seen);
  const cropped = croppedFilter(node.filter, whole, seen) ?? node.filter;
  const filter = raisedFilter(cropped, meanScale(whole));
  return filter === node.filter ? node : { ...node, filter };
}

/** A box of slide pixels in the scene's user units. */
function inScene({ page }: Build, { x, y, width, height }: Rect): Rect {
  const unit = emuPerPixel / page.scale;
  return {
    x: x * unit - page.offset.x / page.scale,
    y: y * unit - page.offset.y / page.scale,
    width: width * unit,
    height: height * unit,
  };
}

function pictureOf(
  build: Build,
  node: SceneNode,
  { seen, view }: { seen: Rect; view: Rect },
  { png, svg }: Drawn,
  withVector: boolean,
): SlidePicture {
  const vector = withVector
    ? build.media.add({ bytes: new TextEncoder().encode(svg), mediaType: "image/svg+xml" })
    : null;
  return {
    kind: "picture",
    ...build.ids.base(node),
    placing: placingOf(seen),
    geometry: { kind: "rect" },
    media: build.media.add({ bytes: png, mediaType: "image/png" }),
    vector,
    ...(view !== seen && { crop: cropOf(view, seen) }),
    opacity: 1,
    effects: noEffects,
  };
}

import { translation } from "../matrix";
import { transformPath } from "../outline";
import type { ClipShape, Colour, Origin, PathData, Rect } from "../scene";
import { groupOf, plainShape } from "./frame";
import { coverOf } from "./opaque";
import { blank, mostElements, type Picture, pictureOf, type Work } from "./picture";

/** Copies of the input's region side by side over the whole region (Filter Effects 1, 9.19); null when too many. */
export function tiled(input: Picture, tile: Rect | null, region: Rect, { origin }: Work): Picture | null {
  if (tile === null || input.nodes.length === 0) return blank;
  const [left, right] = span(tile.x, tile.width, region.x, region.width);
  const [top, bottom] = span(tile.y, tile.height, region.y, region.height);
  const copies = (right - left + 1) * (bottom - top + 1);
  const cover = coverOf(input.nodes);
  if (cover?.shapes.length === 1 && cover.colour !== null && copies <= mostTiles) {
    return repeated(cover.shapes[0], cover.colour, tile, { left, right, top, bottom }, origin);
  }
  if (!(copies * input.size <= mostElements)) return null;
  const nodes = [];
  for (let row = top; row <= bottom; row++) {
    for (let column = left; column <= right; column++) {
      const transform = translation(column * tile.width, row * tile.height);
      nodes.push(groupOf(origin, input.nodes, { transform }));
    }
  }
  return { nodes, size: copies * input.size };
}

/** First and last index of the tiles that reach into a stretch. */
function span(at: number, size: number, from: number, length: number): [number, number] {
  return [Math.floor((from - at) / size + 1e-6), Math.ceil((from + length - at) / size - 1e-6) - 1];
}

/** More tiles than this are drawn as a picture. */
const mostTiles = 2000;

interface Span {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** A plain area repeated is one path of many parts, each apart in its tile. */
function repeated({ outline, rule }: ClipShape, colour: Colour, tile: Rect, span: Span, origin: Origin): Picture {
  const all: PathData = [];
  for (let row = span.top; row <= span.bottom; row++) {
    for (let column = span.left; column <= span.right; column++) {
      all.push(...transformPath(outline, translation(column * tile.width, row * tile.height)));
    }
  }
  return pictureOf([plainShape(origin, { kind: "path", outline: all }, colour, rule)]);
}

import type { Colour, Fill, PathData, SceneNode, Shape } from "../scene";
import { isEditorsId } from "./editors";

/** A plain path of one opaque colour that nobody named. */
export type Mergeable = Shape & {
  geometry: { kind: "path"; outline: PathData };
  fill: Fill & { paint: { kind: "solid"; colour: Colour } };
};

/**
 * Whether a node is nothing but an area of one colour, so that it may become a part of a larger one: no stroke or
 * effect of its own, no title or link, and no id that a person gave it. Rectangles, ellipses and lines stay themselves.
 */
export function isMergeable(node: SceneNode): node is Mergeable {
  return node.kind === "shape" && node.geometry.kind === "path" && isPlainArea(node) && isNameless(node);
}

function isPlainArea({ fill, stroke, markers, opacity, blend, clip, mask, filter }: Shape): boolean {
  if (fill === null || fill.paint.kind !== "solid" || fill.opacity < 1 || fill.paint.colour.alpha < 1) return false;
  const effects = clip !== null || mask !== null || filter !== null;
  return stroke === null && markers.length === 0 && opacity === 1 && blend === "normal" && !effects;
}

function isNameless({ origin, title, description, link }: Shape): boolean {
  const named = origin.idGiven && !isEditorsId(origin.id);
  return !named && title === "" && description === "" && link === "";
}

export function sameColour(one: Mergeable, other: Mergeable): boolean {
  const [first, second] = [one.fill.paint.colour, other.fill.paint.colour];
  return first.red === second.red && first.green === second.green && first.blue === second.blue;
}

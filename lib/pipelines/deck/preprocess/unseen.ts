import { clipBox } from "../bounds";
import type { ReasonCode } from "../policy";
import type { Clip, SceneNode, Shape, Text } from "../scene";
import { enclosesArea } from "./area";
import { isSeenPaint } from "./seen-paint";

/**
 * Why a node can never be seen, wherever it stands; null when it may be. What is seen through but has a link stays: it
 * can be clicked. A filter may paint where its element does not, so below one nothing is said.
 */
export function unseenBecause(node: SceneNode): ReasonCode | null {
  if (node.clip !== null && cutsAll(node.clip)) return "clipped_away";
  if (node.opacity === 0) return hasLink(node) ? null : "fully_transparent";
  if (node.filter !== null) return null;
  switch (node.kind) {
    case "group":
      return node.children.length === 0 ? "empty_group" : null;
    case "shape":
      return unseenShape(node);
    case "text":
      return unseenText(node);
    case "image":
      return node.box.width > 0 && node.box.height > 0 ? null : "empty_geometry";
  }
}

function cutsAll(clip: Clip): boolean {
  const box = clipBox(clip);
  return box === null || box.width === 0 || box.height === 0;
}

function unseenShape(shape: Shape): ReasonCode | null {
  const { fill, stroke, markers, geometry } = shape;
  if (isSeenPaint(stroke) || markers.length > 0) return null;
  if (!enclosesArea(geometry.outline)) return "empty_geometry";
  return isSeenPaint(fill) || hasLink(shape) ? null : "not_painted";
}

function unseenText(text: Text): ReasonCode | null {
  const runs = text.chunks.flatMap((chunk) => chunk.runs);
  if (runs.length === 0) return "empty_text";
  const seen = runs.some(({ fill, stroke, decorations }) =>
    [{ fill, stroke }, ...decorations].some((painted) => isSeenPaint(painted.fill) || isSeenPaint(painted.stroke)),
  );
  return seen || hasLink(text) ? null : "not_painted";
}

function hasLink(node: SceneNode): boolean {
  if (node.link !== "") return true;
  if (node.kind === "text") return node.chunks.some(({ runs }) => runs.some(({ link }) => link !== ""));
  return node.kind === "group" && node.children.some(hasLink);
}

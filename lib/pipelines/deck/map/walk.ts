import { multiply } from "../matrix";
import type { SceneNode } from "../scene";
import type { SlideShape } from "../slide";
import type { Build, MapDecision, Outcome, Place } from "./build";
import { grouped } from "./form";
import { labelled } from "./label";
import { mapImage } from "./picture";
import { mapRaster } from "./raster";
import type { MapReason } from "./reasons";
import { within } from "./region";
import { type Clock, startClock, writeRow } from "./rows";
import { mapShape } from "./shape";
import { mapText } from "./text";

/** Children in order of painting, each with its own rows in the trace. */
export function mapChildren(build: Build, children: readonly SceneNode[], place: Place): Outcome {
  const shapes: SlideShape[] = [];
  const reasons: MapReason[] = [];
  for (const child of children) {
    const outcome = mapNode(build, child, place);
    shapes.push(...outcome.shapes);
    reasons.push(...outcome.reasons);
  }
  return { shapes, reasons };
}

/** @param around where the node's parent stands. */
export function mapNode(build: Build, node: SceneNode, around: Place): Outcome {
  build.tools.signal?.throwIfAborted();
  build.tools.deadline?.step();
  const clock = startClock(build);
  const decision = build.decisions.get(node) ?? unasked(node);
  if (decision.decision !== "native") return mapDrawn(build, node, around, decision, clock);
  const matrix = multiply(around.matrix, node.transform);
  const place: Place = {
    ...around,
    matrix,
    opacity: around.opacity * node.opacity,
    clip: within(around.clip, node.clip, matrix),
    reasons: decision.reasons.length === 0 ? around.reasons : [...around.reasons, ...decision.reasons],
  };
  if (node.kind === "group") {
    const { shapes: all, reasons } = mapChildren(build, node.children, place);
    const shapes = isWritten(node) && node.children.length === 2 ? labelled(build, all) : all;
    return { shapes: hasMeaning(node) || shapes.length > 1 ? group(build, node, shapes) : shapes, reasons };
  }
  const outcome = leaf(build, node, place);
  writeRow(build, node, outcome, outcome.format ?? "native", place.reasons, clock);
  return outcome;
}

function leaf(build: Build, node: Exclude<SceneNode, { kind: "group" }>, place: Place): Outcome {
  switch (node.kind) {
    case "shape":
      return mapShape(build, node, place);
    case "image":
      return mapImage(build, node, place);
    case "text":
      return mapText(build, node, place);
  }
}

function mapDrawn(build: Build, node: SceneNode, around: Place, decision: MapDecision, clock: Clock): Outcome {
  const outcome = mapRaster(build, node, around, decision.decision === "picture");
  const format = decision.decision === "picture" ? "picture" : "raster";
  writeRow(build, node, outcome, format, [...around.reasons, ...decision.reasons], clock);
  return outcome;
}

/** Parts that policy was not asked about, such as a marker's: what has no native form is drawn. */
function unasked(node: SceneNode): MapDecision {
  const reasons: MapReason[] = [];
  if (node.filter !== null) reasons.push("filter");
  if (node.mask !== null) reasons.push("mask");
  if (node.blend !== "normal") reasons.push("blend_mode");
  return { decision: reasons.length === 0 ? "native" : "raster", reasons };
}

/** A group that the author made: what stands in it belongs together. */
function isWritten({ origin }: SceneNode): boolean {
  return origin.tag === "g" || origin.tag === "a";
}

/** A group that says something: kept even around a single shape. */
function hasMeaning({ origin, title, description }: SceneNode): boolean {
  return (origin.idGiven && origin.tag === "g") || title !== "" || description !== "";
}

function group(build: Build, node: SceneNode, shapes: SlideShape[]): SlideShape[] {
  if (shapes.length === 0) return [];
  return shapes.length === 1
    ? [{ kind: "group", ...build.ids.base(node), children: shapes }]
    : grouped(build, node, shapes);
}

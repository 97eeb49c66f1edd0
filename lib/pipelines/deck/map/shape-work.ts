import { pathBox } from "../bounds";
import { intersection } from "../box";
import { meanScale } from "../matrix";
import { transformPath } from "../outline";
import type { Fill, PathData, Rect, Shape, Stroke } from "../scene";
import { arrowed } from "./arrow";
import type { Build, Place } from "./build";
import { paints } from "./fill";
import type { FormParts } from "./form";
import type { Nearby } from "./near";
import { customOf, emuPerPixel, type Placed } from "./placing";
import { presetOf } from "./preset";
import type { MapReason } from "./reasons";
import { covers, isEmpty, type Region } from "./region";
import { type StrokePlan, strokePlan } from "./stroke-plan";

/** One step of painting, or fill and stroke in one; null draws nothing. */
export interface Part {
  word: string;
  parts: FormParts | null;
  reasons: MapReason[];
}

/** What painting a shape needs to know. */
export interface Work {
  build: Build;
  shape: Shape;
  place: Place;
  /** In slide pixels. */
  outline: PathData;
  /** Null when it leaves no trace. */
  fill: Fill | null;
  stroke: Stroke | null;
  plan: StrokePlan | null;
  /** Null when nothing of it is cut. */
  cut: Region | null;
}

/** @param seen the shape's box on the slide, in slide pixels. */
export function workOf(build: Build, { shape, outline }: Nearby, place: Place, seen: Rect): Work {
  const fill = shape.fill !== null && paints(shape.fill.paint, shape.fill.opacity * place.opacity) ? shape.fill : null;
  const { stroke: asked } = shape;
  const stroked = asked !== null && asked.width > 0 && paints(asked.paint, asked.opacity * place.opacity);
  const stroke = stroked ? asked : null;
  const pixelsPerUnit = build.page.scale / emuPerPixel;
  const plan = stroke === null ? null : strokePlan(stroke, shape.geometry.outline, place.matrix, pixelsPerUnit);
  const cut = place.clip === null || isUncut(place.clip, seen, build, outline, plan) ? null : place.clip;
  return withArrows({ build, shape, place, outline, fill, stroke, plan, cut });
}

/** Markers that are arrow heads go into the line, where nothing but a line is drawn. */
function withArrows(work: Work): Work {
  const { build, shape, place, fill, stroke, plan, cut } = work;
  const filled = fill !== null && work.outline.length > 2;
  if (filled || cut !== null || stroke === null || plan?.line == null || !plan.whole) return work;
  const made = arrowed(shape, stroke, meanScale(place.matrix));
  if (made === null) return work;
  const { outline } = made.shape.geometry;
  const longer = strokePlan(stroke, outline, place.matrix, build.page.scale / emuPerPixel);
  const line = longer.line && { ...longer.line, head: made.head, tail: made.tail };
  if (line === null) return work;
  const reasons: MapReason[] = [...longer.reasons, "marker_as_arrow"];
  const arrowedPlan = { ...longer, line, reasons };
  return { ...work, shape: made.shape, outline: transformPath(outline, place.matrix), plan: arrowedPlan };
}

/** A line up to so wide, in EMU, that runs along the clip's straight edge is not cut in half: it would not stay a line. */
const thinLine = 2 * emuPerPixel;

/** The box of a stroke is a guess where miters are; its area is asked only when the guess sticks out. */
function isUncut(clip: Region, seen: Rect, build: Build, outline: PathData, plan: StrokePlan | null): boolean {
  if (covers(clip, seen)) return true;
  if (plan === null || isEmpty(clip)) return false;
  const inner = pathBox(outline);
  const drawn = inner === null ? null : intersection(inner, build.slide);
  if (drawn === null || !covers(clip, drawn)) return false;
  if (clip.rectangle && plan.line !== null && plan.line.width <= thinLine) return true;
  const area = plan.area();
  const box = area === null ? null : pathBox(area);
  const kept = box === null ? null : intersection(box, build.slide);
  return kept !== null && covers(clip, kept);
}

/** The shape's own geometry; a turned one only under a plain colour, since fills turn with it. */
export function presetFor({ shape, place, plan }: Work, fill: Fill | null): Placed | null {
  const preset = presetOf(shape.geometry, place.matrix);
  if (preset === null || preset.geometry.kind === "line") return preset;
  // Dashes begin elsewhere on PowerPoint's own shapes than on SVG's.
  if (plan?.line != null && plan.line.dashes.length > 0) return null;
  return preset.placing.turn !== 0 && fill !== null && fill.paint.kind !== "solid" ? null : preset;
}

/** An area as it stands in a deck; null for one that shows nothing. */
export function filledOf(path: PathData): Placed | null {
  const placed = customOf([{ path, filled: true, stroked: false }]);
  return placed !== null && placed.box.width > 0 && placed.box.height > 0 ? placed : null;
}

export function hasArea(path: PathData): boolean {
  const box = pathBox(path);
  return box !== null && box.width > 0 && box.height > 0;
}

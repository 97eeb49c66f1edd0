import { shapeOwnBox } from "../bounds";
import { intersection } from "../box";
import { invert, multiply } from "../matrix";
import type { Fill, Shape } from "../scene";
import type { SlideShape } from "../slide";
import { type Build, nothing, type Outcome, type Place } from "./build";
import { formOf, grouped } from "./form";
import { nearby } from "./near";
import { mapRaster } from "./raster";
import type { MapReason } from "./reasons";
import { misses } from "./region";
import { shadowEffect } from "./shadow";
import { fillPart } from "./shape-fill";
import { bothPart, sharesForm, strokePart } from "./shape-stroke";
import { type Part, type Work, workOf } from "./shape-work";
import { softEdged } from "./soft-edge";
import { mapChildren } from "./walk";

/** A shape of the scene; `place` is its own, transform, opacity and clip worked in. */
export function mapShape(build: Build, shape: Shape, place: Place): Outcome {
  const box = shapeOwnBox(shape, place.matrix);
  if (box === null) return nothing(shape.geometry.outline.length === 0 ? "empty_geometry" : "not_painted");
  const seen = intersection(box, build.slide);
  if (seen === null) return nothing("outside_slide");
  if (place.clip !== null && misses(place.clip, seen)) return nothing("clipped_away");
  const work = workOf(build, nearby(shape, place.matrix, build.slide), place, seen);
  if (shape.blur !== undefined && work.fill !== null) return blurred(work, work.fill);
  const { shapes, reasons } = paint(work);
  const unresolved = reasons.find((reason) => reason === "clip_not_resolved" || reason === "stroke_not_resolved");
  if (unresolved !== undefined) return drawn(work, shape, unresolved, "picture");
  if (shapes.length === 0 && reasons.length === 0) reasons.push(work.cut === null ? "not_painted" : "clipped_away");
  if (shapes.length === 1) shapes[0].name = shape.origin.id;
  return { shapes: grouped(build, shape, shapes), reasons };
}

/** A blur that a clip cuts is drawn. */
function blurred(work: Work, fill: Fill): Outcome {
  const { build, shape, place, cut } = work;
  if (cut === null) return softEdged(build, shape, fill, place.matrix, place.opacity);
  return drawn(work, { ...shape, blur: undefined, filter: shape.blur?.filter ?? null }, "blur_clipped", "raster");
}

/** What shapes cannot show, drawn; what has a form but takes too long to work out stays sharp at any size. */
function drawn(
  { build, shape: { transform }, place }: Work,
  shape: Shape,
  why: MapReason,
  format: "picture" | "raster",
): Outcome {
  const back = invert(transform);
  if (back === null) return nothing("empty_geometry");
  const around = { ...place, matrix: multiply(place.matrix, back), opacity: 1, copied: true };
  const { shapes, reasons } = mapRaster(
    build,
    { ...shape, opacity: place.opacity, clip: null },
    around,
    format === "picture",
  );
  return { shapes, reasons: [...reasons, why], format };
}

function paint(work: Work): Outcome {
  const shapes: SlideShape[] = [];
  const reasons: MapReason[] = [];
  for (const step of stepsOf(work)) {
    const outcome = step(work);
    shapes.push(...outcome.shapes);
    reasons.push(...outcome.reasons);
  }
  return { shapes, reasons };
}

type Step = (work: Work) => Outcome;

/** Steps in painting order; fill and stroke are one where one form shows both. */
function stepsOf(work: Work): Step[] {
  const steps: Step[] = [];
  for (const step of work.shape.paintOrder) {
    if (step === "markers") steps.push(markers);
    else if (step === "fill" && work.fill !== null) steps.push(fill);
    else if (step === "stroke" && work.stroke !== null) {
      const shared = steps.at(-1) === fill && sharesForm(work);
      if (shared) steps[steps.length - 1] = both;
      else steps.push(stroke);
    }
  }
  return steps;
}

const fill: Step = (work) => formed(work, fillPart(work));
const stroke: Step = (work) => formed(work, strokePart(work));
const both: Step = (work) => formed(work, bothPart(work));

/** Markers have no rows of their own: they are a part of the shape. */
const markers: Step = ({ build, shape, place }) => {
  const content = shape.markers.map((marker) => marker.content);
  return mapChildren({ ...build, rows: [] }, content, { ...place, copied: true });
};

function formed({ build, shape, place }: Work, { word, parts, reasons }: Part): Outcome {
  if (parts === null) return { shapes: [], reasons };
  const form = formOf(build, shape, parts, word);
  const { shadow } = shape;
  const effects = shadow === undefined ? form.effects : shadowEffect(shadow, place.matrix, place.opacity);
  return { shapes: [{ ...form, effects }], reasons };
}

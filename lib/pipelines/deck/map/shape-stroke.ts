import type { PathData } from "../scene";
import { intersect } from "./boolean";
import { slideColour } from "./colour";
import { bothRules } from "./contours";
import { fillOf } from "./fill";
import type { FormParts } from "./form";
import { customOf, type Placed } from "./placing";
import type { MapReason } from "./reasons";
import { areaOf, type Region } from "./region";
import { fillArea, fillPart, shinesThrough } from "./shape-fill";
import { filledOf, hasArea, type Part, presetFor, type Work } from "./shape-work";
import type { StrokePlan } from "./stroke-plan";

/** Whether one form can show fill and stroke: a plain line that nothing cuts. */
export function sharesForm({ cut, plan, stroke }: Work): boolean {
  return cut === null && plan?.line != null && stroke?.paint.kind === "solid";
}

/** Fill and stroke in one form. */
export function bothPart(work: Work): Part {
  const { build, place, fill, plan } = work;
  if (fill === null || plan === null) return fillPart(work);
  const preset = plan.whole && !shinesThrough(work) ? presetFor(work, fill) : null;
  const filled = preset === null ? fillArea(work, fill) : null;
  const placed = preset ?? bothPaths(work, filled?.path ?? [], plan);
  if (placed === null) return { word: "", parts: null, reasons: ["empty_geometry"] };
  const outcome = fillOf(build, fill.paint, fill.opacity * place.opacity, place.matrix, placed.box);
  const reasons = [...(filled?.reasons ?? []), ...outcome.reasons, ...plan.reasons];
  return { word: "", parts: { placed, fill: outcome.fill, line: lineOf(work, plan) }, reasons };
}

/** One path when fill and line follow the same closed contours, else one for each. */
function bothPaths({ outline }: Work, area: PathData, plan: StrokePlan): Placed | null {
  const same = plan.whole && area.length === outline.length && outline.at(-1)?.type === "Z";
  if (same) return customOf([{ path: area, filled: true, stroked: true }]);
  const line = { path: plan.path, filled: false, stroked: true };
  return customOf(hasArea(area) ? [{ path: area, filled: true, stroked: false }, line] : [line]);
}

/** The stroke alone, as a line where one looks the same, else as an area. */
export function strokePart(work: Work): Part {
  const { plan, cut } = work;
  if (plan === null) return { word: "stroke", parts: null, reasons: [] };
  const line = cut === null ? lineOf(work, plan) : null;
  if (line === null) return areaPart(work, plan);
  const preset = plan.whole ? presetFor(work, null) : null;
  const placed = preset ?? customOf([{ path: plan.path, filled: false, stroked: true }]);
  return { word: "stroke", parts: placed && { placed, fill: null, line }, reasons: plan.reasons };
}

function lineOf({ place, stroke }: Work, plan: StrokePlan): FormParts["line"] {
  if (stroke === null || plan.line === null || stroke.paint.kind !== "solid") return null;
  const colour = slideColour(stroke.paint.colour, stroke.opacity * place.opacity);
  return { ...plan.line, fill: { kind: "solid", colour } };
}

function areaPart({ build, place, stroke, cut }: Work, plan: StrokePlan): Part {
  const area = areaSeen(plan, cut);
  if (area === null || stroke === null) return { word: "stroke", parts: null, reasons: ["stroke_not_resolved"] };
  const placed = filledOf(area);
  if (placed === null) return { word: "stroke", parts: null, reasons: [] };
  const outcome = fillOf(build, stroke.paint, stroke.opacity * place.opacity, place.matrix, placed.box);
  const why: MapReason = cut === null ? "stroke_outlined" : "clip_as_geometry";
  const reasons = [...plan.reasons, why, ...outcome.reasons];
  return { word: "stroke", parts: { placed, fill: outcome.fill, line: null }, reasons };
}

function areaSeen(plan: StrokePlan, cut: Region | null): PathData | null {
  const area = plan.area();
  if (area === null) return null;
  const kept = cut === null ? area : intersect({ path: area, rule: "nonzero" }, areaOf(cut));
  return kept === null ? null : bothRules(kept, cut === null ? "nonzero" : "evenodd").path;
}

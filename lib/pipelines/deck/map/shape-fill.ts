import type { Fill, PathData } from "../scene";
import { intersect, subtract } from "./boolean";
import { bothRules } from "./contours";
import { fillOf } from "./fill";
import type { Placed } from "./placing";
import type { MapReason } from "./reasons";
import { areaOf } from "./region";
import { filledOf, type Part, presetFor, type Work } from "./shape-work";

/** The fill alone. */
export function fillPart(work: Work): Part {
  const { fill, shape, cut } = work;
  if (fill === null) return { word: "fill", parts: null, reasons: [] };
  const preset = cut === null && !shinesThrough(work) ? presetFor(work, fill) : null;
  if (preset !== null && preset.geometry.kind !== "line") return painted(work, preset, fill, []);
  const { path, reasons } = fillArea(work, fill);
  const placed = filledOf(path);
  if (placed !== null) return painted(work, placed, fill, reasons);
  return { word: "fill", parts: null, reasons: cut === null || shape.stroke !== null ? [] : ["clipped_away"] };
}

function painted({ build, place }: Work, placed: Placed, fill: Fill, reasons: MapReason[]): Part {
  const outcome = fillOf(build, fill.paint, fill.opacity * place.opacity, place.matrix, placed.box);
  const parts = outcome.fill === null ? null : { placed, fill: outcome.fill, line: null };
  return { word: "fill", parts, reasons: [...reasons, ...outcome.reasons] };
}

/** A stroke over its own fill, see-through as one: the fill ends where the stroke begins. */
export function shinesThrough({ place, stroke, fill }: Work): boolean {
  if (!(place.opacity < 1) || stroke === null || fill === null) return false;
  return stroke.opacity * (stroke.paint.kind === "solid" ? stroke.paint.colour.alpha : 1) > 0.99;
}

/** The fill's area as it is seen, in slide pixels, right under both rules. */
export function fillArea(work: Work, fill: Fill): { path: PathData; reasons: MapReason[] } {
  const { outline, cut } = work;
  const resolved = bothRules(outline, fill.rule);
  const unsure: MapReason[] = resolved.exact ? [] : ["overlaps_not_resolved"];
  const path = shinesThrough(work) ? beside(work, resolved.path) : resolved.path;
  if (cut === null) return { path, reasons: unsure };
  const kept = intersect({ path, rule: "evenodd" }, areaOf(cut));
  if (kept === null) return { path, reasons: ["clip_not_resolved"] };
  return { path: bothRules(kept, "evenodd").path, reasons: [...unsure, "clip_as_geometry"] };
}

/** What the stroke leaves of the fill when it is painted over it. */
function beside({ plan, shape }: Work, path: PathData): PathData {
  const { paintOrder } = shape;
  const covered = paintOrder.indexOf("stroke") > paintOrder.indexOf("fill") ? plan?.area() : null;
  if (covered == null) return path;
  const rest = subtract({ path, rule: "evenodd" }, { path: covered, rule: "nonzero" });
  return rest === null ? path : bothRules(rest, "evenodd").path;
}

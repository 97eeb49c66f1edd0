import type { preprocessingPresets } from "@/lib/contracts/terms/deck";
import { scaling } from "../matrix";
import type { SvgDocument } from "../parse/element";
import type { Scene, SceneNote } from "../scene";
import { dropUnseen } from "./drop";
import { mergeNeighbours } from "./merge";
import { tellMetadata, withoutRemarks } from "./metadata";
import { type PreprocessReport, untouched } from "./report";
import { simplifyOutlines } from "./simplify";

export type { PreprocessReport } from "./report";

export type PreprocessingPreset = (typeof preprocessingPresets)[number];

export interface Preprocessed {
  scene: Scene;
  report: PreprocessReport;
}

/**
 * Makes a scene simpler before anything is decided about it: run between parse and settle.
 * `minimal` leaves it as it is. `default` drops what can never be seen and what editors wrote for themselves, and never
 * changes a pixel; what is dropped has a note in the scene as well. `aggressive` also draws outlines by fewer segments,
 * less than half a slide pixel from where they were, and makes one path of neighbours of the same colour.
 * @param pixelsPerUnit slide pixels (1/96 inch) for each user unit of the outermost viewport.
 * @param document the scene was read from, for the metadata in it to be told; without it the report has none.
 */
export function preprocess(
  scene: Scene,
  preset: PreprocessingPreset,
  pixelsPerUnit: number,
  document?: SvgDocument,
): Preprocessed {
  const report = untouched();
  if (preset === "minimal") return { scene, report };
  const cleaned = clean(scene, report);
  if (document !== undefined) tellMetadata(document, report);
  if (preset === "default") return { scene: cleaned, report };
  const toPixels = scaling(pixelsPerUnit);
  const root = mergeNeighbours(simplifyOutlines(cleaned.root, toPixels, report), toPixels, report);
  return { scene: { ...cleaned, root }, report };
}

function clean(scene: Scene, report: PreprocessReport): Scene {
  const root = dropUnseen(scene.root, report);
  const notes = [...scene.notes, ...report.changes.map(noteOf)];
  return withoutRemarks(root === scene.root ? scene : { ...scene, root, notes }, report);
}

function noteOf({ element_id, element_type, source_line, reason }: PreprocessReport["changes"][number]): SceneNote {
  return { element_id, element_type, source_line, reason, detail: "" };
}

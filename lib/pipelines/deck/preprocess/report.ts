import type { ReasonCode } from "../policy";
import type { Origin } from "../scene";

/** What a preset did to one element of the source. */
export interface PreprocessChange {
  element_id: string;
  element_type: string;
  source_line: number;
  kind: "dropped" | "merged" | "simplified" | "metadata";
  reason: ReasonCode;
  /** `Origin.id` of the path it became a part of; empty when it is no part of one. */
  merged_into: string;
}

/** All a preset did to a scene, in the order it was done: drops first, then metadata, outlines and merges. */
export interface PreprocessReport {
  /** Elements left out because nothing of them is ever seen, groups and what they hold alike. */
  dropped: number;
  /** Editors' own elements, titles and descriptions. */
  metadata: number;
  /** Paths with fewer segments than before. */
  simplified: number;
  /** Elements that became a part of a path of several. */
  merged: number;
  /** Path segments of the outlines that went. */
  segments_removed: number;
  changes: PreprocessChange[];
}

/** Of a scene that was left as it is. */
export function untouched(): PreprocessReport {
  return { dropped: 0, metadata: 0, simplified: 0, merged: 0, segments_removed: 0, changes: [] };
}

/** Counts one change and keeps it. */
export function record(
  report: PreprocessReport,
  { id, tag, line }: Pick<Origin, "id" | "tag" | "line">,
  kind: PreprocessChange["kind"],
  reason: ReasonCode,
  mergedInto = "",
): void {
  report[kind] += 1;
  const element = { element_id: id, element_type: tag, source_line: line };
  report.changes.push({ ...element, kind, reason, merged_into: mergedInto });
}

import { performance } from "node:perf_hooks";
import type { SceneNode } from "../scene";
import type { Mapped } from "../slide";
import type { Build, Outcome } from "./build";

/** When an element was begun and how many bytes of pictures there were. */
export interface Clock {
  started: number;
  bytes: number;
}

export function startClock(build: Build): Clock {
  return { started: performance.now(), bytes: build.media.size };
}

/**
 * What became of one painted element, or of a group that is drawn as one picture.
 */
export function writeRow(
  build: Build,
  { origin }: SceneNode,
  { shapes, reasons }: Outcome,
  format: Mapped["output_format"],
  decided: readonly string[],
  clock: Clock,
): void {
  build.rows.push({
    element_id: origin.id,
    element_type: origin.tag,
    source_line: origin.line,
    source: origin.source,
    shape_id: shapes[0]?.id ?? null,
    other_shape_ids: shapes.slice(1).map(({ id }) => id),
    output_format: shapes.length === 0 ? "none" : format,
    reasons: [...new Set([...decided, ...reasons])],
    processing_time_ms: performance.now() - clock.started,
    media_bytes: build.media.size - clock.bytes,
  });
}

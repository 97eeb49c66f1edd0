import { type Segment, segmentsOf } from "./segments";
import type { TraceTree } from "./tree";

/** A stretch of work or waiting in the small picture of a whole trace. */
export interface OverviewBar extends Segment {
  /** Which line it lies on, from 0: each item has one, and so has what was done with the whole batch. */
  lane: number;
}

/** The whole trace at a glance: of every item its waits and attempts. */
export function overviewOf({ roots }: TraceTree): { bars: OverviewBar[]; lanes: number } {
  const lines = roots.flatMap((root) => (root.children.length > 0 ? root.children : [root]));
  const bars = lines.flatMap((node, lane) => segmentsOf(node, false).map((segment) => ({ ...segment, lane })));
  return { bars, lanes: lines.length };
}

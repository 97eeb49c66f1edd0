import type { TraceRow } from "@/lib/trace/rows";
import { around, timeScale, withInSight } from "@/lib/trace/stretch";
import type { TraceNode } from "@/lib/trace/tree";
import type { TimelineDeeds } from "./timeline-actions";
import type { Clipboard } from "./use-clipboard";
import type { StretchControl } from "./use-stretch";

interface Scene {
  rows: readonly TraceRow[];
  /** All that there is to see, unfolded. */
  unfolded(): readonly TraceRow[];
  /** Number of the chosen row; below 0 for none. */
  at: number;
  chosen: TraceNode | null;
  control: StretchControl;
  clipboard: Clipboard;
  /** How many rows there is room for. */
  room(): number;
  turn(node: TraceNode, open: boolean): void;
  choose(node: TraceNode | null, keep: boolean): void;
  find(): void;
  listKeys(): void;
}

/** What each action of the timeline does to it. */
export function timelineDeeds(scene: Scene): TimelineDeeds & { select(node: TraceNode, keep: boolean): void } {
  const { rows, at, chosen, control, turn } = scene;
  const select = (node: TraceNode, keep: boolean) => {
    if (!control.whole) control.choose(withInSight(control.stretch, node.startMs, node.endMs, control.lengthMs));
    scene.choose(node, keep);
  };
  const move = (by: number) => {
    // With nothing chosen, the row after none is the first.
    const next = rows[Math.min(rows.length - 1, Math.max(0, at + by))];
    if (next) select(next.node, false);
  };
  return {
    select,
    move,
    movePages: (pages) => move(pages * Math.max(1, scene.room() - 1)),
    unfold: () => {
      const row = rows[at];
      if (!row || row.node.children.length === 0) return;
      if (row.open) move(1);
      else turn(row.node, true);
    },
    fold: () => {
      const row = rows[at];
      if (row?.open) turn(row.node, false);
      else if (row?.node.parent) select(row.node.parent, false);
    },
    zoom: (factor) => control.zoom(factor, chosen === null ? undefined : middleOf(chosen, control)),
    pan: control.pan,
    showWhole: () => control.choose(null),
    showChosen: () => chosen && control.choose(around(chosen.startMs, chosen.endMs, control.lengthMs)),
    nextError: () => {
      const failed = ({ node }: TraceRow) => node.span.status === "error";
      const all = scene.unfolded();
      const after = all.findIndex(({ node }) => node === chosen) + 1;
      const next = all.slice(after).find(failed) ?? all.find(failed);
      if (next) select(next.node, false);
    },
    find: scene.find,
    copy: () => chosen && scene.clipboard.copySpan(chosen),
    copyLink: () => chosen && scene.clipboard.copyLink(chosen),
    close: () => scene.choose(null, false),
    listKeys: scene.listKeys,
  };
}

/** Where the middle of a span lies in what is in sight; none when it is elsewhere. */
function middleOf({ startMs, endMs }: TraceNode, { stretch }: StretchControl): number | undefined {
  const place = timeScale(stretch)((startMs + endMs) / 2);
  return place >= 0 && place <= 1 ? place : undefined;
}

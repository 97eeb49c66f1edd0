import { Keyboard, Maximize2, ZoomIn, ZoomOut } from "lucide-react";
import { type KeyboardEvent, useEffect, useMemo, useRef } from "react";
import { messages } from "@/app/_data/messages";
import { criticalPath } from "@/lib/trace/critical-path";
import { rowWindow } from "@/lib/trace/rows";
import { slowSpans } from "@/lib/trace/slow";
import { around, placeIn, type Stretch, withInSight } from "@/lib/trace/stretch";
import type { TraceNode, TraceTree } from "@/lib/trace/tree";
import { Button } from "../../ui/button";
import { useTraceLocation } from "../trace-location";
import { KeysSheet } from "./keys-sheet";
import { Legend } from "./legend";
import { Ruler, rulerHeight } from "./ruler";
import { SpanRow } from "./span-row";
import { actionOf, type TimelineDeeds } from "./timeline-actions";
import { useNarrow } from "./use-narrow";
import { useRows } from "./use-rows";
import { useScroll } from "./use-scroll";
import { useStretch } from "./use-stretch";

const t = messages.trace;

interface Props {
  tree: TraceTree;
  chosen: TraceNode | null;
  /** The last rows have come into sight. */
  onEnd(): void;
}

/** Tree and bars in one scroll: a table of rows, of which only those in sight are drawn. */
export function Waterfall({ tree, chosen, onEnd }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const sheet = useRef<HTMLDialogElement>(null);
  const { go } = useTraceLocation();
  const { stretch, whole, choose, zoom, pan } = useStretch(tree.lengthMs, box);
  const { rows, toggle } = useRows(tree, chosen);
  const rowHeight = useNarrow() ? 52 : 32;
  const { offset, height } = useScroll(box);
  const { from, to } = rowWindow(rows.length, offset, height, rowHeight);
  const critical = useMemo(() => (tree.roots.length > 0 ? criticalPath(tree.roots[0]) : new Set<string>()), [tree]);
  const slow = useMemo(() => slowSpans(tree), [tree]);
  const at = rows.findIndex(({ node }) => node === chosen);

  const atEnd = to >= rows.length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once each time the end is reached, not for each new function.
  useEffect(() => {
    if (atEnd) onEnd();
  }, [atEnd, rows.length]);

  useEffect(() => {
    const element = box.current;
    if (!element || at < 0) return;
    const [top, room] = [at * rowHeight, element.clientHeight - rulerHeight - rowHeight];
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top > element.scrollTop + room) element.scrollTop = top - room;
  }, [at, rowHeight]);

  const select = (node: TraceNode, keep: boolean) => {
    if (!whole) choose(withInSight(stretch, node.startMs, node.endMs, tree.lengthMs));
    go({ span: node.span.span_id }, keep);
  };
  const deeds: TimelineDeeds = {
    move: (by) => {
      const next = rows[Math.min(rows.length - 1, Math.max(0, at < 0 ? 0 : at + by))];
      if (next) select(next.node, false);
    },
    unfold: () => {
      const row = rows[at];
      if (!row || row.node.children.length === 0) return;
      if (row.open) select(row.node.children[0], false);
      else toggle(row.node);
    },
    fold: () => {
      const row = rows[at];
      if (row?.open) toggle(row.node);
      else if (row?.node.parent) select(row.node.parent, false);
    },
    zoom: (factor) => zoom(factor, chosen ? placeOf(chosen, stretch) : undefined),
    pan,
    showWhole: () => choose(null),
    showChosen: () => chosen && choose(around(chosen.startMs, chosen.endMs, tree.lengthMs)),
    nextError: () => {
      const errors = rows.filter(({ node }) => node.span.status === "error");
      const next = errors.find((row) => rows.indexOf(row) > at) ?? errors[0];
      if (next) select(next.node, false);
    },
    close: () => go({ span: null }),
    listKeys: () => sheet.current?.showModal(),
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const action = actionOf(event);
    if (!action) return;
    event.preventDefault();
    action.run(deeds);
  };
  return (
    <div className="space-y-3">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <Legend />
        <div className="flex gap-1">
          <Button variant="quiet" size="icon" aria-label={t.actions.zoomIn} onClick={() => deeds.zoom(0.5)}>
            <ZoomIn aria-hidden className="size-4" />
          </Button>
          <Button
            variant="quiet"
            size="icon"
            aria-label={t.actions.zoomOut}
            disabled={whole}
            onClick={() => deeds.zoom(2)}
          >
            <ZoomOut aria-hidden className="size-4" />
          </Button>
          <Button variant="quiet" size="icon" aria-label={t.actions.whole} disabled={whole} onClick={deeds.showWhole}>
            <Maximize2 aria-hidden className="size-4" />
          </Button>
          <Button variant="quiet" size="icon" aria-label={t.actions.keys} onClick={deeds.listKeys}>
            <Keyboard aria-hidden className="size-4" />
          </Button>
        </div>
      </div>
      <p id="timeline-hint" className="sr-only">
        {t.timeline.hint}
      </p>
      <div
        ref={box}
        className="max-h-[70dvh] overflow-y-auto overflow-x-hidden rounded-xl border border-hairline bg-surface has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2"
      >
        <table
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a tree in a table is a treegrid, and no element is one by itself.
          role="treegrid"
          tabIndex={0}
          aria-label={t.timeline.label}
          aria-describedby="timeline-hint"
          aria-rowcount={rows.length + 1}
          aria-activedescendant={at >= from && at < to ? `span-${rows[at].node.span.span_id}` : undefined}
          onKeyDown={onKeyDown}
          className="block outline-none"
        >
          <Ruler stretch={stretch} />
          <tbody className="relative block" style={{ height: rows.length * rowHeight }}>
            {rows.slice(from, to).map((row, index) => {
              const id = row.node.span.span_id;
              return (
                <SpanRow
                  key={id}
                  row={row}
                  index={from + index}
                  height={rowHeight}
                  stretch={stretch}
                  chosen={row.node === chosen}
                  critical={critical.has(id)}
                  slow={slow.has(id)}
                  onChoose={select}
                  onToggle={toggle}
                />
              );
            })}
          </tbody>
        </table>
      </div>
      <KeysSheet dialog={sheet} />
    </div>
  );
}

/** Where the middle of a span lies in what is in sight; none when it is elsewhere. */
function placeOf({ startMs, endMs }: TraceNode, stretch: Stretch): number | undefined {
  const place = placeIn(stretch, (startMs + endMs) / 2);
  return place >= 0 && place <= 1 ? place : undefined;
}

import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef } from "react";
import { useMessages } from "@/app/_data/messages/use-messages";
import type { CriticalPath } from "@/lib/trace/critical-path";
import type { TraceRow } from "@/lib/trace/rows";
import { timeScale } from "@/lib/trace/stretch";
import type { TraceNode, TraceTree } from "@/lib/trace/tree";
import { actionOf } from "../../ui/keys/action";
import { Bars } from "./bars";
import type { Handing } from "./draw-bars";
import { Ruler, rulerHeight } from "./ruler";
import { itemOf } from "./span-looks";
import { SpanRow } from "./span-row";
import { type TimelineDeeds, timelineActions } from "./timeline-actions";
import { useGestures } from "./use-gestures";
import { useNarrow } from "./use-narrow";
import { useSpanName } from "./use-span-name";
import type { StretchControl } from "./use-stretch";

/** In pixels: on a phone the bar lies under the name. */
const wideRow = { rowHeight: 32, bar: { top: 7, height: 15 }, grid: { top: 0, height: 32 } };
const narrowRow = { rowHeight: 52, bar: { top: 32, height: 12 }, grid: { top: 28, height: 20 } };

interface Props {
  rows: readonly TraceRow[];
  tree: TraceTree;
  chosen: TraceNode | null;
  control: StretchControl;
  path: CriticalPath;
  slow: ReadonlySet<string>;
  deeds: TimelineDeeds & { select(node: TraceNode, keep: boolean): void };
  grid: React.RefObject<HTMLTableElement | null>;
  box: React.RefObject<HTMLDivElement | null>;
  turn(node: TraceNode, open: boolean): void;
  /** Told of the rows in sight. */
  onSight(rows: readonly TraceRow[]): void;
}

/** Tree and bars in one scroll: a table of rows, of which only those in sight are there. */
export function Waterfall(props: Props) {
  const t = useMessages("timeline");
  const { rows, tree, chosen, control, path, slow, deeds, grid, box, turn, onSight } = props;
  const nameOf = useSpanName();
  const narrow = useNarrow();
  const { rowHeight, bar, grid: lines } = narrow ? narrowRow : wideRow;
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 6,
    scrollMargin: rulerHeight,
    scrollPaddingStart: rulerHeight,
    useFlushSync: false,
  });
  useGestures(box, control);
  const items = virtual.getVirtualItems();
  const first = items.at(0)?.index ?? 0;
  const shown = useMemo(() => rows.slice(first, first + items.length), [rows, first, items.length]);
  /** The most rows that were ever there. */
  const room = useRef(1);
  room.current = Math.max(room.current, items.length);
  const rowOf = useMemo(() => new Map(rows.map(({ node }, index) => [node.span.span_id, index])), [rows]);
  const handings = useMemo(() => handingsOf(path, tree, rowOf), [path, tree, rowOf]);
  const at = chosen === null ? -1 : (rowOf.get(chosen.span.span_id) ?? -1);
  const marks = useMemo(() => timeScale(control.stretch).ticks(narrow ? 3 : 5), [control.stretch, narrow]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the heights are measured again when they change.
  useEffect(() => virtual.measure(), [rowHeight]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: scrolled to when another row is chosen, not when it is scrolled away.
  useEffect(() => {
    const near = at >= first - 1 && at <= first + items.length;
    if (at >= 0) virtual.scrollToIndex(at, { align: near ? "auto" : "center" });
  }, [at]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: told when other rows are in sight, not for each new function.
  useEffect(() => onSight(shown), [shown]);

  const { select, showChosen } = useLatest(deeds);
  const show = useCallback(() => showChosen(), [showChosen]);
  const holder = holderAt(rows, virtual.scrollOffset ?? 0, rowHeight);
  const onKeyDown = (event: KeyboardEvent) => {
    const action = actionOf(timelineActions(t.actions), event);
    if (!action) return;
    event.preventDefault();
    action.run(deeds);
  };
  return (
    <div
      ref={box}
      className={`relative touch-pan-y overflow-y-auto overflow-x-hidden rounded-xl border border-hairline bg-surface has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2 ${chosen === null ? "max-h-[70dvh]" : "max-h-[42dvh] lg:max-h-[70dvh]"}`}
    >
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a tree in a table is a treegrid, and no element is one by itself.
        role="treegrid"
        ref={grid}
        tabIndex={0}
        aria-label={t.label}
        aria-describedby="timeline-hint"
        aria-rowcount={rows.length + 1}
        aria-activedescendant={
          at >= first && at < first + shown.length ? `span-${rows[at].node.span.span_id}` : undefined
        }
        onKeyDown={onKeyDown}
        className="block outline-none [--indent:8px] sm:[--indent:14px]"
      >
        <Ruler stretch={control.stretch} marks={marks} within={holder && nameOf(holder)} />
        <tbody className="relative block" style={{ height: rows.length * rowHeight }}>
          {shown.map((row, index) => {
            const id = row.node.span.span_id;
            return (
              <SpanRow
                key={id}
                row={row}
                index={first + index}
                height={rowHeight}
                chosen={row.node === chosen}
                critical={path.spans.has(id)}
                slow={slow.has(id)}
                onChoose={select}
                onTurn={turn}
                onShow={show}
              />
            );
          })}
        </tbody>
      </table>
      <Bars
        top={rulerHeight + first * rowHeight}
        rows={shown}
        first={first}
        room={room.current}
        rowHeight={rowHeight}
        bar={bar}
        grid={lines}
        stretch={control.stretch}
        marks={marks}
        path={path}
        handings={handings}
      />
    </div>
  );
}

/** The same functions at every drawing, which do what the newest ones do: rows that stay as they are are not drawn anew. */
function useLatest({ select, showChosen }: Props["deeds"]): Pick<Props["deeds"], "select" | "showChosen"> {
  const latest = useRef({ select, showChosen });
  latest.current = { select, showChosen };
  return useMemo(
    () => ({
      select: (node, keep) => latest.current.select(node, keep),
      showChosen: () => latest.current.showChosen(),
    }),
    [],
  );
}

/** The lines from row to row; what is folded away is stood for by what holds it. */
function handingsOf({ handovers }: CriticalPath, { byId }: TraceTree, rowOf: ReadonlyMap<string, number>): Handing[] {
  const rowFor = (id: string): number | undefined => {
    for (let at = byId.get(id) ?? null; at !== null; at = at.parent) {
      const row = rowOf.get(at.span.span_id);
      if (row !== undefined) return row;
    }
    return undefined;
  };
  return handovers.flatMap(({ from, to }) => {
    const [fromRow, toRow, later] = [rowFor(from), rowFor(to), byId.get(to)];
    return fromRow === undefined || toRow === undefined || !later ? [] : [{ atMs: later.startMs, fromRow, toRow }];
  });
}

/** The item that the first row in sight belongs to, when the item's own row is above. */
function holderAt(rows: readonly TraceRow[], offset: number, rowHeight: number): TraceNode | null {
  const node = rows[Math.floor(offset / rowHeight)]?.node;
  const item = node === undefined ? null : itemOf(node);
  return item === node ? null : item;
}

import { SearchX } from "lucide-react";
import { useCallback, useMemo, useRef } from "react";
import { useMessages } from "@/app/_data/messages/use-messages";
import type { StageFigure } from "@/lib/contracts/trace";
import { criticalPath, noPath } from "@/lib/trace/critical-path";
import { type TraceRow, traceRows } from "@/lib/trace/rows";
import { slowSpans } from "@/lib/trace/slow";
import type { TraceNode, TraceTree } from "@/lib/trace/tree";
import { Button } from "../../ui/button";
import { EmptyState } from "../../ui/empty-state";
import { keyRows } from "../../ui/keys/action";
import { KeySheet } from "../../ui/keys/key-sheet";
import { Inspector } from "./inspector";
import { Legend } from "./legend";
import { Minimap } from "./minimap";
import { itemIndexOf } from "./span-looks";
import { timelineActions } from "./timeline-actions";
import { timelineDeeds } from "./timeline-deeds";
import { TimelineFilter } from "./timeline-filter";
import { Toolbar } from "./toolbar";
import { useAhead } from "./use-ahead";
import { useChosen } from "./use-chosen";
import { placeOf, useClipboard } from "./use-clipboard";
import { needsStages, type Sought, shows, useMatches } from "./use-matches";
import { useRows } from "./use-rows";
import { useStretch } from "./use-stretch";
import { Waterfall } from "./waterfall";

interface Props {
  tree: TraceTree;
  /** What is usual for a stage; undefined until it is known. */
  figures: readonly StageFigure[] | undefined;
  /** Items of the batch, and how many of them are in the tree. */
  items: number;
  loadedItems: number;
  /** Told of the items whose stages are needed, by their places in the batch. */
  onWant(places: Iterable<number>): void;
}

/** The small picture, the rows with their bars, and what is chosen of them. */
export function TimelineView({ tree, figures, items, loadedItems, onWant }: Props) {
  const { keyNames } = useMessages("app").app;
  const t = useMessages("timeline");
  const keySections = [
    { rows: keyRows(timelineActions(t.actions), keyNames) },
    { heading: t.keysPointer, rows: t.gestures },
  ];
  const [box, grid, field, sheet] = [
    useRef<HTMLDivElement>(null),
    useRef<HTMLTableElement>(null),
    useRef<HTMLInputElement>(null),
    useRef<HTMLDialogElement>(null),
  ];
  const address = useAhead();
  const chosen = useChosen(tree, address, onWant);
  const control = useStretch(tree.lengthMs, address);
  const clipboard = useClipboard();
  const path = useMemo(() => (tree.roots.length > 0 ? criticalPath(tree.roots[0]) : noPath), [tree]);
  const slow = useMemo(() => slowSpans(tree, figures), [tree, figures]);
  const sought: Sought = {
    find: address.get("find") ?? "",
    show: shows.find((one) => one === address.get("show")) ?? "all",
  };
  const matches = useMatches(tree, sought, slow, path);
  const { rows, turn } = useRows(tree, chosen, matches);
  const choose = (node: TraceNode | null, keep: boolean) =>
    address.go(node === null ? { span: null, item: null } : placeOf(node), keep);
  const deeds = timelineDeeds({
    rows,
    unfolded: () => traceRows(tree.roots, () => true, matches?.shown ?? null),
    at: chosen === null ? -1 : rows.findIndex(({ node }) => node === chosen),
    chosen,
    control,
    clipboard,
    room: () => Math.floor((box.current?.clientHeight ?? 0) / (grid.current?.rows[1]?.offsetHeight || 1)) - 1,
    turn,
    choose,
    find: () => field.current?.focus(),
    listKeys: () => sheet.current?.showModal(),
  });
  const wantAll = needsStages(sought);
  const onSight = (sight: readonly TraceRow[]) =>
    onWant(wantAll ? Array.from({ length: items }, (_, place) => place) : openItems(sight));
  const clear = useCallback(() => address.go({ find: null, show: null }), [address.go]);
  return (
    <div className={`grid gap-4 ${chosen === null ? "" : "lg:grid-cols-[minmax(0,1fr)_20rem]"}`}>
      <div className="min-w-0 space-y-3">
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
          <TimelineFilter
            sought={sought}
            found={matches?.found ?? null}
            field={field}
            go={address.go}
            onLeave={() => grid.current?.focus()}
          />
          <Toolbar deeds={deeds} whole={control.whole} />
        </div>
        <Minimap tree={tree} control={control} />
        <p id="timeline-hint" className="sr-only">
          {t.hint}
        </p>
        {matches?.found === 0 && loadedItems >= items ? (
          <EmptyState icon={SearchX} title={t.noMatchTitle} detail={t.noMatchDetail}>
            <Button onClick={clear}>{t.clearFilter}</Button>
          </EmptyState>
        ) : (
          <Waterfall
            rows={rows}
            tree={tree}
            chosen={chosen}
            control={control}
            path={path}
            slow={slow}
            deeds={deeds}
            grid={grid}
            box={box}
            turn={turn}
            onSight={onSight}
          />
        )}
        <Legend />
      </div>
      {chosen !== null && (
        <Inspector
          node={chosen}
          tree={tree}
          critical={path.spans.has(chosen.span.span_id)}
          clipboard={clipboard}
          onClose={() => choose(null, true)}
        />
      )}
      <KeySheet dialog={sheet} title={t.keysTitle} sections={keySections} />
    </div>
  );
}

/** Places of the items that are unfolded in sight. */
function openItems(rows: readonly TraceRow[]): Set<number> {
  const places = rows.filter(({ open, depth }) => open || depth > 1).map(({ node }) => itemIndexOf(node));
  return new Set(places.filter((place) => place !== null));
}

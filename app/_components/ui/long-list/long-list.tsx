import { useWindowVirtualizer } from "@tanstack/react-virtual";
import {
  type ReactNode,
  type RefObject,
  type SyntheticEvent,
  useCallback,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { useListLayout } from "./list-layout";
import { rowsNear } from "./rows-near";
import { placeOf, type Spot, spotsIn } from "./spot";

export interface LongListControl {
  /** Keeps a thing drawn, in view or not, as the one that has the focus is kept. */
  hold(id: string): void;
  /** Scrolls to a thing. */
  seek(id: string): void;
}

interface Props {
  label: string;
  ids: readonly string[];
  /** Of a grid: its columns and what parts its rows are read from the page. */
  className: string;
  control?: RefObject<LongListControl | null>;
  /** Makes a list item that carries the spot's attributes. */
  children(spot: Spot): ReactNode;
}

/** CSS pixels that a row is taken to be high until there is one. */
const unknownHeight = 100;
/** CSS pixels about that are drawn beyond the view's edges, by whole rows. */
const beyond = 400;

/** A list in the page's own scroll, of which only what is near the view is drawn, each thing where it stands. */
export function LongList({ label, ids, className, control, children }: Props) {
  const list = useRef<HTMLOListElement>(null);
  const layout = useListLayout(list);
  const { columns, gap, rowHeight, top } = layout;
  const [held, setHeld] = useState<string | null>(null);
  const heldAt = held === null ? -1 : ids.indexOf(held);
  const heldRow = heldAt < 0 ? null : Math.floor(heldAt / columns);
  const rows = useWindowVirtualizer({
    count: Math.ceil(ids.length / columns),
    estimateSize: () => rowHeight ?? unknownHeight,
    getItemKey: useCallback((row: number) => ids[row * columns], [ids, columns]),
    rangeExtractor: (range) => rowsNear(range, heldRow),
    indexAttribute: "data-row",
    useFlushSync: false,
    scrollMargin: top,
    overscan: Math.max(1, Math.round(beyond / (rowHeight ?? unknownHeight))),
    gap,
  });
  useImperativeHandle(control, () => ({
    hold: setHeld,
    seek(id) {
      setHeld(id);
      rows.scrollToIndex(Math.floor(ids.indexOf(id) / columns), { align: "center" });
    },
  }));
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows that were never drawn are laid out anew when the usual height is another.
  useLayoutEffect(() => rows.measure(), [rowHeight]);
  // Things beside each other are as high as each other: the first of a row is measured for all.
  useLayoutEffect(() => {
    for (const first of list.current?.querySelectorAll(":scope > [data-leads]") ?? []) rows.measureElement(first);
    rows.measureElement(null);
  });
  const holdTarget = ({ target }: SyntheticEvent) => {
    const place = placeOf(target);
    if (place !== null) setHeld(ids[place]);
  };
  return (
    <ol
      ref={list}
      aria-label={label}
      className={`grid [overflow-anchor:none] ${className}`}
      onFocus={holdTarget}
      onDragStart={holdTarget}
    >
      {spotsIn(rows.getVirtualItems(), ids, layout).map(children)}
    </ol>
  );
}

import { type RefObject, useLayoutEffect, useRef, useState } from "react";

/** How a list lies on its page, in CSS pixels, as its style sheet has it at this width. */
export interface ListLayout {
  columns: number;
  /** Between two rows. */
  gap: number;
  /** What a row takes about, as the first one does, which is always drawn; null until it is. */
  rowHeight: number | null;
  /** From the document's top to the list's. */
  top: number;
}

/** What one more line makes of a row, the others need not follow. */
const likeness = 1.3;

/** The layout of a list that is a grid; kept in step with the page, whatever above the list grows or shrinks. */
export function useListLayout(list: RefObject<HTMLElement | null>): ListLayout {
  const [layout, setLayout] = useState<ListLayout>({ columns: 1, gap: 0, rowHeight: null, top: 0 });
  const latest = useRef(layout);
  useLayoutEffect(() => {
    const element = list.current;
    if (!element) return;
    const read = () => {
      const next = layoutOf(element, latest.current.rowHeight);
      if (isSame(latest.current, next)) return;
      latest.current = next;
      setLayout(next);
    };
    read();
    const observer = new ResizeObserver(read);
    observer.observe(element);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, [list]);
  return layout;
}

/** @param usual what a row was taken to be high, which it still is while the first one is about that. */
function layoutOf(element: HTMLElement, usual: number | null): ListLayout {
  const { gridTemplateColumns, rowGap } = getComputedStyle(element);
  const top = Math.round(element.getBoundingClientRect().top + window.scrollY);
  const first = element.firstElementChild?.clientHeight ?? null;
  const columns = gridTemplateColumns.split(" ").length;
  return { columns, gap: Number.parseFloat(rowGap) || 0, rowHeight: isAlike(usual, first) ? usual : first, top };
}

const isAlike = (one: number | null, other: number | null): boolean =>
  one !== null && (other === null || (one < other * likeness && other < one * likeness));

const isSame = (one: ListLayout, other: ListLayout): boolean =>
  one.columns === other.columns && one.gap === other.gap && one.rowHeight === other.rowHeight && one.top === other.top;

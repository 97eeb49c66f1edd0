import { type RefObject, useLayoutEffect, useState } from "react";

/** How a list lies on its page, in CSS pixels, as its style sheet has it at this width. */
export interface ListLayout {
  columns: number;
  /** Between two rows. */
  gap: number;
  /** From the document's top to the list's. */
  top: number;
}

/** The layout of a list that is a grid; kept in step with the page, whatever above the list grows or shrinks. */
export function useListLayout(list: RefObject<HTMLElement | null>): ListLayout {
  const [layout, setLayout] = useState<ListLayout>({ columns: 1, gap: 0, top: 0 });
  useLayoutEffect(() => {
    const element = list.current;
    if (!element) return;
    const read = () => {
      const next = layoutOf(element);
      setLayout((last) => (isSame(last, next) ? last : next));
    };
    read();
    const observer = new ResizeObserver(read);
    observer.observe(element);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, [list]);
  return layout;
}

function layoutOf(element: HTMLElement): ListLayout {
  const { gridTemplateColumns, rowGap } = getComputedStyle(element);
  const top = Math.round(element.getBoundingClientRect().top + window.scrollY);
  return { columns: gridTemplateColumns.split(" ").length, gap: Number.parseFloat(rowGap) || 0, top };
}

const isSame = (one: ListLayout, other: ListLayout): boolean =>
  one.columns === other.columns && one.gap === other.gap && one.top === other.top;

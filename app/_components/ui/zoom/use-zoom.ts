import { type RefObject, useEffect, useRef, useState } from "react";
import { type Extent, heldView, wholeView, type ZoomView, zoomedView } from "./zoom-view";

export interface ZoomControl {
  pane: RefObject<HTMLDivElement | null>;
  /** Null until picture and pane have a size. */
  view: ZoomView | null;
  /** The pane's size; null until it is laid out. */
  room: Extent | null;
  /** Whether the whole picture is seen. */
  whole: boolean;
  /** @param at point of the pane that stays where it is; its middle when left out. */
  zoom(factor: number, at?: { x: number; y: number }): void;
  /** CSS pixels. */
  pan(x: number, y: number): void;
  showWhole(): void;
  /** So many CSS pixels for a pixel of the picture, from its top. */
  showAt(scale: number): void;
}

/** How a picture is looked at in a pane: whole until somebody zooms. @param picture its size; null until it is known. */
export function useZoom(picture: Extent | null): ZoomControl {
  const pane = useRef<HTMLDivElement>(null);
  const room = usePaneSize(pane);
  const [asked, setAsked] = useState<ZoomView | null>(null);
  const sizes = picture && room ? { picture, room } : null;
  const seen = (wanted: ZoomView | null) =>
    sizes && (wanted ? heldView(wanted, sizes.picture, sizes.room) : wholeView(sizes.picture, sizes.room));
  // Gestures come faster than the page is redrawn: each goes on from the last one asked for.
  const change = (next: (view: ZoomView, room: Extent, least: number) => ZoomView) =>
    setAsked((last) => {
      const view = seen(last);
      if (!view || !sizes) return last;
      const least = Math.min(1, wholeView(sizes.picture, sizes.room).scale);
      return heldView(next(view, sizes.room, least), sizes.picture, sizes.room);
    });
  return {
    pane,
    view: seen(asked),
    room,
    whole: asked === null,
    zoom: (factor, at) =>
      change((view, { width, height }, least) =>
        zoomedView(view, factor, at ?? { x: width / 2, y: height / 2 }, least),
      ),
    pan: (x, y) => change((view) => ({ ...view, x: view.x + x, y: view.y + y })),
    showWhole: () => setAsked(null),
    showAt: (scale) => change((_view, { width }) => ({ scale, x: (width - (picture?.width ?? 0) * scale) / 2, y: 0 })),
  };
}

function usePaneSize(pane: RefObject<HTMLElement | null>): Extent | null {
  const [size, setSize] = useState<Extent | null>(null);
  useEffect(() => {
    const element = pane.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setSize({ width: element.clientWidth, height: element.clientHeight }));
    observer.observe(element);
    return () => observer.disconnect();
  }, [pane]);
  return size;
}

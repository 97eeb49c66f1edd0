import { useEffect, useRef } from "react";
import type { ZoomControl } from "./use-zoom";

/** How much a pixel of the wheel zooms. */
const zoomPerPixel = 0.002;

interface Point {
  x: number;
  y: number;
}

/** The wheel and two fingers zoom, one finger or the mouse moves the picture, a double click goes to its pixels and back. */
export function useZoomGestures(control: ZoomControl): void {
  const latest = useRef(control);
  latest.current = control;
  const { pane } = control;
  useEffect(() => {
    const element = pane.current;
    if (!element) return;
    const pointers = new Map<number, Point>();
    const pointOf = ({ clientX, clientY }: MouseEvent): Point => {
      const { left, top } = element.getBoundingClientRect();
      return { x: clientX - left, y: clientY - top };
    };
    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      if (event.shiftKey) latest.current.pan(-(event.deltaX || event.deltaY), 0);
      else latest.current.zoom(Math.exp(-event.deltaY * zoomPerPixel), pointOf(event));
    };
    const onDown = (event: PointerEvent) => {
      if (event.button !== 0) return;
      pointers.set(event.pointerId, pointOf(event));
      element.setPointerCapture(event.pointerId);
    };
    const onMove = (event: PointerEvent) => {
      const before = pointers.get(event.pointerId);
      if (!before) return;
      const now = pointOf(event);
      const other = [...pointers].find(([id]) => id !== event.pointerId)?.[1];
      pointers.set(event.pointerId, now);
      if (!other) return latest.current.pan(now.x - before.x, now.y - before.y);
      latest.current.zoom(between(now, other) / Math.max(1, between(before, other)), middle(now, other));
      latest.current.pan((now.x - before.x) / 2, (now.y - before.y) / 2);
    };
    const onUp = (event: PointerEvent) => pointers.delete(event.pointerId);
    const onDouble = (event: MouseEvent) => {
      const { whole, view, zoom, showWhole } = latest.current;
      if (whole && view) zoom(Math.max(2, 1 / view.scale), pointOf(event));
      else showWhole();
    };
    // React listens passively, and a passive listener cannot keep the page from zooming along.
    element.addEventListener("wheel", onWheel, { passive: false });
    element.addEventListener("pointerdown", onDown);
    element.addEventListener("pointermove", onMove);
    element.addEventListener("pointerup", onUp);
    element.addEventListener("pointercancel", onUp);
    element.addEventListener("dblclick", onDouble);
    return () => {
      element.removeEventListener("wheel", onWheel);
      element.removeEventListener("pointerdown", onDown);
      element.removeEventListener("pointermove", onMove);
      element.removeEventListener("pointerup", onUp);
      element.removeEventListener("pointercancel", onUp);
      element.removeEventListener("dblclick", onDouble);
    };
  }, [pane]);
}

const between = (one: Point, other: Point): number => Math.hypot(one.x - other.x, one.y - other.y);
const middle = (one: Point, other: Point): Point => ({ x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 });

import { type RefObject, useEffect, useRef } from "react";
import type { StretchControl } from "./use-stretch";

/** How much a pixel of the wheel zooms. */
const zoomPerPixel = 0.002;
/** A press that moves less is a click. */
const leastPixels = 4;

/** Zooming and moving with wheel and drag over the bars in `box`; a plain wheel scrolls the rows, as everywhere. */
export function useGestures(box: RefObject<HTMLElement | null>, control: StretchControl): void {
  const latest = useRef(control);
  latest.current = control;
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const onWheel = (event: WheelEvent) => turn(event, barsOf(element), latest.current);
    // React listens passively, and a passive listener cannot keep the page from zooming along.
    element.addEventListener("wheel", onWheel, { passive: false });
    const undrag = dragging(element, (share) => latest.current.pan(share));
    return () => {
      element.removeEventListener("wheel", onWheel);
      undrag();
    };
  }, [box]);
}

const barsOf = (box: HTMLElement): DOMRect => (box.querySelector("[data-bars]") ?? box).getBoundingClientRect();

function turn(event: WheelEvent, { left, width }: DOMRect, { zoom, pan }: StretchControl): void {
  const zooming = event.ctrlKey || event.metaKey;
  if (!zooming && !event.shiftKey && Math.abs(event.deltaX) <= Math.abs(event.deltaY)) return;
  event.preventDefault();
  const place = Math.min(1, Math.max(0, (event.clientX - left) / width));
  if (zooming) zoom(Math.exp(event.deltaY * zoomPerPixel), place);
  else pan((event.shiftKey ? event.deltaX + event.deltaY : event.deltaX) / width);
}

/** Sideways a drag moves the time, with a mouse up and down also the rows; a finger scrolls them by itself. */
function dragging(box: HTMLElement, pan: (share: number) => void): () => void {
  let from: { id: number; x: number; y: number; moved: boolean } | null = null;
  const onDown = (event: PointerEvent) => {
    if (event.button !== 0 || event.clientX < barsOf(box).left) return;
    from = { id: event.pointerId, x: event.clientX, y: event.clientY, moved: false };
  };
  const onMove = (event: PointerEvent) => {
    if (from?.id !== event.pointerId) return;
    const [x, y] = [event.clientX - from.x, event.clientY - from.y];
    if (!from.moved && Math.hypot(x, y) < leastPixels) return;
    if (!from.moved) box.setPointerCapture(from.id);
    if (event.pointerType === "mouse") box.scrollTop -= y;
    pan(-x / barsOf(box).width);
    from = { id: from.id, x: event.clientX, y: event.clientY, moved: true };
  };
  const onUp = () => {
    if (from?.moved) box.addEventListener("click", swallow, { capture: true, once: true });
    from = null;
    // A drag that ends where nothing can be clicked leaves no click to swallow.
    setTimeout(() => box.removeEventListener("click", swallow, { capture: true }));
  };
  box.addEventListener("pointerdown", onDown);
  box.addEventListener("pointermove", onMove);
  box.addEventListener("pointerup", onUp);
  box.addEventListener("pointercancel", onUp);
  return () => {
    box.removeEventListener("pointerdown", onDown);
    box.removeEventListener("pointermove", onMove);
    box.removeEventListener("pointerup", onUp);
    box.removeEventListener("pointercancel", onUp);
  };
}

const swallow = (event: Event) => {
  event.stopPropagation();
  event.preventDefault();
};

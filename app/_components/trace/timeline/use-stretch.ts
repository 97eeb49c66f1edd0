import { type RefObject, useEffect, useState } from "react";
import { panned, type Stretch, wholeStretch, zoomed } from "@/lib/trace/stretch";

/** How much a step of the wheel zooms. */
const zoomPerPixel = 0.002;

/** The stretch of time in sight; the whole until something else is chosen, so that a running batch's grows with it. */
export function useStretch(lengthMs: number, box: RefObject<HTMLElement | null>) {
  const [chosen, choose] = useState<Stretch | null>(null);
  const stretch = chosen ?? wholeStretch(lengthMs);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const onWheel = (event: WheelEvent) => {
      const sideways = event.shiftKey ? event.deltaX + event.deltaY : event.deltaX;
      const zooming = event.ctrlKey || event.metaKey;
      // A plain wheel scrolls the rows, as everywhere.
      if (!zooming && !event.shiftKey && Math.abs(event.deltaX) <= Math.abs(event.deltaY)) return;
      event.preventDefault();
      const { left, width } = (element.querySelector("[data-bars]") ?? element).getBoundingClientRect();
      const place = Math.min(1, Math.max(0, (event.clientX - left) / width));
      choose((was) => {
        const now = was ?? wholeStretch(lengthMs);
        return zooming
          ? zoomed(now, Math.exp(event.deltaY * zoomPerPixel), place, lengthMs)
          : panned(now, sideways / width, lengthMs);
      });
    };
    // React listens passively, and a passive listener cannot keep the page from zooming along.
    element.addEventListener("wheel", onWheel, { passive: false });
    return () => element.removeEventListener("wheel", onWheel);
  }, [box, lengthMs]);
  return {
    stretch,
    whole: chosen === null,
    choose,
    zoom: (factor: number, place = 0.5) => choose(zoomed(stretch, factor, place, lengthMs)),
    pan: (share: number) => choose(panned(stretch, share, lengthMs)),
  };
}

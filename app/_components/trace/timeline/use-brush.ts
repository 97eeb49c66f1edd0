import type { PointerEvent as ReactPointerEvent } from "react";
import { between, panned, type Stretch, timeScale, wholeStretch } from "@/lib/trace/stretch";
import type { StretchControl } from "./use-stretch";

/** How near to an edge a press must be to pull it, and how far a press must move to draw, in pixels. */
const grip = 10;
const leastPixels = 4;

type Pull = (ms: number) => Stretch;

/** Drawing, moving and pulling the stretch in sight over the picture of the whole. */
export function useBrush(control: StretchControl) {
  const onPointerDown = (event: ReactPointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    const element = event.currentTarget;
    const { left, width } = element.getBoundingClientRect();
    const moment = (x: number) => timeScale(wholeStretch(control.lengthMs), width).invert(x - left);
    const pull = pullAt(moment(event.clientX), (control.lengthMs * 1.02 * grip) / width, control);
    let moved = false;
    const onMove = (move: PointerEvent) => {
      moved ||= Math.abs(move.clientX - event.clientX) >= leastPixels;
      if (moved) control.choose(pull(moment(move.clientX)));
    };
    const stop = () => {
      element.removeEventListener("pointermove", onMove);
      element.removeEventListener("pointerup", stop);
      element.removeEventListener("pointercancel", stop);
    };
    element.setPointerCapture(event.pointerId);
    element.addEventListener("pointermove", onMove);
    element.addEventListener("pointerup", stop);
    element.addEventListener("pointercancel", stop);
  };
  return { onPointerDown, onDoubleClick: () => control.choose(null) };
}

/** What a press at a moment begins: an edge is pulled, the stretch is moved, or another is drawn. */
function pullAt(atMs: number, gripMs: number, { stretch, whole, lengthMs }: StretchControl): Pull {
  const { fromMs, toMs } = stretch;
  if (Math.abs(atMs - fromMs) <= gripMs) return (ms) => between(ms, toMs, lengthMs);
  if (Math.abs(atMs - toMs) <= gripMs) return (ms) => between(fromMs, ms, lengthMs);
  if (!whole && atMs > fromMs && atMs < toMs) return (ms) => panned(stretch, (ms - atMs) / (toMs - fromMs), lengthMs);
  return (ms) => between(atMs, ms, lengthMs);
}

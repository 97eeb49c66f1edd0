import type { KeyboardEvent } from "react";
import { useMessages } from "@/app/_data/messages/use-messages";
import { useFormats } from "@/app/_data/use-formats";
import { between, wholeStretch } from "@/lib/trace/stretch";
import type { StretchControl } from "./use-stretch";

/** Shares of the whole time that an arrow key moves an edge by, without and with Shift. */
const step = 0.01;
const leap = 0.1;

interface Props {
  edge: "from" | "to";
  /** Where it lies, in percent of the whole. */
  place: number;
  control: StretchControl;
}

/** An edge of the time in sight, which is pulled with the pointer and moved with the arrow keys. */
export function MinimapEdge({ edge, place, control }: Props) {
  const timelineMessages = useMessages("timeline");
  const { preciseDuration } = useFormats();
  const { stretch, lengthMs } = control;
  const lastMs = wholeStretch(lengthMs).toMs;
  const atMs = edge === "from" ? stretch.fromMs : stretch.toMs;
  const onKeyDown = (event: KeyboardEvent) => {
    const nextMs = movedBy(event, atMs, lastMs);
    if (nextMs === null) return;
    event.preventDefault();
    const { fromMs, toMs } = stretch;
    if (edge === "from") control.choose(between(Math.min(nextMs, toMs), toMs, lengthMs));
    else control.choose(between(fromMs, Math.max(nextMs, fromMs), lengthMs));
  };
  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label={timelineMessages.edges[edge]}
      aria-valuemin={0}
      aria-valuemax={Math.round(lastMs)}
      aria-valuenow={Math.round(atMs)}
      aria-valuetext={preciseDuration(atMs)}
      onKeyDown={onKeyDown}
      style={{ left: `clamp(0px, ${place}% - 0.375rem, 100% - 0.75rem)` }}
      className="absolute inset-y-3 w-3 cursor-ew-resize rounded-full bg-accent ring-2 ring-surface outline-offset-2 focus-visible:outline-2 focus-visible:outline-accent"
    />
  );
}

/** Where a key moves an edge, kept within the whole; null for a key that does not. */
function movedBy({ key, shiftKey }: KeyboardEvent, atMs: number, lastMs: number): number | null {
  const by = lastMs * (shiftKey ? leap : step);
  const moves: Record<string, number> = { ArrowLeft: atMs - by, ArrowRight: atMs + by, Home: 0, End: lastMs };
  const nextMs = moves[key];
  return nextMs === undefined ? null : Math.min(lastMs, Math.max(0, nextMs));
}

import { useRef } from "react";
import { panned, type Stretch, wholeStretch, zoomed } from "@/lib/trace/stretch";
import type { TraceLocation } from "../trace-location";

export interface StretchControl {
  stretch: Stretch;
  /** Nothing but the whole was chosen: a running batch's grows with it. */
  whole: boolean;
  lengthMs: number;
  /** Null shows the whole. */
  choose(stretch: Stretch | null): void;
  /** Makes the stretch `factor` times as long, around a place in it from 0 to 1. */
  zoom(factor: number, place?: number): void;
  /** Moves by a share of its length. */
  pan(share: number): void;
}

/** The stretch of time in sight, which stands in the address. @param lengthMs of the whole trace. */
export function useStretch(lengthMs: number, { get, go }: Pick<TraceLocation, "get" | "go">): StretchControl {
  const chosen = stretchIn(get("time"));
  const stretch = chosen ?? wholeStretch(lengthMs);
  // Several turns of the wheel may come before what the first of them changed is drawn.
  const latest = useRef(stretch);
  latest.current = stretch;
  const choose = (next: Stretch | null) => {
    latest.current = next ?? wholeStretch(lengthMs);
    go({ time: next === null ? null : textOf(next) });
  };
  return {
    stretch,
    whole: chosen === null,
    lengthMs,
    choose,
    zoom: (factor, place = 0.5) => {
      const next = zoomed(latest.current, factor, place, lengthMs);
      choose(next.toMs - next.fromMs >= wholeStretch(lengthMs).toMs ? null : next);
    },
    pan: (share) => {
      if (chosen !== null) choose(panned(latest.current, share, lengthMs));
    },
  };
}

/** Milliseconds with a full stop, to the microsecond, as in "12.5-80.25". */
const textOf = ({ fromMs, toMs }: Stretch): string => [fromMs, toMs].map((ms) => Number(ms.toFixed(3))).join("-");

function stretchIn(text: string | null): Stretch | null {
  const found = /^(\d+(?:\.\d+)?)-(\d+(?:\.\d+)?)$/.exec(text ?? "");
  if (found === null) return null;
  const [fromMs, toMs] = [Number(found[1]), Number(found[2])];
  return toMs > fromMs ? { fromMs, toMs } : null;
}

import { type IntervalHistogram, monitorEventLoopDelay } from "node:perf_hooks";
import { singleton } from "@/lib/singleton";

/** Delay of this process's event loop; it is measured once for the whole process, from the first call on. */
export const eventLoopDelay = (): IntervalHistogram =>
  singleton("event-loop", () => {
    const histogram = monitorEventLoopDelay({ resolution: 10 });
    histogram.enable();
    return histogram;
  });

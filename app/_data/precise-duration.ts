import { duration } from "./time";

/** Time that was measured, finer than `duration`: "0.04 ms", "3.2 ms", "412 ms", "4.2 s". */
export function preciseDuration(ms: number): string {
  if (ms >= 100 || ms === 0) return duration(ms);
  return `${ms < 1 ? ms.toFixed(2) : ms.toFixed(1)} ms`;
}

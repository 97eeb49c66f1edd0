import { duration } from "./time";

/** A mark on a scale whose marks are `stepMs` apart, so fine that no two of them read the same. */
export function markLabel(ms: number, stepMs: number): string {
  if (ms >= 60_000 && stepMs >= 1_000) return duration(ms);
  const [unitMs, unit] = ms >= 1_000 ? [1_000, "s"] : [1, "ms"];
  const digits = Math.max(0, -Math.floor(Math.log10(stepMs / unitMs) + 1e-9));
  return `${(ms / unitMs).toFixed(digits)} ${unit}`;
}

/** Time that was measured, finer than `duration`: "0.04 ms", "3.2 ms", "412 ms", "4.2 s". */
export function preciseDuration(ms: number): string {
  if (ms >= 100 || ms === 0) return duration(ms);
  return `${ms < 1 ? ms.toFixed(2) : ms.toFixed(1)} ms`;
}

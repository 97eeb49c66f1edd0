import { decimal } from "./number";

/** Times that were measured, finer than `duration` writes them. */
export const preciseFormats = (locale: string, duration: (ms: number) => string) => ({
  /** "0.04 ms", "3.2 ms", "412 ms", "4.2 s". */
  preciseDuration(ms: number): string {
    if (ms >= 100 || ms === 0) return duration(ms);
    return `${decimal(locale, ms, ms < 1 ? 2 : 1)} ms`;
  },
  /** A mark on a scale whose marks are `stepMs` apart, so fine that no two of them read the same. */
  markLabel(ms: number, stepMs: number): string {
    if (ms >= 60_000 && stepMs >= 1_000) return duration(ms);
    const [unitMs, unit] = ms >= 1_000 ? [1_000, "s"] : [1, "ms"];
    const digits = Math.max(0, -Math.floor(Math.log10(stepMs / unitMs) + 1e-9));
    return `${decimal(locale, ms / unitMs, digits)} ${unit}`;
  },
});

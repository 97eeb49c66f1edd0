import { decimal } from "./number";

const clock = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
const exactClock = { ...clock, second: "2-digit" } as const;
const dayAndClock = { ...clock, day: "numeric", month: "short" } as const;

/** How a language writes moments, in the reader's own time zone, and lengths of time. */
export function timeFormats(locale: string) {
  const [today, toTheSecond, otherDay] = [clock, exactClock, dayAndClock].map(
    (parts) => new Intl.DateTimeFormat(locale, parts),
  );
  return {
    /** "14:05" today, with the day and the month on another, in the order the language has them. */
    moment(iso: string, now = new Date()): string {
      const at = new Date(iso);
      return (at.toDateString() === now.toDateString() ? today : otherDay).format(at);
    },
    /** "14:05:09". */
    second: (iso: string): string => toTheSecond.format(new Date(iso)),
    /** "840 ms", "4.2 s", "3 min 5 s", "2 h 10 min". */
    duration(ms: number): string {
      if (ms < 1_000) return `${Math.round(ms)} ms`;
      if (ms < 60_000) return `${decimal(locale, ms / 1_000, 1)} s`;
      const seconds = Math.round(ms / 1_000);
      if (seconds < 3_600) return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
      return `${Math.floor(seconds / 3_600)} h ${Math.floor((seconds % 3_600) / 60)} min`;
    },
    /** A time left, as coarse as it is sure: "20 s", "3 min", "2 h". */
    roughly(seconds: number): string {
      if (seconds < 60) return `${Math.max(5, Math.ceil(seconds / 5) * 5)} s`;
      if (seconds < 5_400) return `${Math.round(seconds / 60)} min`;
      return `${Math.round(seconds / 3_600)} h`;
    },
  };
}

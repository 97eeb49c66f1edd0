import { singleton } from "@/lib/singleton";

/** When the worker of this process last reached the queue. */
export class Pulse {
  private beatAt: number | null = null;

  beat(now = performance.now()): void {
    this.beatAt = now;
  }

  /** Milliseconds since the last beat; null before the first. */
  age(now = performance.now()): number | null {
    return this.beatAt === null ? null : now - this.beatAt;
  }
}

/** Written by the worker, read by routes: they have separate copies of this module. */
export const pulse = (): Pulse => singleton("pulse", () => new Pulse());

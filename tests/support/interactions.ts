import type { Page } from "@playwright/test";

/** An entry of the event-timing API that belongs to what a person did. */
interface Interaction extends PerformanceEntry {
  interactionId: number;
}

/** Notes how long each interaction of the page takes until the next paint. Call it before the page is opened. */
export const watchInteractions = (page: Page) =>
  page.addInitScript(() => {
    const taken = new Map<number, number>();
    Object.assign(window, { interactions: taken });
    new PerformanceObserver((list) => {
      for (const { interactionId, duration } of list.getEntries() as Interaction[]) {
        if (interactionId > 0) taken.set(interactionId, Math.max(taken.get(interactionId) ?? 0, duration));
      }
    }).observe({ type: "event", durationThreshold: 16, buffered: true } as PerformanceObserverInit);
  });

/** Milliseconds from each interaction since the last call to its next paint, in steps of 8; what took under 16 is not told. */
export const interactionsSince = (page: Page): Promise<number[]> =>
  page.evaluate(async () => {
    // Entries are told a frame or two after the paint they end with.
    await new Promise((resolve) => setTimeout(resolve, 300));
    const { interactions } = window as unknown as { interactions: Map<number, number> };
    const durations = [...interactions.values()];
    interactions.clear();
    return durations;
  });

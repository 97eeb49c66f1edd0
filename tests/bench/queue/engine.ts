/** A queue under test: items that do nothing, from being put in to being recorded as done. */
export interface Engine {
  name: string;
  /** What of it runs, for the table's reader. */
  how: string;
  /** Puts so many items in and, when all are in, works them off. */
  drain(items: number): Promise<Drained>;
  /** Puts single items in at an even pace while a worker waits. @returns milliseconds from put in to done, of each. */
  latencies(items: number, perSecond: number): Promise<number[]>;
  /** Processor time that its server has taken so far; 0 where it has none. */
  serverCpuSeconds(): Promise<number>;
  stop(): Promise<void>;
}

export interface Drained {
  /** Milliseconds until all were in, and from then until all were done. */
  enqueueMs: number;
  drainMs: number;
}

/** Items that are worked on at once. */
export const slots = 50;

/** Calls `put` at an even pace; a late one is put in at once and its lateness is not taken off. */
export async function paced(items: number, perSecond: number, put: () => Promise<void>): Promise<void> {
  const began = performance.now();
  const open: Promise<void>[] = [];
  for (let index = 0; index < items; index++) {
    const wait = began + (index * 1000) / perSecond - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    open.push(put());
  }
  await Promise.all(open);
}

import type { Queue } from "@/lib/queue/queue";

interface Waiting {
  verb: () => unknown;
  resolve: () => void;
  reject: (thrown: unknown) => void;
}

/** Gathers what ends in the same turn of the event loop into one transaction: a commit costs more than what is in it. */
export class Commits {
  private waiting: Waiting[] = [];

  constructor(private readonly queue: Queue) {}

  /** Resolves once what `verb` wrote is on disk. @throws what `verb` threw, or the transaction round it. */
  add(verb: () => unknown): Promise<void> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ verb, resolve, reject });
      if (this.waiting.length === 1) setImmediate(() => this.commit());
    });
  }

  private commit(): void {
    const group = this.waiting;
    this.waiting = [];
    try {
      const ends = this.queue.together(group.map(({ verb }) => verb));
      for (const [place, end] of ends.entries()) {
        if ("thrown" in end) group[place].reject(end.thrown);
        else group[place].resolve();
      }
    } catch (thrown) {
      for (const { reject } of group) reject(thrown);
    }
  }
}

import type { ClosingLease, ItemLease, Queue } from "@/lib/queue/queue";

interface Waiting {
  verb: () => void;
  resolve: () => void;
  reject: (thrown: unknown) => void;
}

/** What takes the place of the work that ends. */
export interface Refill {
  /** Takes leases for the slots that so many ends leave free. */
  claim(ends: number): (ItemLease | ClosingLease)[];
  begin(leases: (ItemLease | ClosingLease)[]): void;
  /** The claim did not come about; the ends did. */
  failed(thrown: unknown): void;
}

/**
 * Gathers what ends in the same turn of the event loop, and the claim of what comes next, into one transaction: a commit
 * costs more than what is in it.
 */
export class Commits {
  private waiting: Waiting[] = [];

  constructor(
    private readonly queue: Queue,
    private readonly refill: Refill,
  ) {}

  /** Resolves once what `verb` wrote is on disk. @throws what `verb` threw, or the transaction round it. */
  add(verb: () => void): Promise<void> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ verb, resolve, reject });
      if (this.waiting.length === 1) setImmediate(() => this.commit());
    });
  }

  private commit(): void {
    const group = this.waiting;
    this.waiting = [];
    let leases: ReturnType<Refill["claim"]> = [];
    const claim = () => {
      leases = this.refill.claim(group.length);
    };
    try {
      const ends = this.queue.together([...group.map(({ verb }) => verb), claim]);
      for (const [place, { resolve, reject }] of group.entries()) {
        const end = ends[place];
        if ("thrown" in end) reject(end.thrown);
        else resolve();
      }
      const claimed = ends[group.length];
      if ("thrown" in claimed) this.refill.failed(claimed.thrown);
      else this.refill.begin(leases);
    } catch (thrown) {
      for (const { reject } of group) reject(thrown);
    }
  }
}

import type { ClosingLease, ItemLease, Queue } from "@/lib/queue/queue";

interface Ending {
  verb: () => void;
  resolve: () => void;
  reject: (thrown: unknown) => void;
}

/** What takes the place of the work that ends. */
export interface Refill {
  /** Takes leases for the slots that so many ends leave free. */
  claim(ends: number): (ItemLease | ClosingLease)[];
  begin(leases: (ItemLease | ClosingLease)[]): void;
  /** Something that nobody waits for did not come about: a claim, or what was told on the way. */
  failed(thrown: unknown): void;
}

/** Milliseconds between what can wait and the commit before, so that short stages cost no commit each. */
const apartMs = 20;

/**
 * Gathers what ends, what was told on the way, and the claim of what comes next, into one transaction: a commit costs more
 * than what is in it.
 */
export class Commits {
  private told: (() => void)[] = [];
  private ending: Ending[] = [];
  /** A commit as soon as it is far enough from the one before, and one in the next turn of the event loop; null for none. */
  private timer: NodeJS.Timeout | null = null;
  private due: NodeJS.Immediate | null = null;
  /** When the last commit began, by `performance.now()`. */
  private committedAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly queue: Queue,
    private readonly next: Refill,
  ) {}

  /** Writes something on the way of an item: with the next commit, or by itself as soon as they are far enough apart. */
  tell(verb: () => void): void {
    this.told.push(verb);
    this.soon();
  }

  /** Claims for a slot that is free before its work has ended. */
  refill(): void {
    this.due ??= setImmediate(() => this.commit());
  }

  /**
   * Resolves once what `verb` wrote is on disk. @throws what `verb` threw, or the transaction round it.
   * @param canWait nothing is begun in its place: it is written as what is told on the way is.
   */
  end(verb: () => void, canWait = false): Promise<void> {
    return new Promise((resolve, reject) => {
      this.ending.push({ verb, resolve, reject });
      if (canWait) this.soon();
      else this.refill();
    });
  }

  /** A commit comes in the next turn of the event loop, with a claim of its own. */
  get claimsNext(): boolean {
    return this.due !== null;
  }

  /** Writes at once what waits to be written. */
  flush(): void {
    if (this.told.length > 0 || this.ending.length > 0) this.commit();
  }

  private soon(): void {
    this.timer ??= setTimeout(() => this.commit(), this.committedAt + apartMs - performance.now());
  }

  private commit(): void {
    this.unwind();
    const { told, ending } = this;
    this.told = [];
    this.ending = [];
    let leases: ReturnType<Refill["claim"]> = [];
    const claim = () => {
      leases = []; // of a transaction that did not come about
      leases = this.next.claim(ending.length);
    };
    try {
      const answers = this.queue.together([...told, ...ending.map(({ verb }) => verb), claim]);
      this.failures(answers.splice(0, told.length));
      for (const [place, { resolve, reject }] of ending.entries()) {
        const end = answers[place];
        if ("thrown" in end) reject(end.thrown);
        else resolve();
      }
      this.failures(answers.slice(ending.length));
      this.next.begin(leases);
    } catch (thrown) {
      if (ending.length === 0) this.next.failed(thrown);
      for (const { reject } of ending) reject(thrown);
    }
  }

  /** Whatever was to be written by then is written by the commit that begins now. */
  private unwind(): void {
    if (this.timer) clearTimeout(this.timer);
    if (this.due) clearImmediate(this.due);
    this.timer = null;
    this.due = null;
    this.committedAt = performance.now();
  }

  private failures(answers: ReturnType<Queue["together"]>): void {
    for (const answer of answers) if ("thrown" in answer) this.next.failed(answer.thrown);
  }
}

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

/** Milliseconds between what is told on the way and the commit before, so that short stages cost no commit each. */
const apartMs = 20;

/**
 * Gathers what ends in the same turn of the event loop, what was told before it, and the claim of what comes next, into
 * one transaction: a commit costs more than what is in it.
 */
export class Commits {
  private told: (() => void)[] = [];
  private ending: Ending[] = [];
  private timer: NodeJS.Timeout | null = null;
  /** A commit in the next turn of the event loop; null for none. */
  private due: NodeJS.Immediate | null = null;
  /** When the last commit began, by `performance.now()`. */
  private committedAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly queue: Queue,
    private readonly next: Refill,
  ) {}

  /** Writes something on the way of an item: with the next end, or by itself as soon as commits are far enough apart. */
  tell(verb: () => void): void {
    this.told.push(verb);
    this.timer ??= setTimeout(() => this.flush(), this.committedAt + apartMs - performance.now());
  }

  /** Resolves once what `verb` wrote is on disk. @throws what `verb` threw, or the transaction round it. */
  end(verb: () => void): Promise<void> {
    return new Promise((resolve, reject) => {
      this.ending.push({ verb, resolve, reject });
      this.refill();
    });
  }

  /** Claims for a slot that is free before its work has ended, together with what ends and was told by then. */
  refill(): void {
    this.due ??= setImmediate(() => {
      this.due = null;
      this.commit();
    });
  }

  /** Writes at once what was told. */
  flush(): void {
    const told = this.takeTold();
    if (told.length === 0) return;
    try {
      this.failures(this.queue.together(told));
    } catch (thrown) {
      this.next.failed(thrown);
    }
  }

  private commit(): void {
    const told = this.takeTold();
    const ending = this.ending;
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

  private takeTold(): (() => void)[] {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    this.committedAt = performance.now();
    const { told } = this;
    this.told = [];
    return told;
  }

  private failures(answers: ReturnType<Queue["together"]>): void {
    for (const answer of answers) if ("thrown" in answer) this.next.failed(answer.thrown);
  }
}

/** One submission as the client remembers it. */
export interface Entry {
  /** Its Idempotency-Key, under which it is sent again when no answer came. */
  key: string;
  kind: "coloring" | "deck";
  items: number;
  /** Null until the server has answered: from then on the batch may not be lost. */
  batchId: string | null;
  /** Removal was asked for, or its time had run out: it may be gone. */
  mayBeGone: boolean;
  /** The server said that it has removed it: it must be gone. */
  removed: boolean;
  /** The server said that it is cancelled: it may never become a completion. */
  cancelled: boolean;
}

/** What the server has acknowledged, kept apart from all that the server keeps. */
export class Ledger {
  readonly entries: Entry[] = [];

  open(kind: Entry["kind"], items: number): Entry {
    const entry = {
      key: `chaos-${this.entries.length}`,
      kind,
      items,
      batchId: null,
      mayBeGone: false,
      removed: false,
      cancelled: false,
    };
    this.entries.push(entry);
    return entry;
  }

  /** Batches that were acknowledged and that nobody asked to remove. */
  get lasting(): (Entry & { batchId: string })[] {
    return this.entries.filter((entry): entry is Entry & { batchId: string } => isLasting(entry));
  }
}

const isLasting = (entry: Entry): boolean => entry.batchId !== null && !entry.mayBeGone && !entry.removed;

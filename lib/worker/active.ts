import type { RemoteModelName } from "@/lib/contracts/models";
import type { ClosingLease, ItemLease } from "@/lib/queue/queue";

export type Lease = ItemLease | ClosingLease;

/** Work that was begun and has not ended. */
export interface Active {
  lease: Lease;
  abort: AbortController;
  /** It has a slot: a thread works on it. Without one it waits for the disk, and is then written down. */
  working: boolean;
  ended: Promise<void>;
}

/** All that one worker has begun, by the tokens of its leases. */
export class ActiveWork extends Map<string, Active> {
  constructor(private readonly slots: number) {
    super();
  }

  /**
   * For how much more there is room: as many as there are slots work, and as many again may wait for the disk, so that one
   * that is slow is not left ever further behind.
   * @param ends so much of what is here is written down with what would take the room.
   */
  room(ends = 0): number {
    return Math.min(this.slots - this.working, 2 * this.slots - (this.size - ends));
  }

  /** How many slots are taken. */
  get working(): number {
    let working = 0;
    for (const one of this.values()) if (one.working) working++;
    return working;
  }

  /** How many items are at a model, or may go on to it. */
  at(model: RemoteModelName): number {
    return [...this.values()].filter(({ lease, working }) => working && modelOf(lease) === model).length;
  }
}

/** Whom the work asks over the network; null for nobody. */
export function modelOf(lease: Lease): RemoteModelName | null {
  return "itemId" in lease && lease.model !== "lineart" ? lease.model : null;
}

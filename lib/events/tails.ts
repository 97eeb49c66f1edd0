import { type Db, database } from "@/db/client";
import { singleton } from "@/lib/singleton";
import { type Bell, bell } from "./bell";
import { BatchTail } from "./tail";

/** The tails of all batches that someone follows in this process; one that nobody follows any more is gone. */
export class Tails {
  private readonly open = new Map<string, BatchTail>();

  constructor(
    private readonly db: Db,
    private readonly bell: Bell,
  ) {}

  /** Whoever joins must leave, once. */
  join(batchId: string): BatchTail {
    const tail = this.open.get(batchId) ?? new BatchTail(this.db, this.bell, batchId);
    this.open.set(batchId, tail);
    tail.followers++;
    return tail;
  }

  leave(batchId: string): void {
    const tail = this.open.get(batchId);
    if (!tail) return;
    tail.followers--;
    if (tail.followers > 0) return;
    tail.close();
    this.open.delete(batchId);
  }

  /** Clients that follow a batch. */
  followers(): number {
    return [...this.open.values()].reduce((sum, tail) => sum + tail.followers, 0);
  }
}

/** Every stream of this process, whichever copy of the module opened it, shares one tail per batch. */
export const tails = (): Tails => singleton("tails", () => new Tails(database(), bell()));

import { eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { batchJobs } from "@/db/schema";
import { isEnding } from "@/lib/contracts/terms/events";
import { isTerminal } from "@/lib/contracts/terms/status";
import { newestEvent, snapshot } from "./log";
import { type BatchTail, frameOf } from "./tail";
import type { Tails } from "./tails";

export interface EventRooms {
  db: Db;
  tails: Tails;
  /** Fires when the process is about to stop: every stream ends. */
  closing: AbortSignal;
}

/** Where frames may go right away, past whoever pulls them. */
export interface Outlet {
  /** Whether everything that was pulled has gone there, and there is room for more. */
  readonly open: boolean;
  write(bytes: Uint8Array): void;
}

/** For one who only pulls. */
const shut: Outlet = { open: false, write: () => undefined };

const retry = Buffer.from("retry: 2000\n\n");
const stillHere = Buffer.from(": still here\n\n");

/**
 * A batch's progress as server-sent events (WHATWG HTML, 9.2).
 *
 * Without `lastEventId` the client first gets one `progress` snapshot; with it, exactly what it missed; with a number
 * that the batch has not come to, as after a backup was restored, the snapshot again. On a finished batch that has
 * nothing more to tell, the terminal event is sent and the stream ends; so it does when the batch is removed. A terminal
 * event that the batch went on after, because it was run again, ends nothing.
 * Pulled by the consumer: a slow client makes this wait, it never fills memory. While it waits for news and `outlet` is
 * open, they go there at once: a turn through generators and promises for each of a thousand clients costs as much as
 * the writing does.
 */
export async function* batchEvents(
  { db, tails, closing }: EventRooms,
  batchId: string,
  lastEventId: number | null,
  signal: AbortSignal,
  outlet: Outlet = shut,
): AsyncGenerator<Uint8Array> {
  const follower = new Follower(tails.join(batchId), outlet, [signal, closing]);
  try {
    yield retry;
    const batch = db.select().from(batchJobs).where(eq(batchJobs.id, batchId)).get();
    if (!batch) return;
    const known = lastEventId !== null && lastEventId <= batch.lastSeq ? lastEventId : null;
    follower.seen = known ?? batch.lastSeq;
    if (isTerminal(batch.status) && follower.seen === batch.lastSeq) {
      const last = newestEvent(db, batchId);
      if (last) yield frameOf(last).bytes;
      return;
    }
    if (known === null) yield frameOf(snapshot(batch)).bytes;
    while (!follower.stopped) {
      const missed = follower.tail.after(follower.seen);
      if (missed === null) return;
      const last = missed.at(-1);
      if (last) {
        yield follower.tail.piece(missed);
        follower.seen = last.seq;
        if (isEnding(last.type) && follower.tail.isNewest(last.seq)) return;
      } else if (!(await follower.news())) yield stillHere;
    }
  } finally {
    follower.leave();
    tails.leave(batchId);
  }
}

/** One client at the tail of a batch: it sleeps until there is something to pull, or until it is told to stop. */
class Follower {
  /** Number of the newest event that it was given. */
  seen = 0;
  private wake: ((news: boolean) => void) | null = null;
  private readonly onStop = () => this.wake?.(true);

  constructor(
    readonly tail: BatchTail,
    private readonly outlet: Outlet,
    private readonly stops: AbortSignal[],
  ) {
    for (const signal of stops) signal.addEventListener("abort", this.onStop);
  }

  get stopped(): boolean {
    return this.stops.some((signal) => signal.aborted);
  }

  /** Resolves true once there may be something to pull or it is stopped, false as a sign of life without. */
  news(): Promise<boolean> {
    if (this.stopped) return Promise.resolve(true);
    return new Promise((resolve) => {
      this.wake = resolve;
      this.tail.sleep(this.told);
    });
  }

  leave(): void {
    for (const signal of this.stops) signal.removeEventListener("abort", this.onStop);
    this.tail.forget(this.told);
  }

  private readonly told = (news: boolean): void => {
    if (news && this.passOn()) this.tail.sleep(this.told);
    else this.wake?.(news);
  };

  /** Hands on what it missed. @returns false, with nothing done, where that is to be pulled: also all that may end it. */
  private passOn(): boolean {
    if (!this.outlet.open || this.stopped) return false;
    const missed = this.tail.after(this.seen);
    const last = missed?.at(-1);
    if (!missed || !last || isEnding(last.type)) return false;
    this.outlet.write(this.tail.piece(missed));
    this.seen = last.seq;
    return true;
  }
}

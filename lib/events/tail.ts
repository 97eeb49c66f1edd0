import type { Db } from "@/db/client";
import type { EventType } from "@/lib/contracts/events";
import type { Bell } from "./bell";
import { eventsSince, newestEvent, type StoredEvent } from "./log";

/** Newest events of a batch that are kept in memory; who is further behind reads the rows. */
const kept = 256;
/** Followers that are told in one turn of the event loop. */
const waveSlice = 50;
const keepAliveMs = 15_000;

/** An event as it goes over the wire; its bytes are made once, however many get them. */
export interface Frame {
  seq: number;
  type: EventType;
  bytes: Uint8Array;
}

/** An event as a frame of a stream (WHATWG HTML, 9.2.6). */
export const frameOf = ({ seq, type, data }: StoredEvent): Frame => ({
  seq,
  type,
  bytes: Buffer.from(`id: ${seq}\nevent: ${type}\ndata: ${data}\n\n`),
});

type Wake = (news: boolean) => void;

/**
 * The newest events of one batch for all who follow it: a ring costs one look at the rows, not one for each of them.
 * Nobody has a buffer here: a follower knows how far it has come, and one that is too slow for what is kept reads the
 * rows themselves at its own pace.
 */
export class BatchTail {
  followers = 0;
  private frames: Frame[] = [];
  /** Number of the newest event at the last look. */
  private newest: number;
  /** Something may have been written since the last look. */
  private stale = true;
  private removed = false;
  /** Of the events `from` to `to`, which were last wanted as one piece. */
  private joined = { from: 0, to: 0, bytes: Buffer.alloc(0) };
  private readonly asleep = new Set<Wake>();
  private wave: NodeJS.Timeout | NodeJS.Immediate | null = null;
  /** It rang while those asleep were being told: who was told early sleeps again and knows nothing of it. */
  private again = false;
  /** Milliseconds that the last wave took, and when it ended. */
  private lastWave = { took: 0, ended: 0 };
  private readonly unlisten: () => void;
  private readonly keepAlive: NodeJS.Timeout;

  constructor(
    private readonly db: Db,
    bell: Bell,
    private readonly batchId: string,
  ) {
    this.newest = newestEvent(db, batchId)?.seq ?? 0;
    this.unlisten = bell.listen(batchId, () => this.ring());
    this.keepAlive = setInterval(() => this.tell(false, [...this.asleep]), keepAliveMs);
    this.keepAlive.unref();
  }

  /** Events after number `seq` as far as they are at hand, in order; null once the batch is removed. */
  after(seq: number): Frame[] | null {
    this.look();
    if (this.removed) return null;
    if (seq >= this.newest) return [];
    const first = this.frames.at(0)?.seq ?? this.newest + 1;
    if (seq + 1 < first) return eventsSince(this.db, this.batchId, seq).map(frameOf);
    return this.frames.slice(seq + 1 - first);
  }

  /** Events that follow each other, as one piece: those who are told together mostly miss the same. */
  piece(missed: readonly Frame[]): Uint8Array {
    const [first, last] = [missed[0], missed[missed.length - 1]];
    if (first === last) return first.bytes;
    if (this.joined.from !== first.seq || this.joined.to !== last.seq) {
      this.joined = { from: first.seq, to: last.seq, bytes: Buffer.concat(missed.map(({ bytes }) => bytes)) };
    }
    return this.joined.bytes;
  }

  isNewest(seq: number): boolean {
    this.look();
    return seq === this.newest;
  }

  /** Calls `wake` once: with true when something may have been written, with false as a sign of life without. */
  sleep(wake: Wake): void {
    if (this.stale) wake(true);
    else this.asleep.add(wake);
  }

  forget(wake: Wake): void {
    this.asleep.delete(wake);
  }

  close(): void {
    this.unlisten();
    clearInterval(this.keepAlive);
  }

  private look(): void {
    if (!this.stale) return;
    this.stale = false;
    const before = this.newest;
    for (let fresh = this.read(); fresh.length > 0; fresh = this.read()) {
      this.newest = fresh[fresh.length - 1].seq;
      this.frames = [...this.frames, ...fresh].slice(-kept);
    }
    if (this.newest === before) this.removed = newestEvent(this.db, this.batchId) === undefined;
  }

  private read(): Frame[] {
    return eventsSince(this.db, this.batchId, this.newest).map(frameOf);
  }

  private ring(): void {
    this.stale = true;
    this.again = this.wave !== null;
    if (this.wave || this.asleep.size === 0) return;
    // Telling all takes two thirds of the event loop's time at most: the longer it took, the longer until it is done
    // again. Whatever else is to be answered comes between its slices.
    const wait = this.lastWave.ended + this.lastWave.took / 2 - performance.now();
    this.wave = wait > 1 ? setTimeout(() => this.begin(), wait) : setImmediate(() => this.begin());
  }

  private begin(): void {
    this.again = false;
    const began = performance.now();
    const all = [...this.asleep];
    const next = (from: number) => {
      this.tell(true, all.slice(from, from + waveSlice));
      if (from + waveSlice < all.length) this.wave = setImmediate(() => next(from + waveSlice));
      else this.end(began);
    };
    next(0);
  }

  private end(began: number): void {
    const ended = performance.now();
    this.lastWave = { took: ended - began, ended };
    this.wave = null;
    if (this.again) this.ring();
  }

  private tell(news: boolean, who: Wake[]): void {
    for (const wake of who) if (this.asleep.delete(wake)) wake(news);
  }
}

import { type Db, database } from "@/db/client";
import { singleton } from "@/lib/singleton";
import type { Caller } from "./caller";
import { mayStay } from "./may-stay";

/** Milliseconds after which an answer that goes on has ended at the latest once its caller may not have it any more. */
const lookMs = 2_000;

/**
 * One answer that goes on, a stream of progress or a download, and whether its caller may still have it. It is looked
 * after between `begin` and `end`; either may be said twice.
 */
export interface Stay {
  /** Fires when the caller may not have the answer any more. */
  signal: AbortSignal;
  begin(): void;
  end(): void;
}

interface Whose {
  caller: Caller;
  batchId: string;
  controller: AbortController;
}

/**
 * All answers that go on. They are looked at together, with one look for each session or key and batch: whether an
 * account, a key or a session was taken away, has run out or was given a lower role, by whatever process, is in the rows.
 */
export class Stays {
  private readonly open = new Set<Whose>();
  private timer: NodeJS.Timeout | null = null;

  constructor(private readonly db: Db) {}

  of(caller: Caller, batchId: string): Stay {
    const whose = { caller, batchId, controller: new AbortController() };
    return { signal: whose.controller.signal, begin: () => this.add(whose), end: () => this.forget(whose) };
  }

  /** Answers that go on now. */
  count(): number {
    return this.open.size;
  }

  private add(whose: Whose): void {
    this.open.add(whose);
    this.timer ??= setInterval(() => this.look(), lookMs).unref();
  }

  private forget(whose: Whose): void {
    this.open.delete(whose);
    if (this.open.size > 0 || this.timer === null) return;
    clearInterval(this.timer);
    this.timer = null;
  }

  private look(): void {
    const seen = new Map<string, boolean>();
    const now = Date.now();
    for (const whose of this.open) {
      const { caller, batchId, controller } = whose;
      const key = JSON.stringify([caller.credentialId, batchId]);
      const may = seen.get(key) ?? mayStay(this.db, caller, batchId, now);
      seen.set(key, may);
      if (may) continue;
      this.forget(whose);
      controller.abort();
    }
  }
}

/** One for the process: routes have their own copies of every module (see lib/singleton.ts). */
export const stays = (): Stays => singleton("stays", () => new Stays(database()));

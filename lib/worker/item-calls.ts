import type { RemoteModelName, Usage } from "@/lib/contracts/models";
import type { ItemError } from "@/lib/contracts/status";
import { asTracepressError } from "@/lib/errors";
import type { ModelTurns } from "@/lib/models/turns";
import type { ItemLease, Queue } from "@/lib/queue/queue";
import type { ModelMessage } from "./messages";
import type { StageDeadline } from "./stage-deadline";

/** A call ends itself in time; this much later its thread is taken for stuck. */
const graceMs = 10_000;

export interface ItemCallsInput {
  lease: ItemLease;
  model: RemoteModelName;
  turns: ModelTurns;
  queue: Pick<Queue, "addUsage">;
  deadline: StageDeadline;
  signal: AbortSignal;
  /** Runs what reaches for the queue, and tells the log when that fails. */
  guarded(work: () => void): void;
}

/** What an item's thread asks of its process when it asks a model: its turn, and to keep account. */
export class ItemCalls {
  private endTurn: (() => void) | null = null;
  private readonly over = new AbortController();
  /** What calls took and is not on disk yet. */
  private unwritten: { usage: Usage; mostUnmetered: number }[] = [];

  constructor(private readonly input: ItemCallsInput) {}

  /** @returns why the turn that was asked for does not come; null for everything else. */
  async heard(message: ModelMessage): Promise<ItemError | null> {
    if (message.type === "turn") return this.turn(message.mostCost);
    if (message.type === "spent") {
      this.unwritten.push(message);
      this.writeUsage();
    } else this.giveBack();
    return null;
  }

  /** The thread works on this no more, or is gone: gives the turn back, and up the place of one that waits for it. */
  end(): void {
    this.over.abort();
    this.giveBack();
    this.writeUsage();
  }

  private giveBack(): void {
    this.endTurn?.();
    this.endTurn = null;
  }

  /** What a database that is locked does not take now is written when the item ends. */
  private writeUsage(): void {
    const { queue, lease } = this.input;
    this.input.guarded(() => {
      while (this.unwritten.length > 0) {
        const [{ usage, mostUnmetered }] = this.unwritten;
        queue.addUsage(lease, usage, mostUnmetered);
        this.unwritten.shift();
      }
    });
  }

  private async turn(mostCost: number | null): Promise<ItemError | null> {
    const { lease, model, turns, deadline, signal } = this.input;
    const { batchId, name: item } = lease;
    deadline.hold();
    try {
      const endTurn = await turns.take({ model, batchId, item, mostCost }, AbortSignal.any([signal, this.over.signal]));
      this.endTurn = endTurn;
      // It may have ended between the grant and here.
      if (this.over.signal.aborted) this.giveBack();
      else deadline.allow(turns.callMs(model) + graceMs);
      return null;
    } catch (thrown) {
      const { code, message, stage = null, retryable } = asTracepressError(thrown);
      return { code, message, stage, retryable };
    }
  }
}

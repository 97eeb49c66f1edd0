import type { RemoteModelName } from "@/lib/contracts/models";
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
  queue: Queue;
  deadline: StageDeadline;
  signal: AbortSignal;
}

/** What an item's thread asks of its process when it asks a model: its turn, and to keep account. */
export class ItemCalls {
  private endTurn: (() => void) | null = null;

  constructor(private readonly input: ItemCallsInput) {}

  /** @returns why the turn that was asked for does not come; null for everything else. */
  async heard(message: ModelMessage): Promise<ItemError | null> {
    const { queue, lease } = this.input;
    if (message.type === "turn") return this.turn(message.mostCost);
    if (message.type === "spent") queue.addUsage(lease, message.usage, message.mostUnmetered);
    else this.end();
    return null;
  }

  /** Gives the turn back, also of a thread that is gone. */
  end(): void {
    this.endTurn?.();
    this.endTurn = null;
  }

  private async turn(mostCost: number | null): Promise<ItemError | null> {
    const { lease, model, turns, deadline, signal } = this.input;
    const { batchId, name: item } = lease;
    deadline.hold();
    try {
      this.endTurn = await turns.take({ model, batchId, item, mostCost }, signal);
      deadline.allow(turns.callMs(model) + graceMs);
      return null;
    } catch (thrown) {
      const { code, message, stage = null, retryable } = asTracepressError(thrown);
      return { code, message, stage, retryable };
    }
  }
}

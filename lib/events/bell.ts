import { EventEmitter } from "node:events";
import { singleton } from "@/lib/singleton";

/**
 * Says "look again" inside this process and carries no facts: a missed ring costs time, never truth.
 * Topics are batch ids (their events), `queue` (something to claim or to stop) and `delivery` (something to send).
 */
export class Bell {
  private readonly emitter = new EventEmitter().setMaxListeners(0);

  ring(topic: string): void {
    this.emitter.emit(topic);
  }

  /** Calls `listener` at every ring of `topic` until the returned function is called. */
  listen(topic: string, listener: () => void): () => void {
    this.emitter.on(topic, listener);
    return () => void this.emitter.off(topic, listener);
  }

  /** Topics that someone listens to. */
  topics(): string[] {
    return this.emitter.eventNames() as string[];
  }
}

/** The bell of this process. */
export const bell = (): Bell => singleton("bell", () => new Bell());

import type { RemoteModelName } from "@/lib/contracts/models";
import { TracepressError } from "@/lib/errors";
import type { ModelSettings } from "./settings";

/** US dollars that a batch may still spend, calls under way not taken off; null where it has no bound. */
export type LeftToSpend = (batchId: string) => number | null;

export interface TurnRequest {
  model: RemoteModelName;
  batchId: string;
  /** Name of the item, for sentences. */
  item: string;
  /** US dollars that the call costs at most; null where that is not known. */
  mostCost: number | null;
}

interface Waiting {
  request: TurnRequest;
  grant(): void;
  refuse(error: TracepressError): void;
}

/** How much may be asked of a model. `callMs`: milliseconds that one call may take. */
export type TurnLimits = Pick<ModelSettings, "atOnce" | "perMinute" | "callMs">;

interface Lane {
  limits: TurnLimits;
  running: number;
  /** When the calls of the last minute began, in milliseconds; the oldest first. */
  begun: number[];
  waiting: Waiting[];
  timer: NodeJS.Timeout | null;
}

const minuteMs = 60_000;

/**
 * Who may ask a model now, for all threads of the process: so many calls at once, so many begun in a minute, and for each
 * batch none that might cost more than is left. Those that wait are served in the order they came.
 */
export class ModelTurns {
  private readonly lanes: Record<RemoteModelName, Lane>;
  /** US dollars that calls under way may cost, by batch. */
  private readonly reserved = new Map<string, number>();

  constructor(
    limits: Record<RemoteModelName, TurnLimits>,
    private readonly leftToSpend: LeftToSpend,
    private readonly now = () => performance.now(),
  ) {
    const lane = (name: RemoteModelName): Lane => ({
      limits: limits[name],
      running: 0,
      begun: [],
      waiting: [],
      timer: null,
    });
    this.lanes = { claude: lane("claude"), openai: lane("openai"), gemini: lane("gemini") };
  }

  /**
   * Waits for a turn. @returns what ends it; calling it again does nothing.
   * @throws TracepressError `cost_limit`; `aborted`.
   */
  take(request: TurnRequest, signal: AbortSignal): Promise<() => void> {
    const lane = this.lanes[request.model];
    return new Promise((resolve, reject) => {
      const onAbort = () => {
        lane.waiting = lane.waiting.filter((one) => one !== waiting);
        reject(new TracepressError("aborted", "Stopped before it was finished."));
      };
      const waiting: Waiting = {
        request,
        grant: () => {
          signal.removeEventListener("abort", onAbort);
          resolve(this.begin(lane, request));
        },
        refuse: (error) => {
          signal.removeEventListener("abort", onAbort);
          reject(error);
        },
      };
      if (signal.aborted) return onAbort();
      signal.addEventListener("abort", onAbort, { once: true });
      lane.waiting.push(waiting);
      this.serve(lane);
    });
  }

  /** Those that take turns. */
  get models(): RemoteModelName[] {
    return Object.keys(this.lanes) as RemoteModelName[];
  }

  atOnce(model: RemoteModelName): number {
    return this.lanes[model].limits.atOnce;
  }

  callMs(model: RemoteModelName): number {
    return this.lanes[model].limits.callMs;
  }

  private begin(lane: Lane, { batchId, mostCost }: TurnRequest): () => void {
    lane.running += 1;
    lane.begun.push(this.now());
    const cost = mostCost ?? 0;
    this.reserve(batchId, cost);
    let ended = false;
    return () => {
      if (ended) return;
      ended = true;
      lane.running -= 1;
      this.reserve(batchId, -cost);
      for (const one of Object.values(this.lanes)) this.serve(one);
    };
  }

  private reserve(batchId: string, cost: number): void {
    const sum = (this.reserved.get(batchId) ?? 0) + cost;
    if (sum > 1e-9) this.reserved.set(batchId, sum);
    else this.reserved.delete(batchId);
  }

  private serve(lane: Lane): void {
    for (const waiting of [...lane.waiting]) {
      if (lane.running >= lane.limits.atOnce || this.restMs(lane) > 0) break;
      const answer = this.mayCost(waiting.request);
      if (answer === "later") continue;
      lane.waiting = lane.waiting.filter((one) => one !== waiting);
      if (answer === "yes") waiting.grant();
      else waiting.refuse(answer);
    }
    this.wakeLater(lane);
  }

  /** Milliseconds until another call may begin. */
  private restMs(lane: Lane): number {
    const now = this.now();
    while (lane.begun.length > 0 && lane.begun[0] <= now - minuteMs) lane.begun.shift();
    return lane.begun.length < lane.limits.perMinute ? 0 : lane.begun[0] + minuteMs - now;
  }

  private wakeLater(lane: Lane): void {
    const rest = this.restMs(lane);
    if (lane.timer !== null || rest === 0 || lane.waiting.length === 0) return;
    lane.timer = setTimeout(() => {
      lane.timer = null;
      this.serve(lane);
    }, rest + 1);
    lane.timer.unref();
  }

  /** A call that fits only if those under way cost less than they may waits for them. */
  private mayCost({ batchId, mostCost, item }: TurnRequest): "yes" | "later" | TracepressError {
    const left = this.leftToSpend(batchId);
    if (left === null) return "yes";
    if (mostCost === null) return overLimit(item, "what it may cost is not known, since a price is not set");
    const reserved = this.reserved.get(batchId) ?? 0;
    if (mostCost <= left - reserved + 1e-9) return "yes";
    if (reserved > 0) return "later";
    return overLimit(item, `it may cost $${mostCost.toFixed(4)}, and $${Math.max(0, left).toFixed(4)} are left`);
  }
}

const overLimit = (item: string, why: string): TracepressError =>
  new TracepressError("cost_limit", `${item} was not asked for, to keep what the batch may cost: ${why}.`);

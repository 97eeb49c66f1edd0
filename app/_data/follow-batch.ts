import type { BatchEvent } from "@/lib/contracts/events";
import { eventTypes, isEnding } from "@/lib/contracts/terms/events";
import { type Contracts, loadContracts } from "./load-contracts";
import { ProblemError } from "./problem";
import { apiRoot } from "./request";

export type Connection = "connecting" | "live" | "lost";

export interface Follower {
  onEvents(events: BatchEvent[]): void;
  onConnection(connection: Connection): void;
  /** The stream was opened anew, not continued: what happened in between was not heard. */
  onGap(): void;
}

/** Events come in bursts (a replay, many short pictures); the page is redrawn once per burst. */
const burstMs = 80;
const reopenMs = 3_000;
/** A page that was hidden this long may hold a connection that died in its sleep and does not know it. */
const sleptMs = 30_000;

/**
 * Listens to `GET /batch/{id}/progress` until the batch ends or the returned function is called.
 * The browser reconnects by itself with Last-Event-ID; this only steps in where it gives up.
 */
export function followBatch(id: string, follower: Follower): () => void {
  let source: EventSource | null = null;
  let heard: BatchEvent[] = [];
  let burst: ReturnType<typeof setTimeout> | undefined;
  let reopening: ReturnType<typeof setTimeout> | undefined;
  let hiddenAt: number | null = null;
  let ended = false;
  let contracts: Contracts | null = null;

  const close = () => {
    clearTimeout(reopening);
    source?.close();
    source = null;
  };
  const tell = () => {
    burst = undefined;
    const events = heard;
    heard = [];
    follower.onEvents(events);
  };
  const hear = (message: MessageEvent<string>) => {
    const event = contracts && eventIn(message.data, contracts);
    if (!event) return;
    heard.push(event);
    burst ??= setTimeout(tell, burstMs);
    if (!isEnding(event.type)) return;
    ended = true;
    close();
  };
  const open = () => {
    if (!contracts) return;
    close();
    const opened = new EventSource(`${apiRoot}/batch/${encodeURIComponent(id)}/progress`);
    source = opened;
    opened.onopen = () => follower.onConnection("live");
    opened.onerror = () => {
      follower.onConnection("lost");
      if (opened.readyState === EventSource.CLOSED) reopening = setTimeout(reopen, reopenMs);
    };
    for (const type of eventTypes) opened.addEventListener(type, hear);
  };
  const reopen = () => {
    if (ended) return;
    open();
    follower.onGap();
  };
  const onVisibility = () => {
    if (document.visibilityState === "hidden") {
      hiddenAt = Date.now();
      return;
    }
    const slept = hiddenAt !== null && Date.now() - hiddenAt > sleptMs;
    hiddenAt = null;
    if (slept) reopen();
  };
  const onPageShow = (event: PageTransitionEvent) => {
    if (event.persisted) reopen();
  };

  const begin = async () => {
    try {
      contracts = await loadContracts();
    } catch (failure) {
      if (!(failure instanceof ProblemError)) throw failure;
      follower.onConnection("lost");
      if (!ended) reopening = setTimeout(begin, reopenMs);
      return;
    }
    if (!ended) open();
  };

  void begin();
  document.addEventListener("visibilitychange", onVisibility);
  window.addEventListener("pageshow", onPageShow);
  window.addEventListener("online", reopen);
  return () => {
    ended = true;
    close();
    // The last that was heard is told too: how the batch ended, where this page learns it otherwise first.
    if (burst !== undefined) {
      clearTimeout(burst);
      tell();
    }
    document.removeEventListener("visibilitychange", onVisibility);
    window.removeEventListener("pageshow", onPageShow);
    window.removeEventListener("online", reopen);
  };
}

function eventIn(data: string, { batchEventSchema }: Contracts): BatchEvent | null {
  try {
    return batchEventSchema.parse(JSON.parse(data));
  } catch {
    return null;
  }
}

import { createParser } from "eventsource-parser";
import type { GenerateRequestInput } from "@/lib/contracts/coloring";
import { type DeckRequestInput, type DeckSubmitted, deckSubmittedSchema } from "@/lib/contracts/deck";
import { type BatchEvent, batchEventSchema } from "@/lib/contracts/events";
import { type BatchView, batchSchema, type Submitted, submittedSchema } from "@/lib/contracts/status";
import { isEnding } from "@/lib/contracts/terms/events";
import { type UploadView, uploadSchema } from "@/lib/contracts/uploads";

/** Tracepress over HTTP, as any client would speak to it. Every call throws the server's own sentence on an error. */
export class ApiClient {
  constructor(readonly origin: string) {}

  async upload(name: string, bytes: Uint8Array): Promise<UploadView> {
    const path = `/api/v1/uploads?name=${encodeURIComponent(name)}`;
    const response = await this.send(path, { method: "POST", body: new Uint8Array(bytes) });
    return uploadSchema.parse(await response.json());
  }

  async generate(request: GenerateRequestInput): Promise<Submitted> {
    const headers = { "content-type": "application/json" };
    const init = { method: "POST", headers, body: JSON.stringify(request) };
    const response = await this.send("/api/v1/batch/generate", init);
    return submittedSchema.parse(await response.json());
  }

  async deck(request: DeckRequestInput): Promise<DeckSubmitted> {
    const headers = { "content-type": "application/json" };
    const init = { method: "POST", headers, body: JSON.stringify(request) };
    const response = await this.send("/api/v1/batch/jobs", init);
    return deckSubmittedSchema.parse(await response.json());
  }

  async status(batchId: string): Promise<BatchView> {
    const response = await this.send(`/api/v1/batch/${batchId}/status`);
    return batchSchema.parse(await response.json());
  }

  download(batchId: string): Promise<Buffer> {
    return this.bytes(`/api/v1/batch/${batchId}/download`);
  }

  /** @param name as the status gives it. */
  artifact(batchId: string, name: string): Promise<Buffer> {
    return this.bytes(`/api/v1/batch/${batchId}/artifacts/${name.split("/").map(encodeURIComponent).join("/")}`);
  }

  trace(batchId: string): Promise<Buffer> {
    return this.bytes(`/api/v1/jobs/${batchId}/trace`);
  }

  /**
   * Listens to a batch until its terminal event, coming back with `Last-Event-ID` when the server ends the stream.
   * @throws the reason of `signal` once it fires, also when that is inside `onEvent`; TypeError when a connection breaks.
   */
  async follow(batchId: string, onEvent: (event: BatchEvent) => void, signal?: AbortSignal): Promise<BatchEvent> {
    let last: BatchEvent | null = null;
    for (;;) {
      for await (const event of this.eventsAfter(batchId, last, signal)) {
        last = event;
        onEvent(event);
        signal?.throwIfAborted();
      }
      if (last && isEnding(last.type)) return last;
    }
  }

  /** What one connection brings. Leaving it early closes it. */
  private async *eventsAfter(batchId: string, last: BatchEvent | null, signal?: AbortSignal) {
    const headers: Record<string, string> = last ? { "last-event-id": String(last.seq) } : {};
    const response = await this.send(`/api/v1/batch/${batchId}/progress`, { headers, signal });
    const come: BatchEvent[] = [];
    const parser = createParser({ onEvent: ({ data }) => come.push(batchEventSchema.parse(JSON.parse(data))) });
    const decoder = new TextDecoder();
    for await (const bytes of (response.body ?? []) as AsyncIterable<Uint8Array>) {
      parser.feed(decoder.decode(bytes, { stream: true }));
      yield* come.splice(0);
    }
  }

  private async bytes(path: string): Promise<Buffer> {
    return Buffer.from(await (await this.send(path)).arrayBuffer());
  }

  private async send(path: string, init?: RequestInit): Promise<Response> {
    const response = await fetch(this.origin + path, init);
    if (response.ok) return response;
    const problem = (await response.json()) as { detail?: string };
    throw new Error(`${init?.method ?? "GET"} ${path} answered ${response.status}: ${problem.detail}`);
  }
}

import { createParser, type EventSourceMessage } from "eventsource-parser";
import { ApiClient } from "@/lib/commands/api-client";
import type { GenerateRequestInput } from "@/lib/contracts/coloring";
import { type Problem, problemSchema } from "@/lib/contracts/problem";
import type { BatchView } from "@/lib/contracts/status";
import type { TestServer } from "./server";

/** The API as tests speak to it. */
export class TestClient extends ApiClient {
  constructor(private readonly server: TestServer) {
    super(server.origin);
  }

  /** Uploads each picture and submits them as one batch; names come in order. */
  async submitPictures(pictures: [name: string, bytes: Uint8Array][], options: GenerateRequestInput["options"] = {}) {
    const items = [];
    for (const [name, bytes] of pictures) {
      const { file_id } = await this.upload(name, bytes);
      items.push({ file: file_id, prompt: `color ${name}` });
    }
    return this.generate({ items, options });
  }

  /** Follows a batch to its end and tells how it stands then. */
  async finished(batchId: string): Promise<BatchView> {
    await this.follow(batchId, () => undefined);
    return this.status(batchId);
  }

  /** Every event of a stream, as it came over the wire, until the server ends it. */
  async events(batchId: string, lastEventId?: number): Promise<EventSourceMessage[]> {
    const headers: Record<string, string> = lastEventId === undefined ? {} : { "last-event-id": String(lastEventId) };
    const response = await this.server.fetch(`/api/v1/batch/${batchId}/progress`, { headers });
    const messages: EventSourceMessage[] = [];
    createParser({ onEvent: (message) => messages.push(message) }).feed(await response.text());
    return messages;
  }

  post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
    const init = {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify(body),
    };
    return this.server.fetch(path, init);
  }
}

/** The problem details of an answer that is an error. */
export async function problemOf(response: Response): Promise<Problem> {
  if (response.headers.get("content-type") !== "application/problem+json") {
    throw new Error(`${response.status} is no problem: ${await response.text()}`);
  }
  return problemSchema.parse(await response.json());
}

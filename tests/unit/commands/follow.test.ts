import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it, onTestFinished } from "vitest";
import { ApiClient } from "@/lib/commands/api-client";
import type { BatchEvent } from "@/lib/contracts/events";
import { eventsSince } from "@/lib/events/log";
import { TestRooms } from "@/tests/support/rooms";

/** A stream that anyone may ask for; `answer` writes it, given the number of the last event seen. */
async function streaming(answer: (response: ServerResponse, lastSeen: string | undefined) => void): Promise<ApiClient> {
  const server = createServer((request, response) => {
    response.writeHead(200, { "content-type": "text/event-stream" });
    answer(response, request.headers["last-event-id"] as string | undefined);
  }).listen(0, "127.0.0.1");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  await new Promise((resolve) => server.once("listening", resolve));
  return new ApiClient(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
}

/** The frames of a batch that was worked off. */
async function frames(): Promise<string[]> {
  const rooms = new TestRooms();
  const { batch_id } = await rooms.submit(2);
  for (const lease of rooms.queue.claimItems(2)) rooms.queue.completeItem(lease, { artifacts: [], counts: null }, []);
  return eventsSince(rooms.db, batch_id, 0).map(({ seq, data }) => `id: ${seq}\ndata: ${data}\n\n`);
}

it("following ends when it is told to stop by whoever hears an event", async () => {
  const [first, second] = await frames();
  const client = await streaming((response) => void response.write(first + second));
  const stop = new AbortController();
  const heard: BatchEvent[] = [];
  const followed = client.follow(
    "batch",
    (event) => {
      heard.push(event);
      stop.abort(new Error("enough"));
    },
    stop.signal,
  );
  await expect(followed).rejects.toThrow("enough");
  expect(heard).toHaveLength(1);
});

it("following goes on where a stream ended in the middle of an event", async () => {
  const all = await frames();
  const client = await streaming((response, lastSeen) => {
    const rest = all.slice(Number(lastSeen ?? 0));
    response.end(lastSeen === undefined ? rest[0] + rest[1].slice(0, 20) : rest.join(""));
  });
  const numbers: number[] = [];
  expect(await client.follow("batch", ({ seq }) => numbers.push(seq))).toMatchObject({ type: "completed" });
  expect(numbers).toEqual(all.map((_, index) => index + 1));
});

import { afterEach, beforeEach, expect, it } from "vitest";
import { TestClient } from "@/tests/support/client";
import { jpegHouse } from "@/tests/support/pictures";
import { TestServer } from "@/tests/support/server";
import { readZip } from "@/tests/support/zip";

let server: TestServer;
beforeEach(async () => {
  server = await new TestServer({ TRACEPRESS_SLOTS: "2" }).start();
});
afterEach(() => server.stop());

const pictures = async (count: number): Promise<[string, Buffer][]> => {
  const picture = await jpegHouse(1600);
  return Array.from({ length: count }, (_, index) => [`p${index + 1}.jpg`, picture]);
};

/** Resolves once the batch has a finished item and is still running. */
async function underWay(client: TestClient, batchId: string): Promise<void> {
  const stop = new AbortController();
  const follow = client.follow(batchId, (event) => event.processed >= 1 && stop.abort(), stop.signal);
  await follow.catch((error) => {
    if (!stop.signal.aborted) throw error;
  });
}

it("a killed server finishes the batch when it is started again, each item once", async () => {
  const client = new TestClient(server);
  const { batch_id } = await client.submitPictures(await pictures(8), { include_pdf: true });
  await underWay(client, batch_id);
  await server.kill("SIGKILL");
  await server.start();
  const again = new TestClient(server);
  const status = await again.finished(batch_id);
  expect(status).toMatchObject({ status: "completed", processed: 8, failed: 0 });
  const files = await readZip(await again.download(batch_id));
  const pages = [...files.keys()].filter((name) => name.endsWith(".png"));
  expect(pages.sort()).toEqual(Array.from({ length: 8 }, (_, index) => `pages/00${index + 1}-p${index + 1}.png`));
  const numbers = (await again.events(batch_id, 0)).map((message) => Number(message.id));
  expect(numbers).toEqual(numbers.map((_, index) => index + 1));
});

it("a server told to stop closes its streams, hands its work back and ends by itself", async () => {
  const client = new TestClient(server);
  const { batch_id } = await client.submitPictures(await pictures(8));
  await underWay(client, batch_id);
  const stream = client.events(batch_id);
  expect(await server.kill("SIGTERM")).toBe(0);
  expect((await stream).map((message) => message.event)).not.toContain("completed");
  await server.start();
  const again = new TestClient(server);
  const held = (await again.status(batch_id)).items?.filter((item) => item.status !== "completed") ?? [];
  expect(held.every((item) => item.attempts <= 1)).toBe(true);
  expect(await again.finished(batch_id)).toMatchObject({ status: "completed", processed: 8 });
});

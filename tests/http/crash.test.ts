import { afterEach, beforeEach, expect, it } from "vitest";
import { TestClient } from "@/tests/support/client";
import { HeldSite } from "@/tests/support/held-site";
import { jpegHouse } from "@/tests/support/pictures";
import { TestServer } from "@/tests/support/server";
import { readZip } from "@/tests/support/zip";

let site: HeldSite;
let server: TestServer;
beforeEach(async () => {
  site = await HeldSite.of(await jpegHouse(1600));
  server = await new TestServer({ TRACEPRESS_SLOTS: "2", ...site.settings }).start();
});
afterEach(async () => {
  await server.stop();
  site.close();
});

/** Resolves once the batch has a finished item; others are being drawn, and its last two wait for their pictures. */
async function underWay(client: TestClient, batchId: string): Promise<void> {
  site.letGo(6);
  const stop = new AbortController();
  const follow = client.follow(batchId, (event) => event.processed >= 1 && stop.abort(), stop.signal);
  await follow.catch((error) => {
    if (!stop.signal.aborted) throw error;
  });
}

it("a killed server finishes the batch when it is started again, each item once", async () => {
  const client = new TestClient(server);
  const { batch_id } = await client.generate({ items: site.items(8), options: { include_pdf: true } });
  await underWay(client, batch_id);
  await server.kill("SIGKILL");
  site.letGo();
  await server.start();
  const again = new TestClient(server);
  const status = await again.finished(batch_id);
  expect(status).toMatchObject({ status: "completed", processed: 8, failed: 0 });
  const files = await readZip(await again.download(batch_id));
  const pages = [...files.keys()].filter((name) => name.endsWith(".png"));
  expect(pages.sort()).toEqual(Array.from({ length: 8 }, (_, index) => `pages/00${index + 1}-${index + 1}.png`));
  const numbers = (await again.events(batch_id, 0)).map((message) => Number(message.id));
  expect(numbers).toEqual(numbers.map((_, index) => index + 1));
});

it("a server told to stop closes its streams, hands its work back and ends by itself", async () => {
  const client = new TestClient(server);
  const { batch_id } = await client.generate({ items: site.items(8) });
  await underWay(client, batch_id);
  const stream = client.events(batch_id);
  expect(await server.kill("SIGTERM")).toBe(0);
  expect((await stream).map((message) => message.event)).not.toContain("completed");
  site.letGo();
  await server.start();
  const again = new TestClient(server);
  const held = (await again.status(batch_id)).items?.filter((item) => item.status !== "completed") ?? [];
  expect(held.every((item) => item.attempts <= 1)).toBe(true);
  expect(await again.finished(batch_id)).toMatchObject({ status: "completed", processed: 8 });
});

import { afterAll, beforeAll, expect, it } from "vitest";
import { TestClient } from "@/tests/support/client";
import { HeldSite } from "@/tests/support/held-site";
import { Listener } from "@/tests/support/listener";
import { jpegHouse } from "@/tests/support/pictures";
import { TestServer } from "@/tests/support/server";

const site = await HeldSite.of(await jpegHouse(1200));
const server = new TestServer({ TRACEPRESS_SLOTS: "1", ...site.settings });
beforeAll(() => server.start());
afterAll(async () => {
  await server.stop();
  site.close();
});

const counted = async () =>
  Number(/^tracepress_sse_clients (\d+)$/m.exec(await (await server.fetch("/api/metrics")).text())?.[1]);

it("sixty listeners, some of whom never read, all hear of the batch or are let go, and none is left", async () => {
  const client = new TestClient(server);
  const { batch_id } = await client.generate({ items: site.items(6), options: { quality: "draft" } });
  const deaf = (index: number) => index % 3 === 0;
  const listeners = await Promise.all(
    Array.from({ length: 60 }, (_, index) => Listener.open(server.origin, batch_id, deaf(index))),
  );
  for (const listener of listeners) listener.begin();
  expect(await counted()).toBe(60);
  site.letGo(5);
  const news = () => Math.min(...listeners.filter((_, index) => !deaf(index)).map(({ delays }) => delays.length));
  await expect.poll(news).toBeGreaterThan(3);
  for (const listener of listeners) listener.leave();
  await expect.poll(counted).toBe(0);
  site.letGo();
  await client.finished(batch_id);
  expect(await counted()).toBe(0);
});

import { afterAll, beforeAll, expect, it } from "vitest";
import { TestClient } from "@/tests/support/client";
import { HeldSite } from "@/tests/support/held-site";
import { pngHouse } from "@/tests/support/pictures";
import { TestServer } from "@/tests/support/server";

const spy = new URL("../support/tell-streamed-progress.mjs", import.meta.url);
const site = await HeldSite.of(await pngHouse(96));
const server = new TestServer({ NODE_OPTIONS: `--import ${spy.href}`, ...site.settings });

beforeAll(() => server.start());
afterAll(async () => {
  await server.stop();
  site.close();
});

it("progress goes right to the connection, and not through the framework's streams, once its head is sent", async () => {
  const api = new TestClient(server);
  const { batch_id } = await api.generate({ items: site.items(4), options: { quality: "draft" } });
  const heard: string[] = [];
  // The head is sent once the first frame can be read: from then on the batch goes on.
  await api.follow(batch_id, ({ type }) => {
    heard.push(type);
    site.letGo();
  });
  expect(heard.at(-1)).toBe("completed");
  expect(heard.length).toBeGreaterThan(8);
  // What the answer begins with goes that way.
  const streamed = server.output.match(/progress in a web stream/g) ?? [];
  expect(streamed.length).toBeGreaterThan(0);
  expect(streamed.length).toBeLessThan(4);
});

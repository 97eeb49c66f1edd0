import { afterAll, beforeAll, expect, it } from "vitest";
import { TestClient } from "@/tests/support/client";
import { pngHouse } from "@/tests/support/pictures";
import { TestServer } from "@/tests/support/server";

const spy = new URL("../support/tell-streamed-progress.mjs", import.meta.url);
const server = new TestServer({ NODE_OPTIONS: `--import ${spy.href}` });

beforeAll(() => server.start());
afterAll(() => server.stop());

it("progress goes right to the connection, and not through the framework's streams, once its head is sent", async () => {
  const api = new TestClient(server);
  const picture = await pngHouse(96);
  const pictures = Array.from({ length: 4 }, (_, n): [string, Buffer] => [`house-${n}.png`, picture]);
  const { batch_id } = await api.submitPictures(pictures, { quality: "draft" });
  const heard = await api.events(batch_id);
  expect(heard.at(-1)?.event).toBe("completed");
  expect(heard.length).toBeGreaterThan(8);
  // What the answer begins with goes that way.
  const streamed = server.output.match(/progress in a web stream/g) ?? [];
  expect(streamed.length).toBeGreaterThan(0);
  expect(streamed.length).toBeLessThan(4);
});

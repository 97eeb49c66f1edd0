import { expect, onTestFinished, test } from "vitest";
import { TestClient } from "../support/client";
import { HeldSite } from "../support/held-site";
import { pngHouse } from "../support/pictures";
import { TestServer } from "../support/server";

test("a site that takes longer than it may is said to, and tried again", async () => {
  const site = await HeldSite.of(await pngHouse(96));
  const server = await new TestServer({ ...site.settings, TRACEPRESS_FETCH_SECONDS: "1" }).start();
  onTestFinished(async () => {
    await server.stop();
    site.close();
  });
  const client = new TestClient(server);
  const { batch_id } = await client.generate({ items: site.items(1), options: { quality: "draft" } });
  await expect
    .poll(async () => (await client.status(batch_id)).items?.[0])
    .toMatchObject({
      status: "retrying",
      error: { code: "timeout", message: `${site.host} took too long to answer.` },
    });
  site.letGo();
  expect((await client.finished(batch_id)).items?.[0]).toMatchObject({ status: "completed" });
});

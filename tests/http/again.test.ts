import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import JSZip from "jszip";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { keepAnswerSchema } from "@/lib/contracts/keep";
import { retryAnswerSchema } from "@/lib/contracts/retry";
import { problemOf, TestClient } from "@/tests/support/client";
import { HeldSite } from "@/tests/support/held-site";
import { jpegHouse } from "@/tests/support/pictures";
import { TestServer } from "@/tests/support/server";

const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9"><circle cx="8" cy="4" r="3" fill="gold"/></svg>`;
const dataUrl = `data:image/svg+xml,${encodeURIComponent(drawing)}`;

/** Addresses that are there or not; `/hangs.svg` takes the request and never answers. */
let mended = false;
const site = await HeldSite.of(await jpegHouse());
let files: Server;
let origin = "";
let server: TestServer;
let api: TestClient;

beforeAll(async () => {
  files = createServer((request, response) => {
    if (request.url === "/hangs.svg") return;
    if (!mended) response.writeHead(404).end();
    else response.writeHead(200, { "content-type": "image/svg+xml" }).end(drawing);
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => files.once("listening", resolve));
  const host = `127.0.0.1:${(files.address() as AddressInfo).port}`;
  origin = `http://${host}`;
  // Long enough for any stage of a small drawing on a busy machine.
  const settings = {
    ...site.settings,
    TRACEPRESS_ALLOW_HOSTS: `${host},${site.host}`,
    TRACEPRESS_ITEM_STAGE_SECONDS: "6",
    LOG_LEVEL: "silent",
  };
  server = await new TestServer(settings).start();
  api = new TestClient(server);
});

afterAll(async () => {
  await server.stop();
  site.close();
  files.closeAllConnections();
  files.close();
});

const verb = (id: string, name: string, body: unknown = {}) => api.post(`/api/v1/batch/${id}/${name}`, body);
const slidesOf = async (id: string): Promise<number> => {
  const deck = await JSZip.loadAsync(await api.artifact(id, "deck.pptx"));
  return deck.file(/^ppt\/slides\/slide\d+\.xml$/).length;
};

describe("running a batch again", () => {
  it("fetches what was not there and makes the whole deck anew, for whoever follows it too", async () => {
    mended = false;
    const request = { urls: [`${origin}/late.svg`], items: [{ file: dataUrl }, { file: dataUrl }] };
    const { batch_id } = await api.deck(request);
    const before = await api.finished(batch_id);
    expect(before).toMatchObject({ status: "completed", processed: 2, failed: 1 });
    expect(await slidesOf(batch_id)).toBe(2);
    const oldZip = (await server.fetch(`/api/v1/batch/${batch_id}/download`)).headers.get("etag");

    mended = true;
    const [first, second] = await Promise.all([verb(batch_id, "retry"), verb(batch_id, "retry")]);
    expect([first.status, second.status]).toEqual([202, 202]);
    const answers = [await first.json(), await second.json()].map((body) => retryAnswerSchema.parse(body));
    expect(answers.map(({ retried }) => retried).sort()).toEqual([0, 1]);

    const after = await api.finished(batch_id);
    expect(after).toMatchObject({ status: "completed", processed: 3, failed: 0, total_items: 3 });
    expect(after.items?.[0]).toMatchObject({ status: "completed", attempts: 1, error: null });
    expect(after.items?.slice(1)).toEqual(before.items?.slice(1));
    expect(await slidesOf(batch_id)).toBe(3);
    const zip = await server.fetch(`/api/v1/batch/${batch_id}/download`);
    expect(zip.headers.get("etag")).not.toBe(oldZip);

    const all = await api.events(batch_id, 0);
    expect(all.map(({ id }) => Number(id))).toEqual(all.map((_, index) => index + 1));
    expect(all.filter(({ event }) => event === "completed")).toHaveLength(2);
    expect(all.at(-1)?.event).toBe("completed");
  });

  it("is refused for what is done, for items of no batch, and for a batch that is not there", async () => {
    const { batch_id } = await api.deck({ items: [{ file: dataUrl }] });
    await api.finished(batch_id);
    expect(await problemOf(await verb(batch_id, "retry"))).toMatchObject({ status: 409, code: "conflict" });
    const strange = await problemOf(await verb(batch_id, "retry", { item_ids: ["item_elsewhere"] }));
    expect(strange).toMatchObject({ status: 422, errors: [{ path: "item_ids.0" }] });
    expect((await problemOf(await verb(batch_id, "retry", { items: "all" }))).status).toBe(422);
    expect((await problemOf(await verb("batch_nothing", "retry"))).status).toBe(404);
  });

  it("is refused while the batch runs, and takes a cancelled one up where it stopped", async () => {
    const { batch_id } = await api.generate({ items: site.items(6), options: { quality: "draft" } });
    expect((await problemOf(await verb(batch_id, "retry"))).code).toBe("conflict");
    await verb(batch_id, "cancel");
    expect((await api.status(batch_id)).cancelled).toBe(6);
    site.letGo();
    const { retried } = retryAnswerSchema.parse(await (await verb(batch_id, "retry")).json());
    expect(retried).toBe(6);
    expect(await api.finished(batch_id)).toMatchObject({ status: "completed", processed: 6, cancelled: 0 });
  });
});

it("an address that never answers is given up at its deadline, three times, and the rest of the deck is made", async () => {
  const { batch_id } = await api.deck({ urls: [`${origin}/hangs.svg`], items: [{ file: dataUrl }] });
  const status = await api.finished(batch_id);
  expect(status).toMatchObject({ status: "completed", processed: 1, failed: 1 });
  expect(status.items?.[0]).toMatchObject({ attempts: 3, error: { code: "timeout", stage: "fetch" } });
  expect(status.items?.[0].error?.message).toContain("6 seconds in its stage fetch");
});

it("a batch is kept, let go and removed", async () => {
  const { batch_id } = await api.deck({ items: [{ file: dataUrl }] });
  await api.finished(batch_id);
  const kept = keepAnswerSchema.parse(await (await verb(batch_id, "keep")).json());
  expect(kept).toEqual({ batch_id, keep: true, expires_at: null });
  expect(await api.status(batch_id)).toMatchObject({ keep: true, expires_at: null });
  const free = keepAnswerSchema.parse(await (await verb(batch_id, "keep", { keep: false })).json());
  expect(Date.parse(free.expires_at ?? "")).toBeGreaterThan(Date.now());
  expect((await problemOf(await verb(batch_id, "keep", { keep: "long" }))).status).toBe(422);

  const remove = () => server.fetch(`/api/v1/batch/${batch_id}`, { method: "DELETE" });
  expect((await remove()).status).toBe(204);
  expect(await problemOf(await remove())).toMatchObject({ status: 404, code: "not_found" });
  expect((await server.fetch(`/api/v1/batch/${batch_id}/status`)).status).toBe(404);
  expect((await server.fetch(`/api/v1/batch/${batch_id}/download`)).status).toBe(404);
});

it("a running batch can be removed: its stream ends and its slots are free", async () => {
  const { batch_id } = await api.deck({ urls: [`${origin}/hangs.svg`, `${origin}/hangs.svg`] });
  const stream = api.events(batch_id);
  expect((await server.fetch(`/api/v1/batch/${batch_id}`, { method: "DELETE" })).status).toBe(204);
  expect((await stream).map(({ event }) => event)).not.toContain("completed");
  const next = await api.deck({ items: [{ file: dataUrl }] });
  expect((await api.finished(next.batch_id)).status).toBe("completed");
});

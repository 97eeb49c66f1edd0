import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { batchEventSchema } from "@/lib/contracts/events";
import { type BatchView, batchListSchema } from "@/lib/contracts/status";
import { problemOf, TestClient } from "@/tests/support/client";
import { HeldSite } from "@/tests/support/held-site";
import { jpegHouse, pngHouse } from "@/tests/support/pictures";
import { TestServer } from "@/tests/support/server";
import { readZip } from "@/tests/support/zip";

const site = await HeldSite.of(await jpegHouse());
const server = new TestServer({ TRACEPRESS_SLOTS: "2", ...site.settings });
let client: TestClient;
let batch: BatchView;
const stages = ["decode", "normalize", "outline", "clean", "vectorize", "inspect", "page"];

beforeAll(async () => {
  await server.start();
  client = new TestClient(server);
  const pictures: [string, Buffer][] = [
    ["red house.jpg", await jpegHouse()],
    ["猫.png", await pngHouse()],
  ];
  const { batch_id } = await client.submitPictures(pictures, { quality: "draft", include_pdf: true });
  batch = await client.finished(batch_id);
});
afterAll(async () => {
  await server.stop();
  site.close();
});

describe("the status of a finished batch", () => {
  it("counts, times and lists what came out", () => {
    expect(batch).toMatchObject({
      kind: "coloring",
      status: "completed",
      processed: 2,
      progress_percent: 100,
      failed: 0,
    });
    expect(Date.parse(batch.expires_at ?? "")).toBeGreaterThan(Date.parse(batch.finished_at ?? ""));
    expect(batch.artifacts.map(({ name, media_type }) => [name, media_type])).toEqual([
      ["book.pdf", "application/pdf"],
    ]);
    expect(batch.items?.map((item) => item.artifacts.map((artifact) => artifact.name))).toEqual([
      ["pages/001-red-house.png", "pages/001-red-house.svg"],
      ["pages/002-猫.png", "pages/002-猫.svg"],
    ]);
  });

  it("leaves the items out when asked", async () => {
    const response = await server.fetch(`/api/v1/batch/${batch.batch_id}/status?items=0`);
    expect(await response.json()).not.toHaveProperty("items");
  });
});

describe("what programs ask for again and again while they wait", () => {
  const asked = () => ["/api/v1/batch?limit=5", `/api/v1/batch/${batch.batch_id}/status`];

  it("comes whole and says how long it is, as safe from browsers as every other answer", async () => {
    for (const path of asked()) {
      const [answer, other] = [await server.fetch(path), await server.fetch("/api/health/live")];
      const bytes = Buffer.from(await answer.arrayBuffer());
      expect(answer.headers.get("content-length")).toBe(String(bytes.length));
      expect(JSON.parse(bytes.toString())).toBeTruthy();
      for (const name of ["content-security-policy", "x-content-type-options", "referrer-policy", "cache-control"]) {
        expect(answer.headers.get(name), name).toBe(other.headers.get(name));
        expect(answer.headers.get(name), name).not.toBeNull();
      }
      expect(answer.headers.get("x-request-id")).toMatch(/^[\w-]{36}$/);
    }
  });

  it("can be asked for without its body", async () => {
    for (const path of asked()) {
      const answer = await server.fetch(path, { method: "HEAD" });
      expect(answer.status).toBe(200);
      expect(await answer.text()).toBe("");
    }
  });

  it("is refused in the form that every refusal has", async () => {
    const filtered = await server.fetch("/api/v1/batch?limit=many");
    expect(filtered.headers.get("content-type")).toBe("application/problem+json");
    expect(await problemOf(filtered)).toMatchObject({ status: 400, code: "invalid_filter" });
    const gone = await server.fetch("/api/v1/batch/batch_none/status");
    expect(await problemOf(gone)).toMatchObject({ status: 404, code: "not_found" });
  });

  it("is found page after page by every filter", async () => {
    const pages: string[] = [];
    let cursor: string | null = null;
    do {
      const query: string = `?limit=1&kind=coloring&status=completed${cursor === null ? "" : `&cursor=${cursor}`}`;
      const page = batchListSchema.parse(await (await server.fetch(`/api/v1/batch${query}`)).json());
      pages.push(...page.batches.map(({ batch_id }) => batch_id));
      cursor = page.next_cursor;
    } while (cursor !== null);
    expect(pages).toContain(batch.batch_id);
    expect(new Set(pages).size).toBe(pages.length);
    const none = await (await server.fetch("/api/v1/batch?kind=deck")).json();
    expect(none).toMatchObject({ batches: [], count: 0, next_cursor: null });
  });
});

describe("progress", () => {
  it("replays exactly what was missed, each stage of each item among it", async () => {
    const all = await client.events(batch.batch_id, 0);
    expect(all.map((message) => Number(message.id))).toEqual(all.map((_, index) => index + 1));
    const facts = all.map((message) => batchEventSchema.parse(JSON.parse(message.data)));
    for (const item of batch.items ?? []) {
      const seen = facts.filter(
        (fact) => fact.item_id === item.item_id && fact.item_status === "running" && fact.stage,
      );
      expect(seen.map((fact) => fact.stage)).toEqual(stages);
    }
    const percents = facts.map((fact) => fact.progress_percent);
    expect(percents).toEqual([...percents].sort((a, b) => a - b));
    expect(all.at(-1)?.event).toBe("completed");
    expect(await client.events(batch.batch_id, 7)).toEqual(all.slice(7));
  });

  it("answers with the terminal event once the batch is finished", async () => {
    const messages = await client.events(batch.batch_id);
    expect(messages.map((message) => message.event)).toEqual(["completed"]);
  });

  it("begins with a snapshot and goes on live", async () => {
    const { batch_id } = await client.generate({ items: site.items(1), options: { quality: "draft" } });
    const stream = client.events(batch_id);
    const listening = async () =>
      (await (await server.fetch("/api/metrics")).text()).includes("tracepress_sse_clients 1");
    await expect.poll(listening).toBe(true);
    site.letGo(1);
    const messages = await stream;
    expect(messages[0].event).toBe("progress");
    const numbers = messages.map((message) => Number(message.id));
    expect(numbers).toEqual(numbers.map((_, index) => numbers[0] + index));
    expect(messages.at(-1)?.event).toBe("completed");
  });

  it("refuses a Last-Event-ID that is no number", async () => {
    const headers = { "last-event-id": "x; drop" };
    const response = await server.fetch(`/api/v1/batch/${batch.batch_id}/progress`, { headers });
    expect(await problemOf(response)).toMatchObject({ status: 422 });
  });
});

describe("the download", () => {
  const path = () => `/api/v1/batch/${batch.batch_id}/download`;

  it("is a ZIP whose files are what its manifest says", async () => {
    const response = await server.fetch(path());
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(response.headers.get("content-length")).toBe(String(bytes.length));
    const files = await readZip(bytes);
    const manifest = JSON.parse(files.get("manifest.json")?.toString() ?? "");
    const listed = [...manifest.files, ...manifest.items.flatMap((item: { outputs: unknown[] }) => item.outputs)];
    expect(listed.map((file) => file.name).sort()).toEqual(
      [...files.keys()].filter((name) => name !== "manifest.json").sort(),
    );
    for (const file of listed) {
      expect(
        createHash("sha256")
          .update(files.get(file.name) ?? "")
          .digest("hex"),
      ).toBe(file.sha256);
    }
    expect(manifest.items.map((item: { name: string; prompt: string }) => [item.name, item.prompt])).toEqual([
      ["red house.jpg", "color red house.jpg"],
      ["猫.png", "color 猫.png"],
    ]);
    expect(files.get("book.pdf")?.subarray(0, 5).toString()).toBe("%PDF-");
  });

  it("goes on where it broke off", async () => {
    const whole = Buffer.from(await (await server.fetch(path())).arrayBuffer());
    const first = await server.fetch(path(), { headers: { range: "bytes=0-999" } });
    expect(first.status).toBe(206);
    expect(first.headers.get("content-range")).toBe(`bytes 0-999/${whole.length}`);
    const etag = first.headers.get("etag") ?? "";
    const rest = await server.fetch(path(), { headers: { range: "bytes=1000-", "if-range": etag } });
    const parts = [await first.arrayBuffer(), await rest.arrayBuffer()].map((part) => Buffer.from(part));
    expect(Buffer.concat(parts).equals(whole)).toBe(true);
    const tail = await server.fetch(path(), { headers: { range: "bytes=-10" } });
    expect(Buffer.from(await tail.arrayBuffer())).toEqual(whole.subarray(-10));
    const past = await server.fetch(path(), { headers: { range: `bytes=${whole.length}-` } });
    expect(past.headers.get("content-range")).toBe(`bytes */${whole.length}`);
    expect(await problemOf(past)).toMatchObject({ status: 416, code: "range_unsatisfiable" });
    expect((await server.fetch(path(), { headers: { range: "bytes=5-1" } })).status).toBe(200);
    expect((await server.fetch(path(), { headers: { range: "bytes=0-9", "if-range": '"old"' } })).status).toBe(200);
    expect((await server.fetch(path(), { headers: { "if-none-match": etag } })).status).toBe(304);
  });

  it("gives single files by the URL that the status named", async () => {
    for (const artifact of [...batch.artifacts, ...(batch.items?.[1].artifacts ?? [])]) {
      const response = await server.fetch(artifact.url);
      expect(response.headers.get("content-type")).toBe(artifact.media_type);
      expect((await response.arrayBuffer()).byteLength).toBe(artifact.size);
    }
    const preview = await server.fetch(`${batch.items?.[0].artifacts[0].url}?width=200`);
    const { default: sharp } = await import("sharp");
    expect(await sharp(Buffer.from(await preview.arrayBuffer())).metadata()).toMatchObject({
      format: "png",
      width: 200,
    });
  });

  it("is not ready before anything is finished, and takes what is finished when asked", async () => {
    const { batch_id } = await client.generate({ items: site.items(3), options: { quality: "draft" } });
    const early = await server.fetch(`/api/v1/batch/${batch_id}/download`);
    expect(await problemOf(early)).toMatchObject({ status: 400, code: "not_ready" });
    site.letGo(1);
    await client.follow(batch_id, async (event) => {
      if (event.item_status === "completed" && event.processed === 1)
        await client.post(`/api/v1/batch/${batch_id}/cancel`, {});
    });
    const partial = await server.fetch(`/api/v1/batch/${batch_id}/download?partial=1`);
    const files = await readZip(Buffer.from(await partial.arrayBuffer()));
    expect([...files.keys()].filter((name) => name.endsWith(".png"))).toHaveLength(1);
  });
});

describe("cancelling", () => {
  it("stops the running items, keeps the finished ones, and answers the same again", async () => {
    const picture = await jpegHouse(2000);
    const many: [string, Buffer][] = Array.from({ length: 12 }, (_, index) => [`p${index}.jpg`, picture]);
    const { batch_id } = await client.submitPictures(many, { quality: "high" });
    const cancel = () => client.post(`/api/v1/batch/${batch_id}/cancel`, {});
    const answer = await cancel();
    expect(await answer.json()).toEqual({ message: `Batch ${batch_id} cancelled`, status: "cancelled" });
    expect((await cancel()).status).toBe(200);
    const status = await client.status(batch_id);
    expect(status).toMatchObject({ status: "cancelled", running: 0, pending: 0 });
    expect(status.processed + status.cancelled).toBe(12);
    expect((await client.events(batch_id)).map((message) => message.event)).toEqual(["cancelled"]);
    const next = await client.submitPictures([["next.jpg", await jpegHouse()]], { quality: "draft" });
    expect((await client.finished(next.batch_id)).status).toBe("completed");
    expect((await client.status(batch_id)).status).toBe("cancelled");
  });

  it("is a conflict once the batch is finished", async () => {
    const response = await client.post(`/api/v1/batch/${batch.batch_id}/cancel`, {});
    expect(await problemOf(response)).toMatchObject({ status: 409, code: "conflict" });
  });
});

describe("the list", () => {
  const list = async (query: string) =>
    batchListSchema.parse(await (await server.fetch(`/api/v1/batch${query}`)).json());

  it("is newest first and comes in pages", async () => {
    const all = await list("");
    const times = all.batches.map((entry) => entry.created_at);
    expect(times).toEqual([...times].sort().reverse());
    const ids: string[] = [];
    let cursor: string | null = "";
    while (cursor !== null) {
      const page = await list(`?limit=2&cursor=${cursor}`);
      ids.push(...page.batches.map((entry) => entry.batch_id));
      cursor = page.next_cursor;
    }
    expect(ids).toEqual(all.batches.map((entry) => entry.batch_id));
  });

  it("tells batches apart by their title and their first names", async () => {
    const pictures: [string, Buffer][] = await Promise.all(
      ["cat.png", "dog.png", "cow.png"].map(async (name): Promise<[string, Buffer]> => [name, await pngHouse()]),
    );
    const { batch_id } = await client.submitPictures(pictures, {
      quality: "draft",
      title: "Our farm",
      include_pdf: true,
    });
    await client.finished(batch_id);
    const { batches } = await list("?limit=100");
    const farm = batches.find((entry) => entry.batch_id === batch_id);
    expect(farm).toMatchObject({ title: "Our farm", first_names: ["cat.png", "dog.png"] });
    expect(farm?.cover).toMatchObject({ name: "pages/001-cat.png", media_type: "image/png" });
    expect((await server.fetch(`${farm?.cover?.url}?width=168`)).headers.get("content-type")).toBe("image/png");
    const called = async (path = "") => (await server.fetch(path)).headers.get("content-disposition");
    expect(await called(farm?.links.download)).toContain('attachment; filename="Our farm.zip"');
    expect(await called(farm?.artifacts[0].url)).toContain('inline; filename="Our farm.pdf"');
    const untitled = batches.find((entry) => entry.batch_id === batch.batch_id);
    expect(untitled).toMatchObject({ title: "", first_names: ["red house.jpg", "猫.png"] });
  });

  it("can be filtered", async () => {
    const cancelled = await list("?status=cancelled&kind=coloring");
    expect(new Set(cancelled.batches.map((entry) => entry.status))).toEqual(new Set(["cancelled"]));
  });

  it.each(["?status=done", "?limit=0", "?limit=1000", "?cursor=x", "?kind=poster"])(
    "answers 400 to %s",
    async (query) => {
      const problem = await problemOf(await server.fetch(`/api/v1/batch${query}`));
      expect(problem).toMatchObject({ status: 400, code: "invalid_filter" });
    },
  );
});

describe("what is not there", () => {
  it.each([
    ["GET", "/api/v1/batch/batch_nothing/status"],
    ["GET", "/api/v1/batch/batch_nothing/progress"],
    ["GET", "/api/v1/batch/batch_nothing/download"],
    ["POST", "/api/v1/batch/batch_nothing/cancel"],
    ["GET", "/api/v1/batch/batch_nothing/artifacts/book.pdf"],
    ["GET", "/api/v1/nothing"],
  ])("answers 404 to %s %s", async (method, path) => {
    expect(await problemOf(await server.fetch(path, { method }))).toMatchObject({ status: 404, code: "not_found" });
  });

  it("answers 405 with the methods there are, to one that an address does not take", async () => {
    for (const [method, path, allow] of [
      ["PUT", "/api/v1/batch", "GET, HEAD, OPTIONS"],
      ["GET", "/api/v1/batch/generate", "OPTIONS, POST"],
      ["GET", `/api/v1/batch/${batch.batch_id}`, "DELETE, OPTIONS"],
      ["POST", `/api/v1/batch/${batch.batch_id}/artifacts/pages/001-red-house.png`, "GET, HEAD, OPTIONS"],
    ]) {
      const response = await server.fetch(path, { method });
      expect(response.headers.get("allow")).toBe(allow);
      const problem = await problemOf(response);
      expect(problem).toMatchObject({ status: 405, code: "method_not_allowed" });
      expect(problem.detail).toContain(allow);
    }
  });

  it("gives every answer an id, redirects, lists of methods and pages among them", async () => {
    for (const [method, path] of [
      ["GET", "/api/v1/batch/"],
      ["OPTIONS", "/api/v1/batch"],
      ["PUT", "/api/v1/batch"],
      ["GET", "/jobs"],
      ["GET", "/favicon.ico"],
    ]) {
      const response = await server.fetch(path, { method, redirect: "manual" });
      expect(response.headers.get("x-request-id"), `${method} ${path}`).toMatch(/^[\w-]{36}$/);
      await response.arrayBuffer();
    }
  });

  it("answers 400 to a status asked for with items of neither 0 nor 1", async () => {
    const response = await server.fetch(`/api/v1/batch/${batch.batch_id}/status?items=none`);
    expect(await problemOf(response)).toMatchObject({ status: 400, code: "invalid_filter" });
  });

  it("answers 404 to a file that the batch does not have, its own inner files included", async () => {
    for (const name of ["nothing.png", "%E0%A4%A", "..%2F..%2Fetc%2Fpasswd", "001-red-house.page.json"]) {
      const response = await server.fetch(`/api/v1/batch/${batch.batch_id}/artifacts/${name}`);
      expect(await problemOf(response)).toMatchObject({ status: 404, code: "not_found" });
    }
  });
});

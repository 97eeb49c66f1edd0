import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { queueStatsSchema, readinessSchema } from "@/lib/contracts/operations";
import { problemOf, TestClient } from "@/tests/support/client";
import { HeldSite } from "@/tests/support/held-site";
import { jpegHouse } from "@/tests/support/pictures";
import { TestServer } from "@/tests/support/server";

const site = await HeldSite.of(await jpegHouse());
const server = new TestServer({ TRACEPRESS_SLOTS: "2", ...site.settings, LOG_LEVEL: "silent" });
const full = new TestServer({ TRACEPRESS_MIN_FREE_MB: "1000000000", TRACEPRESS_SLOTS: "1" });
let api: TestClient;

beforeAll(async () => {
  await Promise.all([server.start(), full.start()]);
  api = new TestClient(server);
  const picture = await jpegHouse();
  const { batch_id } = await api.submitPictures(
    [
      ["a.jpg", picture],
      ["b.jpg", picture],
    ],
    { quality: "draft" },
  );
  await api.finished(batch_id);
});
afterAll(async () => {
  await Promise.all([server.stop(), full.stop()]);
  site.close();
});

const ready = async (from: TestServer) => {
  const response = await from.fetch("/api/health/ready");
  return { status: response.status, ...readinessSchema.parse(await response.json()).checks };
};

describe("an operator sees", () => {
  it("how full the queue is and how fast it drains", async () => {
    const stats = queueStatsSchema.parse(await (await server.fetch("/api/v1/queue/stats")).json());
    expect(stats).toMatchObject({ pending: 0, running: 0, retrying: 0, slots: 2, estimated_wait_seconds: 0 });
    expect(stats.batches).toMatchObject({ completed: 1, processing: 0 });
    expect(stats.items_per_minute).toBeGreaterThan(0);
  });

  it("metrics that Prometheus can read, each line of them", async () => {
    const response = await server.fetch("/api/metrics");
    expect(response.headers.get("content-type")).toContain("text/plain; version=0.0.4");
    const text = await response.text();
    const sample = /^[a-z_]+(\{([a-z]+="[^"]*",?)+\})? -?\d+(\.\d+)?(e[+-]?\d+)?$/;
    const lines = text.trimEnd().split("\n");
    expect(lines.filter((line) => line !== "" && !line.startsWith("# ") && !sample.test(line))).toEqual([]);
    expect(lines).toContain('tracepress_items{outcome="completed"} 2');
    expect(lines).toContain('tracepress_stage_duration_seconds_count{stage="outline"} 2');
    expect(lines).toContain("tracepress_sse_clients 0");
  });

  it("that someone listens, and that nobody does any more", async () => {
    const clients = async () =>
      /^tracepress_sse_clients (\d+)$/m.exec(await (await server.fetch("/api/metrics")).text())?.[1];
    const { batch_id } = await api.generate({ items: site.items(1), options: { quality: "draft" } });
    const leave = new AbortController();
    const following = api.follow(batch_id, () => undefined, leave.signal).catch(() => undefined);
    await expect.poll(clients).toBe("1");
    leave.abort();
    await following;
    await expect.poll(clients).toBe("0");
    site.letGo();
    await api.finished(batch_id);
  });

  it("that the server lives and is ready", async () => {
    expect((await server.fetch("/api/health/live")).status).toBe(200);
    expect(await ready(server)).toMatchObject({
      status: 200,
      database: { ok: true },
      disk: { ok: true },
      worker: { ok: true },
    });
  });

  it("that it is not while another process holds the database", async () => {
    const other = new Database(`${server.data}/tracepress.db`);
    other.exec("begin immediate");
    try {
      const { status, database } = await ready(server);
      expect({ status, database }).toEqual({
        status: 503,
        database: { ok: false, detail: "cannot be written: SQLITE_BUSY" },
      });
    } finally {
      other.exec("rollback");
      other.close();
    }
    await expect.poll(async () => (await ready(server)).status).toBe(200);
  });
});

describe("a disk below its floor", () => {
  const storageFull = { status: 507, code: "storage_full", detail: expect.stringContaining("below 1000000000 MB") };

  it("takes no upload, also a large one, and says why", async () => {
    const small = await full.fetch("/api/v1/uploads?name=a.jpg", { method: "POST", body: "x" });
    expect(await problemOf(small)).toMatchObject(storageFull);
    const body = new Uint8Array(20_000_000);
    const large = await full.fetch("/api/v1/uploads?name=b.jpg", { method: "POST", body });
    expect(await problemOf(large)).toMatchObject(storageFull);
  });

  it("takes no batch, neither as JSON nor with its files", async () => {
    const client = new TestClient(full);
    const request = { items: [{ file: "data:,x" }] };
    expect(await problemOf(await client.post("/api/v1/batch/generate", request))).toMatchObject(storageFull);
    const form = new FormData();
    form.set("request", JSON.stringify({ items: [{ file: "a.jpg" }] }));
    form.append("files", new Blob(["x"]), "a.jpg");
    const parts = await full.fetch("/api/v1/batch/generate", { method: "POST", body: form });
    expect(await problemOf(parts)).toMatchObject(storageFull);
  });

  it("is told by the readiness check, while what is there can be seen", async () => {
    expect(await ready(full)).toMatchObject({
      status: 503,
      disk: { ok: false },
      database: { ok: true },
      worker: { ok: true },
    });
    expect((await full.fetch("/api/v1/batch")).status).toBe(200);
  });
});

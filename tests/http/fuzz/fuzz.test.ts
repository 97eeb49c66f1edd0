import { readdirSync, readFileSync } from "node:fs";
import { Agent, request } from "node:http";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TestClient } from "@/tests/support/client";
import { circles } from "@/tests/support/hostile-svgs";
import { dice, mutated } from "@/tests/support/mutate-svg";
import { jpegHouse, pngHouse, svgHouse } from "@/tests/support/pictures";
import { TestServer } from "@/tests/support/server";
import { damaged, headerText, jsonBody, lastEventId, multipart, percent, query, range, wild } from "./arbitraries";

/** How many cases of each kind; `npm run test:fuzz` takes 10,000. */
const cases = Number(process.env.FUZZ_CASES ?? 150);
/** Milliseconds after which a request counts as one that hangs. */
const patienceMs = 60_000;
const enough = 60_000 + cases * 400;

const server = new TestServer({ TRACEPRESS_MAX_PENDING_ITEMS: "200", TRACEPRESS_SLOTS: "1", LOG_LEVEL: "error" });
const agent = new Agent({ keepAlive: true, maxSockets: 4 });
let batchId: string;
let files: Uint8Array[];

beforeAll(async () => {
  await server.start();
  files = [await jpegHouse(64), await pngHouse(64), svgHouse()].map((bytes) => new Uint8Array(bytes));
  const api = new TestClient(server);
  batchId = (await api.submitPictures([["house.png", await pngHouse(96)]], { quality: "draft" })).batch_id;
  await api.finished(batchId);
});
afterAll(async () => {
  agent.destroy();
  await server.stop();
});

interface Case {
  method?: string;
  path: string;
  headers?: Record<string, string>;
  body?: string | Uint8Array;
}

/** Sends a request and reads all of its answer. @returns the status; 0 when the connection was ended without one. */
function statusOf({ method = "GET", path, headers = {}, body }: Case): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(server.origin + path, { method, headers, agent }, (response) => {
      response.resume();
      response.once("end", () => resolve(response.statusCode ?? 0));
      response.once("error", () => resolve(0));
    });
    sent.setTimeout(patienceMs, () => reject(new Error(`${method} ${path} hangs`)));
    sent.once("error", () => resolve(0));
    sent.end(body);
  });
}

const kilobytesOf = (): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, "utf8"))?.[1]);

/** Holds for every case: it is answered, not with a fault of ours; and the server does not grow with their number. */
async function survives<Value>(values: fc.Arbitrary<Value>, asked: (value: Value) => Case): Promise<void> {
  const property = fc.asyncProperty(values, async (value) => {
    const status = await statusOf(asked(value));
    if (status >= 500) throw new Error(`answered ${status}; the server says: ${server.output.slice(-2_000)}`);
  });
  await fc.assert(property, { numRuns: Math.ceil(cases / 3) });
  const before = kilobytesOf();
  await fc.assert(property, { numRuns: Math.floor((cases * 2) / 3) });
  expect(kilobytesOf()).toBeLessThan(before * 1.3 + 150_000);
  expect((await server.fetch("/api/health/live")).status).toBe(200);
}

describe("whatever is sent, the server answers, and not with a fault of its own", () => {
  it(
    "uploads",
    async () => {
      const upload = fc.record({ bytes: damaged(files), name: wild });
      await survives(upload, ({ bytes, name }) => ({
        method: "POST",
        path: `/api/v1/uploads?name=${percent(name)}`,
        body: bytes,
      }));
      await expect.poll(() => readdirSync(join(server.data, "incoming"))).toEqual([]);
    },
    enough,
  );

  it(
    "parts of uploads",
    async () => {
      const root = "/api/v1/uploads/resumable";
      const tus = { "tus-resumable": "1.0.0", "content-type": "application/offset+octet-stream" };
      const begin = { method: "POST", headers: { ...tus, "upload-length": "1000" } };
      const begun = (await server.fetch(root, begin)).headers.get("location") ?? "";
      const number = fc.oneof(headerText, fc.nat().map(String), fc.bigInt().map(String), fc.constantFrom("0", "1000"));
      const sent = fc.record({
        method: fc.constantFrom("POST", "HEAD", "PATCH", "DELETE", "GET", "OPTIONS"),
        path: fc.oneof(
          fc.constantFrom(root, begun),
          wild.map((id) => `${root}/${percent(id)}`),
        ),
        length: number,
        metadata: headerText,
        bytes: damaged(files),
      });
      await survives(sent, ({ method, path, length, metadata, bytes }) => ({
        method,
        path,
        headers: { ...tus, "upload-length": length, "upload-offset": length, "upload-metadata": metadata },
        body: /POST|PATCH/.test(method) ? bytes : undefined,
      }));
    },
    enough,
  );

  it(
    "multipart bodies",
    async () => {
      const target = fc.constantFrom("/api/v1/batch/generate", "/api/v1/batch/jobs");
      await survives(fc.record({ target, sent: multipart }), ({ target, sent: { type, body } }) => ({
        method: "POST",
        path: target,
        headers: { "content-type": type },
        body,
      }));
      await expect.poll(() => readdirSync(join(server.data, "incoming"))).toEqual([]);
    },
    enough,
  );

  it(
    "SVGs",
    async () => {
      const samples = readdirSync("public/samples/deck").map((name) =>
        readFileSync(`public/samples/deck/${name}`, "utf8"),
      );
      const original = fc.constantFrom(...samples, ...Object.values(circles));
      await survives(fc.record({ original, seed: fc.nat() }), ({ original, seed }) => ({
        method: "POST",
        path: "/api/v1/preview",
        body: JSON.stringify({ kind: "deck", file: `data:image/svg+xml,${percent(mutated(original, dice(seed)))}` }),
      }));
    },
    enough,
  );

  it(
    "JSON bodies",
    async () => {
      const target = fc.constantFrom(
        "/api/v1/batch/generate",
        "/api/v1/batch/jobs",
        "/api/v1/preview",
        `/api/v1/batch/${"batch_unknown"}/retry`,
        ...["retry", "keep", "upload-to-drive"].map((verb) => `/api/v1/batch/BATCH/${verb}`),
      );
      await survives(fc.record({ target, body: jsonBody, key: headerText }), ({ target, body, key }) => ({
        method: "POST",
        path: target.replace("BATCH", batchId),
        headers: { "content-type": "application/json", "idempotency-key": key, traceparent: key },
        body,
      }));
    },
    enough,
  );

  it(
    "query strings and paths",
    async () => {
      const target = fc.oneof(
        fc.constantFrom("batch", "batch/BATCH/status", "batch/BATCH/download", "jobs/BATCH/trace", "queue/stats"),
        fc.constantFrom("batch/BATCH/artifacts/pages/001-house.png", "batch/BATCH/artifacts/pages/1/source"),
        wild.map((name) => `batch/BATCH/artifacts/${percent(name)}`),
        wild.map((id) => `batch/${percent(id)}/status`),
      );
      await survives(fc.record({ target, query }), ({ target, query }) => ({
        path: `/api/v1/${target.replace("BATCH", batchId)}?${query}`,
      }));
    },
    enough,
  );

  it(
    "Range",
    async () => {
      const target = fc.constantFrom("download", "artifacts/pages/001-house.png", "artifacts/pages/001-house.svg");
      await survives(fc.record({ target, range, condition: headerText }), ({ target, range, condition }) => ({
        path: `/api/v1/batch/${batchId}/${target}`,
        headers: { range, "if-range": condition, "if-none-match": condition },
      }));
    },
    enough,
  );

  it(
    "Last-Event-ID",
    async () => {
      await survives(lastEventId, (id) => ({
        path: `/api/v1/batch/${batchId}/progress`,
        headers: { "last-event-id": id },
      }));
    },
    enough,
  );
});

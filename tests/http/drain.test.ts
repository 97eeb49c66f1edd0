import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, statSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { readinessSchema } from "@/lib/contracts/operations";
import { uploadSchema } from "@/lib/contracts/uploads";
import { TestClient } from "@/tests/support/client";
import { jpegHouse } from "@/tests/support/pictures";
import { TestServer } from "@/tests/support/server";

let server: TestServer;
beforeEach(() => {
  server = new TestServer({ TRACEPRESS_SLOTS: "2", LOG_LEVEL: "info" });
});
afterEach(() => server.stop());

/** Whether the server has so many bytes of something that is not whole yet. */
function isArriving(bytes: number): boolean {
  const incoming = join(server.data, "incoming");
  return readdirSync(incoming).some(
    (name) => statSync(join(incoming, name), { throwIfNoEntry: false })?.size === bytes,
  );
}

/** An upload of which half is sent; `finish` sends the rest and resolves with the answer. */
async function halfSent(bytes: Buffer) {
  const upload = request(`${server.origin}/api/v1/uploads?name=late.jpg`, { method: "POST", agent: false });
  const answer = once(upload, "response");
  upload.setHeader("content-length", bytes.length);
  const half = Math.floor(bytes.length / 2);
  upload.write(bytes.subarray(0, half));
  await expect.poll(() => isArriving(half)).toBe(true);
  return async () => {
    upload.end(bytes.subarray(half));
    const [response] = await answer;
    let text = "";
    for await (const chunk of response) text += chunk;
    return { status: response.statusCode, body: JSON.parse(text) };
  };
}

interface LogLine {
  msg: string;
  method?: string;
  path?: string;
  status?: number;
  request_id?: string;
  batch_id?: string;
  item_id?: string;
}
const logLines = (): LogLine[] =>
  server.output
    .split("\n")
    .filter((line) => /^\{.*\}$/.test(line))
    .map((line) => JSON.parse(line));

it("a server told to stop while it converts says that it is not ready, answers what was asked, and loses nothing", async () => {
  await server.start();
  const client = new TestClient(server);
  const picture = await jpegHouse(2400);
  const many: [string, Buffer][] = Array.from({ length: 6 }, (_, index) => [`p${index}.jpg`, picture]);
  const { batch_id } = await client.submitPictures(many, { quality: "draft" });
  await expect.poll(async () => (await client.status(batch_id)).running).toBeGreaterThan(0);
  const finish = await halfSent(picture);

  const ended = server.kill("SIGTERM");
  await expect.poll(async () => (await server.fetch("/api/health/ready")).status).toBe(503);
  const ready = readinessSchema.parse(await (await server.fetch("/api/health/ready")).json());
  expect(ready.checks.worker).toEqual({ ok: false, detail: "is stopping" });
  expect((await server.fetch("/api/health/live")).status).toBe(200);
  const { status, body } = await finish();
  expect(status).toBe(201);
  expect(await ended).toBe(0);

  await server.start();
  const again = new TestClient(server);
  expect(await again.finished(batch_id)).toMatchObject({ status: "completed", processed: 6, failed: 0 });
  const { file_id } = uploadSchema.parse(body);
  const next = await again.generate({ items: [{ file: file_id }], options: { quality: "draft" } });
  expect((await again.finished(next.batch_id)).status).toBe("completed");
}, 300_000);

it("a server told to stop three times still hands its work back", async () => {
  await server.start();
  const api = new TestClient(server);
  const { batch_id } = await api.submitPictures([["house.jpg", await jpegHouse()]]);
  await expect.poll(async () => (await api.status(batch_id)).running).toBe(1);
  process.kill(server.pid ?? 0, "SIGINT");
  process.kill(server.pid ?? 0, "SIGTERM");
  expect(await server.kill("SIGINT")).toBe(0);
  expect(server.output.match(/"msg":"stopping"/g)).toHaveLength(1);
});

it("every line of the log about a request or an item names it and its batch", async () => {
  await server.start();
  const client = new TestClient(server);
  const bad = `data:image/png;base64,${Buffer.from("no picture").toString("base64")}`;
  const submitted = await client.post("/api/v1/batch/generate", { items: [{ file: bad }] });
  const requestId = submitted.headers.get("x-request-id");
  const { batch_id } = (await submitted.json()) as { batch_id: string };
  const { items } = await client.finished(batch_id);
  const cancelled = await client.post(`/api/v1/batch/${batch_id}/cancel`, {});
  await expect.poll(() => logLines().some(({ path }) => path?.endsWith("/cancel"))).toBe(true);
  const lines = logLines();
  expect(lines.find((line) => line.request_id === requestId)).toMatchObject({
    batch_id,
    method: "POST",
    path: "/api/v1/batch/generate",
    status: 201,
  });
  expect(lines.find((line) => line.path?.endsWith("/cancel"))).toMatchObject({
    request_id: cancelled.headers.get("x-request-id"),
    batch_id,
    status: 409,
    code: "conflict",
  });
  expect(lines.find((line) => line.msg === "failed" && line.batch_id === batch_id)).toMatchObject({
    batch_id,
    item_id: items?.[0].item_id,
  });
  const nameless = lines.filter((line) => !line.request_id && !line.item_id && line.msg !== "swept what had expired");
  expect(nameless).toEqual([]);
}, 300_000);

it("a setting that is not valid stops the server with a sentence about each", async () => {
  const wrong = { PORT: "many", TRACEPRESS_SLOTS: "0", OTEL_EXPORTER_OTLP_ENDPOINT: "over there" };
  const child = spawn(process.execPath, ["app/_http/serve.mjs"], { env: { ...process.env, ...wrong } });
  let said = "";
  child.stderr.on("data", (chunk) => {
    said += chunk;
  });
  const [code] = await once(child, "close");
  expect(code).toBe(1);
  expect(said).toMatch(/^Tracepress cannot start, these settings are not valid:\n/);
  for (const name of Object.keys(wrong)) expect(said).toMatch(new RegExp(`^ {2}${name}: `, "m"));
  expect(said).not.toMatch(/\n\s+at /);
});

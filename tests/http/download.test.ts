import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import { TestClient } from "@/tests/support/client";
import { jpegHouse } from "@/tests/support/pictures";
import { TestServer } from "@/tests/support/server";

const folder = mkdtempSync(join(tmpdir(), "tracepress-download-"));
const saved = join(folder, "batch.zip");
const server = new TestServer();
let url = "";
let whole: Buffer;

beforeAll(async () => {
  await server.start();
  const api = new TestClient(server);
  const { batch_id } = await api.submitPictures([["house.jpg", await jpegHouse()]], { include_pdf: true });
  await api.finished(batch_id);
  url = `${server.origin}/api/v1/batch/${batch_id}/download`;
  whole = await api.download(batch_id);
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

const curl = async (...args: string[]) =>
  (await promisify(execFile)("curl", ["--fail", "--silent", "--show-error", ...args, url])).stdout;
const hash = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");

it("curl -C - goes on where a download broke, whether in a header, in a file or in the directory", async () => {
  for (const at of [1, 20, 4_000, Math.floor(whole.length / 2), whole.length - 30, whole.length - 1]) {
    writeFileSync(saved, whole.subarray(0, at));
    const sent = await curl("-C", "-", "-o", saved, "--write-out", "%{http_code} %{size_download}");
    expect(sent).toBe(`206 ${whole.length - at}`);
    expect(hash(readFileSync(saved))).toBe(hash(whole));
  }
});

it("is the same download after the server was started again, without its packed ZIPs too", async () => {
  const etagOf = async () => (await fetch(url, { method: "HEAD" })).headers.get("etag") ?? "";
  const etag = await etagOf();
  await server.kill("SIGTERM");
  const { origin } = server;
  await server.start();
  url = url.replace(origin, server.origin);
  rmSync(join(server.data, "zips"), { recursive: true });
  expect(await etagOf()).toBe(etag);
  const rest = await fetch(url, { headers: { range: "bytes=5000-", "if-range": etag } });
  expect(rest.status).toBe(206);
  expect(hash(Buffer.concat([whole.subarray(0, 5000), Buffer.from(await rest.arrayBuffer())]))).toBe(hash(whole));
});

it("tells its size without being sent", async () => {
  const head = await fetch(url, { method: "HEAD" });
  expect(head.headers.get("content-length")).toBe(String(whole.length));
  expect(head.headers.get("accept-ranges")).toBe("bytes");
});

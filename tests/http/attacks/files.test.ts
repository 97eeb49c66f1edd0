import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { problemOf, TestClient } from "@/tests/support/client";
import { pngBomb } from "@/tests/support/pictures";
import { TestServer } from "@/tests/support/server";
import { readZip } from "@/tests/support/zip";

const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60"><rect width="50" height="40" fill="red"/></svg>';
const asFile = (text: string) => `data:image/svg+xml,${encodeURIComponent(text)}`;
let site: Server;
let server: TestServer;
let api: TestClient;
let siteAt: string;

beforeAll(async () => {
  site = createServer((request, response) => {
    const to = new URL(request.url ?? "/", "http://site").searchParams.get("to") ?? "/";
    response.writeHead(302, { location: to }).end();
  });
  await new Promise<void>((resolve) => site.listen(0, "127.0.0.1", resolve));
  siteAt = `127.0.0.1:${(site.address() as AddressInfo).port}`;
  server = await new TestServer({ TRACEPRESS_ALLOW_HOSTS: siteAt }).start();
  api = new TestClient(server);
});
afterAll(async () => {
  site.close();
  await server.stop();
});

async function deckOf(file: string) {
  const { batch_id } = await (await api.post("/api/v1/batch/jobs", { items: [{ file }] })).json();
  return api.finished(batch_id);
}

describe("a redirect into the machine's own network", () => {
  it.each([
    "http://169.254.169.254/latest/meta-data/",
    "http://[fd00:ec2::254]/latest/meta-data/",
    "http://[::ffff:169.254.169.254]/",
    "http://0x7f000001:3000/",
    "http://localhost:3000/",
    "file:///etc/passwd",
  ])("to %s is not followed", async (to) => {
    const { items } = await deckOf(`http://${siteAt}/?to=${encodeURIComponent(to)}`);
    expect(items?.[0].error).toMatchObject({ code: "remote_refused", retryable: false });
  });
});

describe("a zip-slip name", () => {
  it("puts nothing outside the folder that a ZIP is unpacked in", async () => {
    const names = ["../../../etc/cron.d/evil.svg", "..\\..\\evil.svg", "/etc/passwd", "C:\\evil.svg", "a\u0000b.svg"];
    const items = [];
    for (const name of names) items.push({ file: (await api.upload(name, Buffer.from(svg))).file_id });
    const { batch_id } = await (await api.post("/api/v1/batch/jobs", { items })).json();
    const { status } = await api.finished(batch_id);
    expect(status).toBe("completed");
    const zip = await server.fetch(`/api/v1/batch/${batch_id}/download`);
    const entries = [...(await readZip(Buffer.from(await zip.arrayBuffer()))).keys()];
    expect(entries.length).toBeGreaterThan(names.length);
    for (const entry of entries) expect(entry).toMatch(/^(deck\.pptx|manifest\.json|previews\/\d{3}-[^/\\:]+\.png)$/);
  });

  it("writes no header of its own", async () => {
    const name = 'a"\r\nset-cookie: stolen=1\r\n\r\n<script>.svg';
    const { file_id } = await api.upload(name, Buffer.from(svg));
    const batch = { items: [{ file: file_id }], options: { title: name } };
    const { batch_id } = await (await api.post("/api/v1/batch/jobs", batch)).json();
    const { items } = await api.finished(batch_id);
    expect(items?.[0].name).not.toMatch(/[\r\n]/);
    for (const path of ["download", "artifacts/deck.pptx"]) {
      const answer = await server.fetch(`/api/v1/batch/${batch_id}/${path}`);
      expect(answer.headers.get("set-cookie")).toBeNull();
      expect(answer.headers.get("content-disposition")).toMatch(
        /^(attachment|inline); filename="[\w. =-]+"; filename\*=UTF-8''[\w.%-]+$/,
      );
    }
  });
});

describe("a decompression bomb", () => {
  it("as a picture is refused by its size before it is unpacked", async () => {
    const response = await server.fetch("/api/v1/uploads?name=bomb.png", {
      method: "POST",
      body: new Uint8Array(await pngBomb(20_000)),
    });
    expect(await problemOf(response)).toMatchObject({ status: 413, code: "too_large" });
  });

  it("as entities that grow fails alone", async () => {
    const entities = Array.from({ length: 12 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join("");
    const laughs = `<!DOCTYPE svg [<!ENTITY l0 "ha">${entities}]><svg xmlns="http://www.w3.org/2000/svg"><text>&l12;</text></svg>`;
    const { items } = await deckOf(asFile(laughs));
    expect(items?.[0].error).toMatchObject({ retryable: false });
    expect((await server.fetch("/api/health/ready")).status).toBe(200);
  });

  it("as an SVG that reads a file of this machine gets none of it", async () => {
    const reader =
      '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg" width="90" height="60">' +
      '<image href="file:///etc/passwd" width="9" height="9"/><text y="20">&x;</text></svg>';
    const { batch_id } = await deckOf(asFile(reader));
    const trace = await (await server.fetch(`/api/v1/jobs/${batch_id}/trace`)).text();
    expect(trace).not.toContain("root:");
  });
});

describe("a body that is nested deeply", () => {
  it("is refused before anything is made of it", async () => {
    for (const deep of ["[".repeat(100_000), '{"a":'.repeat(50_000)]) {
      const headers = { "content-type": "application/json" };
      const response = await server.fetch("/api/v1/batch/generate", { method: "POST", headers, body: deep });
      expect(await problemOf(response)).toMatchObject({ status: 422, detail: expect.stringContaining("32 levels") });
    }
  });

  it("may hold as many brackets in its texts as it likes", async () => {
    const prompt = "[{".repeat(500);
    const response = await api.post("/api/v1/batch/generate", { items: [{ file: "data:,x", prompt }] });
    expect(response.status).toBe(201);
  });
});

import { spawn } from "node:child_process";
import { once } from "node:events";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rawRequest } from "@/tests/support/raw-request";
import { TestServer } from "@/tests/support/server";

const server = new TestServer();
beforeAll(() => server.start());
afterAll(() => server.stop());

const everywhere = ["/", "/jobs", "/api/v1/batch", "/api/v1/batch/batch_x/progress", "/api/health/live", "/icon.svg"];

describe("a rebinding host", () => {
  it.each(everywhere)("learns nothing from %s", async (path) => {
    const { status, body } = await rawRequest(server.origin, path, { headers: { host: "evil.example" } });
    expect(status).toBe(421);
    expect(JSON.parse(body)).toMatchObject({ code: "foreign_host", status: 421 });
  });

  it("does not get through by forwarding headers", async () => {
    const headers = { host: "evil.example", "x-forwarded-host": "127.0.0.1", forwarded: "host=127.0.0.1" };
    expect((await rawRequest(server.origin, "/api/v1/batch", { headers })).status).toBe(421);
  });
});

describe("a page on another origin", () => {
  const body = JSON.stringify({ items: [{ file: "data:image/png;base64,AAAA" }] });

  it.each(["http://evil.example", "null", "http://localhost:5173"])("at %s submits no batch", async (origin) => {
    const headers = { origin, "content-type": "text/plain" };
    const answer = await rawRequest(server.origin, "/api/v1/batch/generate", { method: "POST", headers, body });
    expect(answer.status).toBe(403);
    expect(JSON.parse(answer.body)).toMatchObject({ code: "foreign_origin" });
    const { batches } = await (await server.fetch("/api/v1/batch")).json();
    expect(batches).toEqual([]);
  });

  it("uploads nothing and removes nothing", async () => {
    const headers = { origin: "http://evil.example" };
    const upload = await rawRequest(server.origin, "/api/v1/uploads?name=a.png", { method: "POST", headers, body });
    expect(upload.status).toBe(403);
    const removal = await rawRequest(server.origin, "/api/v1/batch/batch_x", { method: "DELETE", headers });
    expect(removal.status).toBe(403);
  });

  it("may not read what it asks for: no answer carries a CORS header", async () => {
    const { headers } = await rawRequest(server.origin, "/api/v1/batch", {
      headers: { origin: "http://evil.example" },
    });
    expect(Object.keys(headers).filter((name) => name.startsWith("access-control"))).toEqual([]);
  });
});

describe("a server for other machines without accounts", () => {
  it("does not start, and says how it would", async () => {
    const env = { ...process.env, TRACEPRESS_HOST: "0.0.0.0", PORT: "0", TRACEPRESS_DATA: server.data };
    const child = spawn(process.execPath, ["app/_http/serve.mjs"], { env, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
    const [code] = await once(child, "close");
    expect(code).toBe(1);
    expect(output).toContain("Set TRACEPRESS_AUTH=accounts, or listen on 127.0.0.1");
  });
});

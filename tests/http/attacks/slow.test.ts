import { readdirSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rawRequest } from "@/tests/support/raw-request";
import { ResumableClient } from "@/tests/support/resumable";
import { TestServer } from "@/tests/support/server";

const server = new TestServer({
  TRACEPRESS_HEADER_SECONDS: "1",
  TRACEPRESS_REQUEST_SECONDS: "2",
  TRACEPRESS_MAX_HEADER_KB: "8",
});
beforeAll(() => server.start());
afterAll(() => server.stop());

interface Caller {
  socket: Socket;
  /** What the server said until it hung up. */
  heard: Promise<string>;
}

function call(): Caller {
  const socket = connect(Number(new URL(server.origin).port), "127.0.0.1");
  let text = "";
  socket.on("data", (chunk) => (text += chunk));
  socket.on("error", () => undefined); // The server may hang up while we still send: reset, after what it said.
  // `events.once` would reject at that reset.
  return { socket, heard: new Promise((resolve) => socket.on("close", () => resolve(text))) };
}

/** Sends one byte after the other, slowly, until the server hangs up. */
async function drip({ socket, heard }: Caller, byte: string): Promise<string> {
  const dripping = setInterval(() => socket.write(byte), 1);
  return heard.finally(() => clearInterval(dripping));
}

describe("a slow-loris", () => {
  it("that never ends its headers is hung up on", async () => {
    const caller = call();
    caller.socket.write("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ");
    expect(await drip(caller, "a")).toContain("408 Request Timeout");
  });

  it("upload that never ends is hung up on, and leaves nothing behind", async () => {
    const caller = call();
    const head = "POST /api/v1/uploads?name=slow.png HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1000000\r\n\r\n";
    caller.socket.write(head);
    await drip(caller, "x");
    const incoming = join(server.data, "incoming");
    await expect.poll(() => readdirSync(incoming)).toEqual([]);
  });

  it("part of a resumable upload is hung up on too, and goes on from what came of it", async () => {
    const client = new ResumableClient(server);
    const address = await client.begin("slow.png", 1_000_000);
    const caller = call();
    caller.socket.write(
      `PATCH ${address} HTTP/1.1\r\nHost: 127.0.0.1\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: 0\r\n` +
        "Content-Type: application/offset+octet-stream\r\nContent-Length: 1000000\r\n\r\n",
    );
    await drip(caller, "x");
    expect(await client.offset(address)).toBeGreaterThan(0);
  });

  it("keeps nobody else waiting", async () => {
    const callers = Array.from({ length: 200 }, call);
    for (const { socket } of callers) socket.write("POST /api/v1/batch/generate HTTP/1.1\r\nHost: 127.0.0.1\r\n");
    expect((await server.fetch("/api/v1/batch")).status).toBe(200);
    for (const text of await Promise.all(callers.map(({ heard }) => heard))) expect(text).toContain("408");
  });

  it("may listen to a batch for as long as it likes: only what comes in is hurried", async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>';
    const body = JSON.stringify({ items: [{ file: `data:image/svg+xml,${encodeURIComponent(svg)}` }] });
    const headers = { "content-type": "application/json" };
    const { batch_id } = await (await server.fetch("/api/v1/batch/jobs", { method: "POST", headers, body })).json();
    expect((await server.fetch(`/api/v1/batch/${batch_id}/progress`)).status).toBe(200);
  });
});

it("headers that are too large are refused", async () => {
  const { status } = await rawRequest(server.origin, "/api/v1/batch", { headers: { "x-large": "a".repeat(9_000) } });
  expect(status).toBe(431);
  const within = await rawRequest(server.origin, "/api/v1/batch", { headers: { "x-large": "a".repeat(7_000) } });
  expect(within.status).toBe(200);
});

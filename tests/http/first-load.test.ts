import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, it } from "vitest";
import { TestServer } from "../support/server";

let server: TestServer;
beforeAll(async () => {
  server = await new TestServer().start();
});
afterAll(() => server.stop());

/** Bytes of the scripts that a page names, and those it has fetched along, as gzip sends them. What it asks for later is not among them. */
async function scriptBytes(path: string): Promise<number> {
  const html = await (await fetch(server.origin + path)).text();
  const named = [...html.matchAll(/<script\b[^>]*?\bsrc="([^"]+)"[^>]*>/g)].filter(
    ([tag]) => !/\bnomodule\b/i.test(tag),
  );
  expect(named.length, `scripts of ${path}`).toBeGreaterThan(0);
  const along = [...html.matchAll(/<link\b[^>]*?\bas="script"[^>]*>/g)].map(
    ([tag]) => /\bhref="([^"]+)"/.exec(tag)?.[1] ?? "",
  );
  let bytes = 0;
  for (const address of new Set([...named.map(([, src]) => src), ...along])) {
    const script = await fetch(server.origin + address);
    expect(script.status, address).toBe(200);
    bytes += gzipSync(Buffer.from(await script.arrayBuffer())).byteLength;
  }
  return bytes;
}

it.each(["/", "/jobs", "/jobs/batch_of_someone"])("%s stands with less than 180 kB of script", async (path) => {
  expect(await scriptBytes(path)).toBeLessThan(180_000);
});

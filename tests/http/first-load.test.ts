import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, it } from "vitest";
import { TestServer } from "../support/server";

let server: TestServer;
beforeAll(async () => {
  server = await new TestServer().start();
});
afterAll(() => server.stop());

/** Bytes of the scripts that a page names, and those it has fetched along, as gzip sends them. What it asks for later is not among them. */
async function scriptBytes(path: string, language: string): Promise<number> {
  const html = await (await fetch(server.origin + path, { headers: { "accept-language": language } })).text();
  expect(html).toContain(`<html lang="${language}"`);
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

it.each([
  ["/", "en", 165_000],
  ["/", "de", 165_000],
  ["/?kind=deck", "en", 165_000],
  ["/jobs", "en", 165_000],
  ["/jobs/batch_of_someone", "en", 180_000],
])("%s in %s stands with its share of script", async (path, language, most) => {
  expect(await scriptBytes(path, language)).toBeLessThanOrEqual(most);
});

it.each([
  ["/", "Dashed, to trace"],
  ["/?kind=deck", "Title of the presentation"],
  ["/jobs", "No batches yet"],
])("%s is sent whole, before any script: %s", async (path, said) => {
  const html = await (await fetch(server.origin + path, { headers: { "accept-language": "en" } })).text();
  expect(html.replaceAll(/<script\b.*?<\/script>/gs, "")).toContain(said);
});

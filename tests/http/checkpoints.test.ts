import { statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import Database from "better-sqlite3";
import { afterAll, beforeAll, expect, it } from "vitest";
import { TestClient } from "@/tests/support/client";
import { TestServer } from "@/tests/support/server";

const server = new TestServer({ TRACEPRESS_SLOTS: "1" });
beforeAll(() => server.start());
afterAll(() => server.stop());

/** Bytes that the log may hold before whoever writes has to move them into the database file. */
const ownBytes = 16_000 * 4_096;

it("what a batch wrote comes into the database file by itself, long before the log is full", async () => {
  const client = new TestClient(server);
  const path = join(server.data, "tracepress.db");
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9"><rect width="9" height="9"/></svg>';
  const { batch_id } = await client.deck({ items: [{ file: `data:image/svg+xml,${encodeURIComponent(svg)}` }] });
  await client.finished(batch_id);
  const before = statSync(path).mtimeMs;
  await client.post(`/api/v1/batch/${batch_id}/keep`, { keep: true });
  await expect.poll(() => statSync(path).mtimeMs).toBeGreaterThan(before);
  expect(statSync(`${path}-wal`).size).toBeLessThan(ownBytes);
});

it("the log begins anew between two of the commits that follow each other all the time, and nobody who writes waits for it", async () => {
  const path = join(server.data, "tracepress.db");
  const writer = new Database(path);
  writer.pragma("wal_autocheckpoint = 0");
  writer.exec("create table pages (page blob)");
  const insert = writer.prepare("insert into pages values (zeroblob(3900))");
  const commit = writer.transaction(() => {
    for (let page = 0; page < 30; page++) insert.run();
  });
  // A thread that gets no core for a second is the machine's doing: then the next commits wait until it was at work.
  const moved = () => statSync(path).mtimeMs;
  let seen = { at: moved(), commits: 0 };
  for (let written = 0; written < 3 * ownBytes; written += 30 * 4_096) {
    commit.immediate();
    do await delay(4);
    while (seen.commits >= 250 && moved() === seen.at);
    seen = moved() === seen.at ? { ...seen, commits: seen.commits + 1 } : { at: moved(), commits: 0 };
  }
  writer.exec("drop table pages");
  writer.close();
  expect(statSync(`${path}-wal`).size).toBeLessThan(2 * ownBytes);
});

it("is closed with the server", async () => {
  expect(await server.kill("SIGTERM")).toBe(0);
});

import { rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import Database from "better-sqlite3";
import { expect, it, onTestFinished } from "vitest";
import { problemOf, TestClient } from "@/tests/support/client";
import { jpegHouse } from "@/tests/support/pictures";
import { TestServer } from "@/tests/support/server";
import { checkFiles, checkTables } from "./check";
import { fill, mountSmallDisk, SlowDisk, unmount } from "./disks";
import { Ledger } from "./ledger";

const pictures = async (count: number): Promise<[string, Buffer][]> => {
  const picture = await jpegHouse();
  return Array.from({ length: count }, (_, index) => [`p${index + 1}.jpg`, picture]);
};

async function started(settings: Record<string, string> = {}): Promise<TestServer> {
  const server = new TestServer({ TRACEPRESS_SLOTS: "2", ...settings });
  onTestFinished(() => server.stop());
  return server.start();
}

/** What every fault leaves behind it: tables and files without a contradiction. */
async function whole(server: TestServer): Promise<void> {
  expect(await server.kill("SIGTERM")).toBe(0);
  checkTables(server.data, new Ledger());
  await checkFiles(server.data);
}

it("a database that another process locks for ten seconds costs no batch", async () => {
  const server = await started();
  const client = new TestClient(server);
  const before = await client.submitPictures(await pictures(3));
  const other = new Database(join(server.data, "tracepress.db"));
  other.exec("begin immediate");
  const during = client.generate({
    items: [{ file: `data:image/jpeg;base64,${(await jpegHouse()).toString("base64")}` }],
  });
  await delay(10_000);
  other.exec("commit");
  other.close();
  for (const { batch_id, total_items } of [before, await during]) {
    expect(await client.finished(batch_id)).toMatchObject({ status: "completed", processed: total_items });
  }
  await whole(server);
}, 180_000);

it("a disk that is full refuses what comes in, and what was taken in is finished once there is room", async ({
  skip,
}) => {
  const server = new TestServer({ TRACEPRESS_SLOTS: "2", TRACEPRESS_MIN_FREE_MB: "0" });
  if (!mountSmallDisk(server.data)) return skip("no file system can be mounted here");
  onTestFinished(async () => {
    await server.kill("SIGKILL");
    unmount(server.data);
    await server.stop();
  });
  await server.start();
  const client = new TestClient(server);
  const { batch_id } = await client.submitPictures(await pictures(6));
  const filler = join(server.data, "filler");
  fill(filler);
  const refused = await server.fetch("/api/v1/uploads?name=more.jpg", {
    method: "POST",
    body: new Uint8Array(await jpegHouse(1600)),
  });
  expect(refused.status).toBe(507);
  expect((await problemOf(refused)).code).toBe("storage_full");
  rmSync(filler);
  const ended = await client.finished(batch_id);
  expect(ended.items?.every(({ error }) => error === null || error.code === "storage_full")).toBe(true);
  if (ended.failed > 0) {
    await client.post(`/api/v1/batch/${batch_id}/retry`, {});
    expect(await client.finished(batch_id)).toMatchObject({ status: "completed", processed: 6 });
  }
  expect(await server.kill("SIGTERM")).toBe(0);
  const db = new Database(join(server.data, "tracepress.db"));
  expect(db.pragma("integrity_check")).toEqual([{ integrity_check: "ok" }]);
  db.close();
}, 180_000);

it("a disk that takes forty kilobytes a second costs time and nothing else", async ({ skip }) => {
  const server = new TestServer({ TRACEPRESS_SLOTS: "2", TRACEPRESS_MIN_FREE_MB: "0" });
  const disk = SlowDisk.mount(server.data, 40_000);
  if (!disk) return skip("no disk can be slowed down here");
  onTestFinished(async () => {
    await server.kill("SIGKILL");
    disk.unmount();
    await server.stop();
  });
  await server.start();
  disk.slowDown(server.pid as number);
  const client = new TestClient(server);
  const batches = [await client.submitPictures(await pictures(4)), await client.deck({ items: [file(quick)] })];
  for (const { batch_id, total_items } of batches) {
    expect(await client.finished(batch_id)).toMatchObject({ status: "completed", processed: total_items });
  }
  expect(disk.written(), "bytes that the kernel held back").toBeGreaterThan(100_000);
  await whole(server);
}, 300_000);

/** Takes minutes to be drawn: its filter looks at a great many pixels for each of its own. */
const slow = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1600 900"><filter id="f">${'<feTurbulence baseFrequency=".1" numOctaves="9"/><feMorphology radius="60"/>'.repeat(40)}</filter><rect filter="url(#f)" width="1600" height="900"/></svg>`;
const quick = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9"><rect width="9" height="9"/></svg>`;
const file = (svg: string) => ({ file: `data:image/svg+xml,${encodeURIComponent(svg)}` });

it("cancelling stops a slow drawing in the middle of its stage, and its thread's place is free", async () => {
  const server = await started({ TRACEPRESS_SLOTS: "1" });
  const client = new TestClient(server);
  const { batch_id } = await client.deck({ items: [file(slow)] });
  await expect.poll(async () => (await client.status(batch_id)).items?.[0].stage).toBeTruthy();
  for (let again = 0; again < 2; again++) {
    expect((await client.post(`/api/v1/batch/${batch_id}/cancel`, {})).status).toBe(200);
  }
  const next = await client.deck({ items: [file(quick)] });
  expect(await client.finished(next.batch_id)).toMatchObject({ status: "completed", processed: 1 });
  expect(await client.status(batch_id)).toMatchObject({ status: "cancelled", processed: 0, cancelled: 1, running: 0 });
  await whole(server);
}, 180_000);

import { join } from "node:path";
import { pino } from "pino";
import { expect, test } from "vitest";
import { batchJobs } from "@/db/schema";
import { startSweeper } from "@/lib/worker/sweeper";
import { TestRooms } from "@/tests/support/rooms";

test("a sweep that is under way when the server stops ends with it, and reaches for nothing afterwards", async () => {
  const rooms = new TestRooms();
  for (let n = 0; n < 5; n++) await rooms.submit(1);
  rooms.db.update(batchJobs).set({ expiresAt: 1 }).run();
  const said: string[] = [];
  const log = pino({ level: "info" }, { write: (line: string) => void said.push(line) });
  const end = startSweeper({ ...rooms, zips: join(rooms.folder, "zips") }, log);
  await end();
  const left = rooms.db.select({ id: batchJobs.id }).from(batchJobs).all();
  expect(left.length).toBeGreaterThan(0);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(rooms.db.select({ id: batchJobs.id }).from(batchJobs).all()).toEqual(left);
  expect(said).toEqual([]);
});

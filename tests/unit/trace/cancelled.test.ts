import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { batchJobs } from "@/db/schema";
import { cancelBatch } from "@/lib/batch/cancel";
import { batchSpans } from "@/lib/trace/batch-spans";
import { stageFigures } from "@/lib/trace/stage-figures";
import { TestRooms } from "@/tests/support/rooms";

it("the trace of a cancelled batch has what went on and what waited, up to its end", async () => {
  const rooms = new TestRooms();
  const { batch_id } = await rooms.submit(3);
  const [running, retrying] = rooms.queue.claimItems(2);
  rooms.queue.stageStarted(running, "decode", 0);
  rooms.queue.stageStarted(running, "normalize", 1);
  const error = { code: "remote_unavailable", message: "Later.", stage: "fetch", retryable: true };
  rooms.queue.retryItem(retrying, error, 60_000, []);
  cancelBatch(rooms, batch_id);

  const batch = rooms.db.select().from(batchJobs).where(eq(batchJobs.id, batch_id)).get() ?? expect.fail("no batch");
  const spans = [...batchSpans(rooms.db, batch, { from: 0, count: 3 })];
  const told = spans.map(({ name, status, attributes }) => [name, status, attributes["error.code"] ?? null]);
  expect(told).toEqual([
    ["batch", "error", null],
    ["item", "error", null],
    ["queue wait", "ok", null],
    ["attempt", "error", "aborted"],
    ["decode", "ok", null],
    ["normalize", "error", "aborted"],
    ["item", "error", "remote_unavailable"],
    ["queue wait", "ok", null],
    ["item", "error", null],
    ["queue wait", "ok", null],
  ]);
  expect(spans.every(({ end_unix_nano }) => end_unix_nano !== null)).toBe(true);
  expect(stageFigures(spans).map(({ name, errors }) => [name, errors])).toEqual([["decode", 0]]);
});

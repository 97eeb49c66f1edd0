import { existsSync, rmSync } from "node:fs";
import { expect, it } from "vitest";
import { ThreadFiles } from "@/lib/files/thread-files";
import type { TaskResult } from "@/lib/worker/messages";
import { onDisk } from "@/lib/worker/to-disk";
import { TestRooms } from "@/tests/support/rooms";

const result: TaskResult = { type: "done", artifacts: [], counts: null, spans: [] };
const never = new AbortController().signal;

async function worked() {
  const { blobs } = new TestRooms();
  const files = new ThreadFiles(blobs);
  const { key } = await files.write(Buffer.from("a page"));
  return { blobs, key, work: { result, written: files.written, parentSpanId: "attempt" } };
}

it("what is done is on disk, and its trace says how long that took", async () => {
  const { blobs, key, work } = await worked();
  const end = await onDisk(work, blobs, never);
  expect((await blobs.read(key)).toString()).toBe("a page");
  expect(end).toMatchObject({
    type: "done",
    spans: [{ name: "to disk", parentSpanId: "attempt", status: "ok", attributes: { files: 1 } }],
  });
});

it("what cannot be brought to disk has failed", async () => {
  const { blobs, work } = await worked();
  rmSync(work.written[0].temporary);
  const end = await onDisk(work, blobs, never);
  expect(end).toMatchObject({ type: "failed", error: { code: "internal" }, spans: [{ status: "error" }] });
});

it("a disk that hangs is not waited for once the work is stopped", async () => {
  const { blobs, key, work } = await worked();
  await expect(onDisk(work, blobs, AbortSignal.abort("lost"))).rejects.toBe("lost");
  // Nothing is to come into the test's folder once that is gone.
  await expect.poll(() => existsSync(blobs.path(key))).toBe(true);
});

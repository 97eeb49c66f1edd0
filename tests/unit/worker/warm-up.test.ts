import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { BlobStore } from "@/lib/files/blobs";
import { Previews } from "@/lib/preview/previews";
import { warmUp } from "@/lib/preview/warm-up";
import { ThreadPool } from "@/lib/worker/pool";
import { startUnbuilt } from "@/tests/support/threads";

test("Whoever opens the Batch tab finds the preview's thread awake, and it is woken but once", async () => {
  const folder = await mkdtemp(join(tmpdir(), "warm-up-"));
  process.env.TRACEPRESS_DATA = folder;
  let started = 0;
  const pool = new ThreadPool(1, () => {
    started += 1;
    return startUnbuilt();
  });
  onTestFinished(async () => {
    await pool.stop();
    await rm(folder, { recursive: true });
  });
  const previews = new Previews(pool);
  const wake = () => warmUp(previews, new BlobStore(folder), new AbortController().signal);

  expect(previews.isCold).toBe(true);
  await wake();
  expect(previews.isCold).toBe(false);
  const kept = await readdir(folder, { recursive: true });
  await wake();
  expect(await readdir(folder, { recursive: true })).toEqual(kept);
  expect(started).toBe(1);
});

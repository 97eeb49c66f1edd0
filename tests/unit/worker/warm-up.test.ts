import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { deckOptionsSchema } from "@/lib/contracts/deck";
import { BlobStore } from "@/lib/files/blobs";
import { Previews } from "@/lib/preview/previews";
import { warmUp } from "@/lib/preview/warm-up";
import { startUnbuilt } from "@/tests/support/threads";

const { signal } = new AbortController();
const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9"><rect width="9" height="9"/></svg>`;
let folder: string;
let started = 0;
const previews = new Previews(() => {
  started += 1;
  return startUnbuilt();
});
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "warm-up-"));
  process.env.TRACEPRESS_DATA = folder;
});
afterAll(async () => {
  await previews.stop();
  await rm(folder, { recursive: true });
});

describe.each(["coloring", "deck"] as const)("whoever opens the Batch tab for a batch of kind %s", (kind) => {
  test("finds the preview's thread awake, which is woken but once", async () => {
    const wake = () => warmUp(kind, previews, new BlobStore(folder), signal);
    expect(previews.isCold(kind)).toBe(true);
    await wake();
    expect(previews.isCold(kind)).toBe(false);
    const kept = await readdir(folder, { recursive: true });
    await wake();
    expect(await readdir(folder, { recursive: true })).toEqual(kept);
    expect(started).toBe(1);
  });
});

test("A preview that is given up while it waits leaves its place to others", async () => {
  const { key } = await new BlobStore(folder).write(Buffer.from(drawing));
  const options = { ...deckOptionsSchema.parse({}), preprocessing_preset: "default", generate_previews: true };
  const job = { index: 0, name: "a.svg", slug: "a", source: key, attempt: 1, prompt: "", options };
  const draw = (given: AbortSignal) => previews.draw("deck", { ...job, limits: { maxPixels: 1_000_000 } }, given);
  const first = draw(signal);
  for (let asked = 0; asked < 30; asked++) {
    const change = new AbortController();
    const waiting = draw(change.signal);
    change.abort();
    await expect(waiting).rejects.toMatchObject({ code: "aborted" });
  }
  // Still one after the other: there is but one thread.
  const results = await Promise.all([first, draw(signal), draw(signal)]);
  expect(results.map(({ type }) => type)).toEqual(["done", "done", "done"]);
});

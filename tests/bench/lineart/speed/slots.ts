/**
 * A process of its own, bundled beside the product's thread: draws one file over and over in as many threads as asked
 * for, prints its peak memory as JSON.
 */
import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { coloringOptionsSchema } from "@/lib/contracts/coloring";
import { BlobStore } from "@/lib/files/blobs";
import type { Task } from "@/lib/worker/messages";
import { ThreadPool, threadLimits } from "@/lib/worker/pool";

const pagesPerSlot = 4;
const startThread = () => new Worker(new URL("./thread.mjs", import.meta.url), { resourceLimits: threadLimits });

async function drawSome(pool: ThreadPool, source: string): Promise<void> {
  for (let page = 0; page < pagesPerSlot; page++) {
    const result = await pool.perform(taskFor(source), new AbortController().signal);
    if (result.type === "failed") throw new Error(result.error.message);
  }
}

function taskFor(source: string): Task {
  const options = coloringOptionsSchema.parse({});
  const job = { index: 0, name: "picture.jpg", slug: "001-picture", prompt: "", source, options };
  return {
    kind: "coloring",
    parentSpanId: "0",
    type: "item",
    url: null,
    job: { ...job, attempt: 1, limits: { maxPixels: 1e8 } },
  };
}

/** Linux tells the peak of this program alone; `maxRSS` still holds that of the process it was forked from. */
function peakMegabytes(): number {
  const status = existsSync("/proc/self/status") ? readFileSync("/proc/self/status", "utf8") : "";
  const kilobytes = Number(/VmHWM:\s*(\d+)/.exec(status)?.[1] ?? process.resourceUsage().maxRSS);
  return kilobytes / 1024;
}

async function measure(path: string, slots: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "lineart-slots-"));
  process.env.TRACEPRESS_DATA = folder;
  const { key } = await new BlobStore(folder).write(await readFile(path));
  const pool = new ThreadPool(slots, startThread);
  const start = performance.now();
  try {
    await Promise.all(Array.from({ length: slots }, () => drawSome(pool, key)));
    const secondsPerRound = (performance.now() - start) / 1000 / pagesPerSlot;
    console.log(JSON.stringify({ peakMegabytes: peakMegabytes(), secondsPerRound }));
  } finally {
    await pool.stop();
    await rm(folder, { recursive: true });
  }
}

const [path, slots] = process.argv.slice(2);
await measure(path, Number(slots));

/** A process of its own: draws one file over and over in as many threads as asked for, prints its peak memory as JSON. */
import { existsSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { isMainThread, Worker, workerData } from "node:worker_threads";
import { threadLimits } from "@/lib/worker/pool";
import { drawPage } from "../engine";

const pagesPerSlot = 4;

async function drawSome(path: string): Promise<void> {
  for (let page = 0; page < pagesPerSlot; page++) await drawPage(await readFile(path), "picture.jpg");
}

function slot(path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    // A thread does not take over the loader that lets this one run TypeScript.
    const start = `import("tsx/esm/api").then(({ register }) => { register(); return import(${JSON.stringify(import.meta.url)}); })`;
    const worker = new Worker(start, { eval: true, workerData: { path }, resourceLimits: threadLimits });
    worker.once("error", reject);
    worker.once("exit", () => resolve());
  });
}

/** Linux tells the peak of this program alone; `maxRSS` still holds that of the process it was forked from. */
function peakMegabytes(): number {
  const status = existsSync("/proc/self/status") ? readFileSync("/proc/self/status", "utf8") : "";
  const kilobytes = Number(/VmHWM:\s*(\d+)/.exec(status)?.[1] ?? process.resourceUsage().maxRSS);
  return kilobytes / 1024;
}

if (isMainThread) {
  const [path, slots] = process.argv.slice(2);
  const start = performance.now();
  Promise.all(Array.from({ length: Number(slots) }, () => slot(path))).then(() => {
    const secondsPerRound = (performance.now() - start) / 1000 / pagesPerSlot;
    console.log(JSON.stringify({ peakMegabytes: peakMegabytes(), secondsPerRound }));
  });
} else drawSome((workerData as { path: string }).path);

import { Worker } from "node:worker_threads";
import { type StartThread, threadLimits } from "@/lib/worker/pool";

/** The pool's own thread, after the loader that lets it run TypeScript. */
export const startUnbuilt: StartThread = () => {
  const thread = new URL("../../lib/worker/thread.ts", import.meta.url).href;
  const start = `import("tsx/esm/api").then(({ register }) => { register(); return import(${JSON.stringify(thread)}); })`;
  return new Worker(start, { eval: true, resourceLimits: threadLimits });
};

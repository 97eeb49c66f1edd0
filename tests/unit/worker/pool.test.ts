import { Worker } from "node:worker_threads";
import { expect, onTestFinished, test } from "vitest";
import type { Task } from "@/lib/worker/messages";
import { ThreadPool } from "@/lib/worker/pool";

/**
 * A thread that does what a task's name says: `break` throws where nobody catches it, and goes a good while later, as one
 * does that holds much memory; anything else is done a moment later.
 */
const startThread = () =>
  new Worker(
    `const { parentPort } = require("node:worker_threads");
    parentPort.on("message", ({ type, task }) => {
      if (type !== "run") return;
      if (task.job.name === "break") {
        process.on("exit", () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300));
        throw new Error("nobody catches this");
      }
      const artifacts = [{ name: task.job.name }];
      const result = { type: "done", artifacts, counts: null, spans: [] };
      setTimeout(() => parentPort.postMessage({ type: "worked", result, written: [] }), 600);
    });`,
    { eval: true },
  );

const task = (name: string): Task => ({
  type: "item",
  kind: "coloring",
  parentSpanId: "0000000000000000",
  url: null,
  job: { index: 0, name, slug: name, prompt: "", source: "", attempt: 1, options: {}, limits: { maxPixels: 1 } },
});

test("the end of a thread that broke under one item is not taken for the end of the thread that has the next one", async () => {
  const pool = new ThreadPool(1, startThread);
  onTestFinished(() => pool.stop());
  const { signal } = new AbortController();
  await expect(pool.perform(task("break"), signal)).rejects.toMatchObject({ code: "worker_lost" });
  expect(await pool.perform(task("next"), signal)).toMatchObject({ type: "done", artifacts: [{ name: "next" }] });
});

/** A thread whose answer comes while it is being ended. */
const startLate = () => {
  const worker = startThread();
  const terminate = worker.terminate.bind(worker);
  worker.terminate = () => {
    const result = { type: "done", artifacts: [], counts: null, spans: [] };
    worker.emit("message", { type: "worked", result, written: [] });
    return terminate();
  };
  return worker;
};

test("a task that comes after one that heeded its end too late is given to another thread", async () => {
  const pool = new ThreadPool(1, startLate, 1);
  onTestFinished(() => pool.stop());
  await expect(pool.perform(task("late"), AbortSignal.abort())).rejects.toMatchObject({ code: "worker_lost" });
  const { signal } = new AbortController();
  expect(await pool.perform(task("next"), signal)).toMatchObject({ type: "done", artifacts: [{ name: "next" }] });
});

import type { Logger } from "pino";
import { type SweepRooms, sweep } from "@/lib/batch/sweep";

const everyMs = 600_000;

/** Sweeps now and every ten minutes, one sweep at a time. @returns a function that ends it, the one under way with it. */
export function startSweeper(rooms: SweepRooms, log: Logger): () => Promise<void> {
  const stop = new AbortController();
  let running: Promise<void> | null = null;
  const once = async () => {
    try {
      const { batches, files } = await sweep(rooms, Date.now(), stop.signal);
      if (batches + files > 0) log.info({ batches, files }, "swept what had expired");
    } catch (err) {
      if (!stop.signal.aborted) log.error({ err }, "the sweep did not finish");
    } finally {
      running = null;
    }
  };
  const run = () => {
    running ??= once();
  };
  const timer = setInterval(run, everyMs);
  timer.unref();
  run();
  return async () => {
    clearInterval(timer);
    stop.abort();
    await running;
  };
}

import type { Logger } from "pino";
import { type SweepRooms, sweep } from "@/lib/batch/sweep";

const everyMs = 600_000;

/** Sweeps now and every ten minutes. @returns a function that ends it. */
export function startSweeper(rooms: SweepRooms, log: Logger): () => void {
  const run = () => {
    sweep(rooms).then(
      ({ batches, files }) => {
        if (batches + files > 0) log.info({ batches, files }, "swept what had expired");
      },
      (err) => log.error({ err }, "the sweep did not finish"),
    );
  };
  const timer = setInterval(run, everyMs);
  timer.unref();
  run();
  return () => clearInterval(timer);
}

import type { Db } from "@/db/client";
import type { Bell } from "./bell";

const lookMs = 250;

/**
 * Rings every topic someone listens to when another process has written to the database.
 * `PRAGMA data_version` changes exactly then, and reading it costs microseconds.
 * @returns a function that ends the watch.
 */
export function watchForeignWrites(db: Db, bell: Bell): () => void {
  const version = () => db.$client.pragma("data_version", { simple: true }) as number;
  let known = version();
  const timer = setInterval(() => {
    const current = version();
    if (current === known) return;
    known = current;
    for (const topic of bell.topics()) bell.ring(topic);
  }, lookMs);
  timer.unref();
  return () => clearInterval(timer);
}

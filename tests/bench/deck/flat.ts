import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { FlatRun } from "./flat-run";

/** Slides of the decks whose time and memory must not grow with their number. */
export const flatCounts = [100, 1000, 10_000];

/** Makes a deck of each size in a process of its own, so that its peak is its own. */
export async function takeFlat(counts: readonly number[], say: (what: string) => void): Promise<FlatRun[]> {
  const runs: FlatRun[] = [];
  for (const count of counts) {
    say(`flat: ${count} slides`);
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ["--import", "tsx", "tests/bench/deck/flat-run.ts", String(count)],
      { timeout: 1_800_000 },
    );
    runs.push(JSON.parse(stdout) as FlatRun);
  }
  return runs;
}

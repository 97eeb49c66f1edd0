import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { promisify } from "node:util";

const fuzzer = "tests/bench/deck/fuzz.ts";

/** What the fuzzer says of so many mutated SVGs, in its own words. */
export async function fuzzed(count: number): Promise<{ said: string } | { absent: string }> {
  if (!existsSync(fuzzer)) return { absent: `the fuzzer: no ${fuzzer}` };
  const { stdout } = await promisify(execFile)(process.execPath, ["--import", "tsx", fuzzer, String(count)], {
    timeout: 1_800_000,
    maxBuffer: 1e8,
  });
  return { said: stdout.trim() };
}

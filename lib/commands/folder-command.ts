import { resolve } from "node:path";
import { type ParseArgsConfig, parseArgs } from "node:util";
import { TracepressError } from "@/lib/errors";

type Flags = Record<string, string | boolean | (string | boolean)[] | undefined>;

/**
 * Runs a command that takes one folder: prints the sentence it comes to, or ends the process with 1 and the reason.
 * Ctrl-C stops it between two files.
 */
export async function folderCommand(
  usage: string,
  options: NonNullable<ParseArgsConfig["options"]>,
  work: (folder: string, flags: Flags, signal: AbortSignal) => Promise<string>,
): Promise<void> {
  const stop = new AbortController();
  for (const name of ["SIGINT", "SIGTERM"] as const) process.once(name, () => stop.abort());
  try {
    const { positionals, values } = given(usage, options);
    process.stdout.write(`${await work(resolve(positionals[0]), values, stop.signal)}\n`);
  } catch (error) {
    if (!(error instanceof TracepressError) && !stop.signal.aborted) throw error;
    process.stderr.write(`${(error as Error).message}\n`);
    process.exitCode = 1;
  }
}

function given(usage: string, options: NonNullable<ParseArgsConfig["options"]>) {
  try {
    const parsed = parseArgs({ allowPositionals: true, options });
    if (parsed.positionals.length === 1) return parsed;
  } catch (cause) {
    throw new TracepressError("invalid_request", `${(cause as Error).message}\n${usage}`, { cause });
  }
  throw new TracepressError("invalid_request", usage);
}

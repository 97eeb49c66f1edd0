import { execFile } from "node:child_process";
import { mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

/** Peers that are measured against; versions are part of the figures. */
export const peers = { bullmq: "6.7.0", "pg-boss": "10.4.2" } as const;

/** What a peer leaves to its user to install. */
const needed = { bullmq: ["ioredis@5.8.2"], "pg-boss": [] } as const;

/** A peer's package, fetched into the temporary folder when it is not there yet. @throws Error when it cannot be. */
export async function peer<Package>(name: keyof typeof peers): Promise<Package> {
  const folder = join(tmpdir(), `tracepress-bench-${name}-${peers[name]}`);
  mkdirSync(folder, { recursive: true });
  const load = () => createRequire(join(folder, "of.js"))(name) as Package;
  try {
    return load();
  } catch {
    const flags = ["install", "--prefix", folder, "--no-save", "--no-audit", "--no-fund", "--ignore-scripts"];
    await promisify(execFile)("npm", [...flags, `${name}@${peers[name]}`, ...needed[name]], { cwd: folder });
    return load();
  }
}

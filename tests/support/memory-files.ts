import { createHash, randomUUID } from "node:crypto";
import { readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { StageFiles } from "@/lib/pipelines/pipeline";

/** Blobs in memory. */
export class MemoryFiles implements StageFiles {
  private readonly blobs = new Map<string, Buffer>();

  async read(key: string): Promise<Buffer> {
    const bytes = this.blobs.get(key);
    if (!bytes) throw new Error(`no blob ${key}`);
    return bytes;
  }

  async write(bytes: Uint8Array) {
    const key = createHash("sha256").update(bytes).digest("hex");
    this.blobs.set(key, Buffer.from(bytes));
    return { key, size: bytes.length };
  }

  async create<Result>(make: (path: string) => Promise<Result>) {
    const path = join(tmpdir(), randomUUID());
    try {
      const result = await make(path);
      return { blob: await this.write(await readFile(path)), result };
    } finally {
      await rm(path, { force: true });
    }
  }
}

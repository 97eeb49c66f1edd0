import { createHash, randomUUID } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { StageFiles, StoredBlob } from "@/lib/pipelines/pipeline";
import type { BlobStore } from "./blobs";

/** A file that waits to be flushed to disk and to become the blob of its bytes: see `BlobStore.settle`. */
export interface Written {
  /** Absolute path. */
  temporary: string;
  key: string;
}

/**
 * The files of one task on a thread of its own. It goes from one system call to the next without a turn of the event loop,
 * where nobody else waits: handing a small file to another thread and back costs several times what is done to it. The
 * disk is not waited for at all: what was written is no blob until whoever hears of it settles it.
 */
export class ThreadFiles implements StageFiles {
  readonly written: Written[] = [];

  constructor(private readonly blobs: BlobStore) {}

  async read(key: string): Promise<Buffer> {
    return readFileSync(this.mine(key)?.temporary ?? this.blobs.path(key));
  }

  async write(bytes: Uint8Array): Promise<StoredBlob> {
    const key = createHash("sha256").update(bytes).digest("hex");
    const size = bytes.byteLength;
    if (this.mine(key) || this.blobs.refreshAtOnce(key)) return { key, size };
    const temporary = this.blobs.incomingPath(randomUUID());
    try {
      writeBeside(temporary, bytes);
    } catch (error) {
      rmSync(temporary, { force: true });
      throw error;
    }
    this.written.push({ temporary, key });
    return { key, size };
  }

  create<Result>(make: (path: string) => Promise<Result>): Promise<{ blob: StoredBlob; result: Result }> {
    return this.blobs.create(make);
  }

  private mine(key: string): Written | undefined {
    return this.written.find((one) => one.key === key);
  }
}

/** The folder is there but for the first time. */
function writeBeside(path: string, bytes: Uint8Array): void {
  try {
    writeFileSync(path, bytes, { flag: "wx" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes, { flag: "wx" });
  }
}

import { createHash, randomUUID } from "node:crypto";
import {
  createReadStream,
  createWriteStream,
  existsSync,
  type ReadStream,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from "node:fs";
import { mkdir, open, readFile, rename, rm, stat, utimes } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { config } from "@/lib/config";
import { TracepressError } from "@/lib/errors";
import type { StageFiles, StoredBlob } from "@/lib/pipelines/pipeline";
import { singleton } from "@/lib/singleton";
import { namesIn, writtenAt } from "./folders";
import type { Written } from "./thread-files";

/** How many times its limit a stream is listened to before it is cut off. */
const patience = 4;

const keyPattern = /^[0-9a-f]{64}$/;

/**
 * Files by the SHA-256 of their bytes. A blob appears under its key whole or not at all: it is written beside,
 * flushed, and renamed. The same bytes give the same blob.
 */
export class BlobStore implements StageFiles {
  constructor(private readonly folder: string) {}

  /** Absolute path of a blob. @throws Error when `key` is not a SHA-256 in hex. */
  path(key: string): string {
    if (!keyPattern.test(key)) throw new Error(`Not a blob key: ${key}`);
    return join(this.folder, "blobs", key.slice(0, 2), key);
  }

  read(key: string): Promise<Buffer> {
    return readFile(this.path(key));
  }

  /** @param range first and last byte, both inclusive. */
  stream(key: string, range?: { start: number; end: number }): ReadStream {
    return createReadStream(this.path(key), range);
  }

  async write(bytes: Uint8Array): Promise<StoredBlob> {
    const key = createHash("sha256").update(bytes).digest("hex");
    const size = bytes.byteLength;
    if (await this.refresh(key)) return { key, size };
    const temporary = this.incomingPath(randomUUID());
    try {
      const handle = await inFolder(this.incoming, () => open(temporary, "wx"));
      try {
        await handle.writeFile(bytes);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await this.adopt(temporary, key);
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
    return { key, size };
  }

  /**
   * Stores a stream, hashed on the way; memory does not grow with its length.
   * @param limit bytes at most. @param what names the file in the error.
   * @throws TracepressError `too_large` past the limit; nothing is left behind.
   */
  async writeStream(
    source: AsyncIterable<Uint8Array>,
    limit: number,
    what: string,
    signal?: AbortSignal,
  ): Promise<StoredBlob> {
    const hash = createHash("sha256");
    let size = 0;
    // What is over the limit is read on for a while and dropped: a client that is cut off while it still sends sees a
    // broken connection, not the sentence that tells it why.
    const meter = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        size += chunk.length;
        if (size <= limit) {
          hash.update(chunk);
          done(null, chunk);
        } else done(size > patience * limit ? tooLarge(what, limit) : null);
      },
      flush: (done) => done(size > limit ? tooLarge(what, limit) : null),
    });
    const temporary = await this.temporaryPath();
    try {
      await pipeline(source, meter, createWriteStream(temporary, { flags: "wx", flush: true }), { signal });
      const key = hash.digest("hex");
      await this.adopt(temporary, key);
      return { key, size };
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
  }

  async create<Result>(make: (path: string) => Promise<Result>): Promise<{ blob: StoredBlob; result: Result }> {
    const temporary = await this.temporaryPath();
    try {
      const result = await make(temporary);
      return { blob: await this.take(temporary), result };
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
  }

  /** Makes a blob of a file that lies in the same folder's file system; it is gone from its place then. */
  async take(path: string): Promise<StoredBlob> {
    const hash = createHash("sha256");
    await pipeline(createReadStream(path), hash);
    const key = hash.digest("hex");
    const { size } = await stat(path);
    await flush(path);
    // As in refresh(): its bytes may have come long ago.
    const now = new Date();
    await utimes(path, now, now);
    await this.adopt(path, key);
    return { key, size };
  }

  /** Makes blobs of what a thread wrote: resolves with all of it on disk. */
  async settle(written: readonly Written[]): Promise<void> {
    await Promise.all(written.map((file) => this.settleOne(file)));
  }

  private async settleOne({ temporary, key }: Written): Promise<void> {
    try {
      await flush(temporary);
      await this.adopt(temporary, key);
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
  }

  /** Absolute path of the bytes that have come of an upload so far. @param id as it stands in its row. */
  partialPath(id: string): string {
    return join(this.partialFolder, id);
  }

  get partialFolder(): string {
    return join(this.folder, "partial");
  }

  /** Whether the blob is there; if so it counts as written now, which keeps the sweep away until a row claims it. */
  async refresh(key: string): Promise<boolean> {
    const now = new Date();
    return utimes(this.path(key), now, now).then(
      () => true,
      () => false,
    );
  }

  /** The same without a turn of the event loop, for threads. */
  refreshAtOnce(key: string): boolean {
    const path = this.path(key);
    if (!existsSync(path)) return false;
    try {
      const now = new Date();
      utimesSync(path, now, now);
      return true;
    } catch {
      return false; // it was swept in between
    }
  }

  /**
   * Removes blobs that `inUse` denies and half-written files, both only when untouched for `graceMs`.
   * A blob is first moved aside and looked at once more there: one that was claimed in between goes back, also when a
   * kill came before it could.
   * @returns how many went. @throws the signal's reason when stopped, between two of them.
   */
  async sweep(inUse: (key: string) => boolean, graceMs: number, signal?: AbortSignal): Promise<number> {
    const before = Date.now() - graceMs;
    for (const name of await namesIn(this.incoming)) {
      if (keyPattern.test(name) && inUse(name)) await this.adopt(join(this.incoming, name), name);
    }
    await mkdir(this.incoming, { recursive: true });
    let removed = 0;
    for (const folder of await namesIn(join(this.folder, "blobs"))) {
      for (const key of await namesIn(join(this.folder, "blobs", folder))) {
        signal?.throwIfAborted();
        if (!inUse(key) && (await untouchedSince(this.path(key), before)) && this.remove(key, inUse, before)) removed++;
      }
    }
    return removed + (await removeOld(this.incoming, before));
  }

  /** All at once, without a turn of the event loop: nothing of this process comes in between. */
  private remove(key: string, inUse: (key: string) => boolean, before: number): boolean {
    const path = this.path(key);
    const aside = join(this.incoming, key);
    renameSync(path, aside);
    // A thread may have counted on it a moment ago, which shows as a new time, and its row may be there by now.
    const claimed = statSync(aside).mtimeMs >= before || inUse(key);
    if (claimed) renameSync(aside, path);
    else rmSync(aside);
    return !claimed;
  }

  private async temporaryPath(): Promise<string> {
    await mkdir(this.incoming, { recursive: true });
    return this.incomingPath(randomUUID());
  }

  /** Absolute path of a file that is no blob yet; what is forgotten there is swept. */
  incomingPath(name: string): string {
    return join(this.incoming, name);
  }

  private async adopt(temporary: string, key: string): Promise<void> {
    const target = this.path(key);
    await inFolder(dirname(target), () => rename(temporary, target));
  }

  private get incoming(): string {
    return join(this.folder, "incoming");
  }
}

/** Does what puts a file into a folder, which is there but for the first time. */
async function inFolder<Result>(folder: string, put: () => Promise<Result>): Promise<Result> {
  try {
    return await put();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    await mkdir(folder, { recursive: true });
    return put();
  }
}

async function flush(path: string): Promise<void> {
  const handle = await open(path, "r");
  await handle.sync().finally(() => handle.close());
}

async function untouchedSince(path: string, before: number): Promise<boolean> {
  const at = await writtenAt(path);
  return at !== null && at < before;
}

async function removeOld(folder: string, before: number): Promise<number> {
  let removed = 0;
  for (const name of await namesIn(folder)) {
    const path = join(folder, name);
    if (!(await untouchedSince(path, before))) continue;
    await rm(path, { force: true });
    removed++;
  }
  return removed;
}

/** @param limit bytes at most. @param what names the file. */
export function tooLarge(what: string, limit: number): TracepressError {
  const megabytes = Math.round(limit / 1_000_000);
  return new TracepressError("too_large", `${what} is larger than ${megabytes} MB; make it smaller and send it again.`);
}

/** The blobs of this process's data folder. */
export const blobs = (): BlobStore => singleton("blobs", () => new BlobStore(config().data));

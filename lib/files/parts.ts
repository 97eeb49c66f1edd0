import { type FileHandle, open } from "node:fs/promises";
import { z } from "zod";

/** `length` bytes of the file at `path` from byte `start` on. */
export const filePartSchema = z.object({ path: z.string(), start: z.number().int(), length: z.number().int() });
export type FilePart = z.infer<typeof filePartSchema>;

const chunkBytes = 262_144;

/**
 * Bytes `start` to `end`, both inclusive, of what the parts are one after the other. Pulled by the consumer, chunk by
 * chunk, so memory does not grow with the length. A file that comes again later stays open until then: removing it
 * meanwhile breaks nothing.
 */
export function partsStream(parts: readonly FilePart[], start: number, end: number): ReadableStream<Uint8Array> {
  const left = cut(parts, start, end);
  const files = new OpenFiles(left);
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const [part] = left;
      if (!part) return controller.close();
      try {
        const chunk = await read(await files.of(part.path), part);
        part.start += chunk.length;
        part.length -= chunk.length;
        if (part.length === 0) {
          left.shift();
          await files.done(part.path);
        }
        controller.enqueue(chunk);
      } catch (error) {
        await files.close();
        throw error;
      }
    },
    cancel: () => files.close(),
  });
}

/** The files that parts come from, each opened at its first part and closed after its last one. */
class OpenFiles {
  private readonly open = new Map<string, FileHandle>();
  /** Parts of each file that are still to come. */
  private readonly left = new Map<string, number>();

  constructor(parts: readonly FilePart[]) {
    for (const { path } of parts) this.left.set(path, (this.left.get(path) ?? 0) + 1);
  }

  async of(path: string): Promise<FileHandle> {
    const file = this.open.get(path) ?? (await open(path));
    this.open.set(path, file);
    return file;
  }

  async done(path: string): Promise<void> {
    const left = (this.left.get(path) ?? 0) - 1;
    this.left.set(path, left);
    if (left > 0) return;
    await this.open.get(path)?.close();
    this.open.delete(path);
  }

  async close(): Promise<void> {
    const files = [...this.open.values()];
    this.open.clear();
    await Promise.all(files.map((file) => file.close()));
  }
}

async function read(file: FileHandle, { path, start, length }: FilePart): Promise<Buffer> {
  const chunk = Buffer.allocUnsafeSlow(Math.min(chunkBytes, length));
  const { bytesRead } = await file.read(chunk, 0, chunk.length, start);
  if (bytesRead === 0) throw new Error(`${path} is shorter than it was`);
  return chunk.subarray(0, bytesRead);
}

/** What of the parts lies between the two bytes; none of it is empty. */
function cut(parts: readonly FilePart[], start: number, end: number): FilePart[] {
  const found: FilePart[] = [];
  let at = 0;
  for (const { path, start: first, length } of parts) {
    const from = Math.max(start - at, 0);
    const to = Math.min(end - at, length - 1);
    if (from <= to) found.push({ path, start: first + from, length: to - from + 1 });
    at += length;
  }
  return found;
}

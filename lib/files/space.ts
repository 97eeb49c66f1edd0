import { statfs } from "node:fs/promises";
import { TracepressError } from "@/lib/errors";

/** Bytes that may still be written in a folder's file system. */
export async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

/** Milliseconds for which a measurement of a disk holds: asking the system for each submission takes a thread every time. */
const holdsMs = 1_000;
const measured = new Map<string, { free: Promise<number>; at: number }>();

/** As measured within the last second, once for all who ask meanwhile. */
function recentFreeBytes(folder: string): Promise<number> {
  const known = measured.get(folder);
  if (known && performance.now() - known.at < holdsMs) return known.free;
  const free = freeBytes(folder);
  measured.set(folder, { free, at: performance.now() });
  return free;
}

/** Bytes of a refused body that are read and dropped: a client that is cut off while it sends never sees the answer. */
const droppedAtMost = 200_000_000;

/**
 * What is under way needs the last of the disk to be finished, so nothing new comes in below the floor, as far as it
 * was seen within the last second.
 * @param settings data folder and the bytes that must be free in it.
 * @param body of the request that is refused, when none of it was read.
 * @throws TracepressError `storage_full`.
 */
export async function refuseWhenDiskLow(
  settings: { data: string; minFreeBytes: number },
  body?: AsyncIterable<Uint8Array>,
): Promise<void> {
  const free = await recentFreeBytes(settings.data);
  if (free >= settings.minFreeBytes) return;
  if (body) await drop(body);
  const [left, floor] = [free, settings.minFreeBytes].map((bytes) => Math.floor(bytes / 1_000_000));
  throw new TracepressError(
    "storage_full",
    `The disk has ${left} MB left and nothing new is taken in below ${floor} MB. Remove batches or make room, then send it again.`,
  );
}

/** Reads what a client still sends, so that it hears the answer; up to a bound, however much it is. */
export async function drop(body: AsyncIterable<Uint8Array>): Promise<void> {
  let dropped = 0;
  for await (const chunk of body) {
    dropped += chunk.length;
    if (dropped > droppedAtMost) return;
  }
}

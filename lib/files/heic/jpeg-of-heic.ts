import { Worker } from "node:worker_threads";
import { config } from "@/lib/config";
import { TracepressError } from "@/lib/errors";
import { damagedPicture } from "@/lib/not-a-picture";
import { singleton } from "@/lib/singleton";
import { Turns } from "@/lib/turns";
import { headOf } from "../head-of";
import { tooManyPixels } from "../too-many-pixels";
import { heicBytes, isHeic } from "./is-heic";
import type { HeicAnswer, HeicTask } from "./messages";

/** Milliseconds within which a photo must be read: one of 12 megapixels takes a second or three. */
const longestMs = 60_000;

/**
 * The photo of a HEIC file as a JPEG, upright; null of any other file. Decoded by libheif in a thread of its own, one
 * photo at a time for the server and for each slot: what it holds of memory is bounded by the pixels that one may have.
 * @param name names the photo in errors.
 * @throws TracepressError `unsupported_media` when it is damaged, `too_large`, `timeout`; the signal's reason when stopped.
 */
export async function jpegOfHeic(path: string, name: string, signal: AbortSignal): Promise<Uint8Array | null> {
  if (!isHeic(await headOf(path, heicBytes))) return null;
  const turns = singleton("heic-turns", () => new Turns());
  const answer = await turns.take("thread", signal, () => decoded(path, name, signal));
  if ("jpeg" in answer) return answer.jpeg;
  throw tooManyPixels(name, answer.tooLarge);
}

function decoded(path: string, name: string, signal: AbortSignal): Promise<HeicAnswer> {
  const workerData: HeicTask = { path, maxPixels: config().maxPixels };
  // libheif says on stdout what is wrong with a file; whoever sent it hears it from us.
  const thread = new Worker(new URL("./thread.ts", import.meta.url), { workerData, stdout: true });
  const timer = AbortSignal.timeout(longestMs);
  const stop = AbortSignal.any([signal, timer]);
  return new Promise<HeicAnswer>((resolve, reject) => {
    stop.addEventListener("abort", () => reject(timer.aborted ? tooSlow(name) : signal.reason), { once: true });
    thread.once("message", resolve);
    thread.once("error", (cause) => {
      reject(new TracepressError("unsupported_media", damagedPicture(name), { cause }));
    });
    stop.throwIfAborted();
  }).finally(() => thread.terminate());
}

const tooSlow = (name: string) =>
  new TracepressError("timeout", `${name} took longer than a minute to read. Send it as JPEG.`);

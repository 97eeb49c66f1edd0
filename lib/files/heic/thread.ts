import { readFile } from "node:fs/promises";
import { constants, setPriority } from "node:os";
import { parentPort, workerData } from "node:worker_threads";
import libheif, { type HeifImage } from "libheif-js/wasm-bundle.js";
import sharp, { type JpegOptions } from "sharp";
import type { HeicAnswer, HeicTask } from "./messages";

// Decodes one photo and ends: a photo of 12 megapixels holds some 200 MB, which only the end of a thread gives back.

// As lib/worker/thread.ts says: an answer goes before a picture, and one that somebody waits for before a batch's.
if (process.platform === "linux") setPriority(constants.priority.PRIORITY_BELOW_NORMAL / 2);

/**
 * What a page is drawn from loses nothing by it. The best codes would be known when the whole JPEG is in memory: 70 MB of a
 * photo of 12 megapixels, of which the C library gave back nothing.
 */
const asFine: JpegOptions = { quality: 95, chromaSubsampling: "4:4:4", optimizeCoding: false };

async function answerTo({ path, maxPixels }: HeicTask): Promise<HeicAnswer> {
  const images = new libheif.HeifDecoder().decode(await readFile(path));
  const image = images.find((one) => one.is_primary()) ?? images[0];
  if (!image) throw new Error("There is no picture in it.");
  const [width, height] = [image.get_width(), image.get_height()];
  if (width * height > maxPixels) return { tooLarge: { width, height } };
  return { jpeg: await jpegOf(image, width, height) };
}

async function jpegOf(image: HeifImage, width: number, height: number): Promise<Uint8Array> {
  const data = new Uint8ClampedArray(width * height * 4);
  await new Promise<void>((resolve, reject) => {
    image.display({ data, width, height }, (shown) => (shown ? resolve() : reject(new Error("It cannot be decoded."))));
  });
  return sharp(data, { raw: { width, height, channels: 4 } })
    .flatten({ background: "#ffffff" })
    .jpeg(asFine)
    .toBuffer();
}

const port = parentPort;
if (!port) throw new Error("thread.ts runs as a worker thread only");
port.postMessage(await answerTo(workerData as HeicTask));

import { createWriteStream } from "node:fs";
import { writeFile } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { config } from "@/lib/config";
import { jpegOfHeic } from "@/lib/files/heic/jpeg-of-heic";
import { fetchRemote, usualRules } from "@/lib/files/remote";
import type { Stage, StoredBlob } from "@/lib/pipelines/pipeline";

/** Fetches the file of an item that was given as an address. @throws as `fetchRemote` does. */
export const fetchSource: Stage<string, StoredBlob> = async (url, { signal, span, files }) => {
  const { allowHosts, fetchMs } = config();
  const rules = { ...usualRules, allowHosts, timeoutMs: fetchMs };
  const { name, body } = await fetchRemote(url, rules, { signal });
  const { blob } = await files.create(async (path) => {
    await pipeline(body, createWriteStream(path), { signal });
    const jpeg = await jpegOfHeic(path, name, signal);
    if (jpeg !== null) await writeFile(path, jpeg);
  });
  span.set("url.host", new URL(url).host);
  span.set("bytes", blob.size);
  return blob;
};

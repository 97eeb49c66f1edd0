import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { config } from "@/lib/config";
import { fetchRemote, usualRules } from "@/lib/files/remote";
import type { Stage, StoredBlob } from "@/lib/pipelines/pipeline";

/** Fetches the file of an item that was given as an address. @throws as `fetchRemote` does. */
export const fetchSource: Stage<string, StoredBlob> = async (url, { signal, span, files }) => {
  const rules = { ...usualRules, allowHosts: config().allowHosts };
  const { body } = await fetchRemote(url, rules, { signal });
  const { blob } = await files.create((path) => pipeline(body, createWriteStream(path), { signal }));
  span.set("url.host", new URL(url).host);
  span.set("bytes", blob.size);
  return blob;
};

import { openPromise } from "yauzl";

/** Names and sizes in bytes of what is in a ZIP. */
export async function listZip(path: string): Promise<{ name: string; size: number }[]> {
  const zip = await openPromise(path);
  const entries = [];
  for await (const entry of zip.eachEntry()) entries.push({ name: entry.fileName, size: entry.uncompressedSize });
  return entries;
}

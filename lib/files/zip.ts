import { randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { pipeline } from "node:stream/promises";
import { ZipArchive } from "archiver";

/** One file in a ZIP: at `path` on disk, or these bytes. */
export type ZipEntry = { name: string } & ({ path: string } | { bytes: Buffer });

const compressedAlready = /\.(png|pdf|pptx|jpe?g|webp)$/i;

/**
 * Writes a ZIP to `target`, which appears whole or not at all. Files are streamed one after the other, so memory
 * does not grow; what is compressed already is stored. The same entries and date give the same bytes.
 */
export async function writeZip(target: string, entries: ZipEntry[], date: Date, signal?: AbortSignal): Promise<void> {
  await mkdir(dirname(target), { recursive: true });
  const temporary = `${target}.${randomUUID()}.part`;
  const archive = new ZipArchive({ zlib: { level: 6 }, statConcurrency: 1 });
  // A file that cannot be read is only a warning to archiver, which then leaves it out: here it ends the ZIP.
  archive.on("warning", (error: Error) => archive.destroy(error));
  const written = pipeline(archive, createWriteStream(temporary, { flags: "wx" }), { signal });
  try {
    for (const entry of entries) {
      const data = { name: entry.name, date, mode: 0o644, store: compressedAlready.test(entry.name) };
      if ("path" in entry) archive.file(entry.path, data);
      else archive.append(entry.bytes, data);
    }
    await Promise.all([archive.finalize(), written]);
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

import type { DeckWork } from "@/lib/contracts/deck";
import { TracepressError } from "@/lib/errors";
import type { ArtifactDraft, ClosingJob, Stage } from "../pipeline";
import { type PackageTrace, PackageWriter } from "./package";
import { readAhead } from "./read-ahead";
import { deckType, packageTraceType, readSlide } from "./stored-slide";

/** Slides read while one is packed. */
const ahead = 6;

/** Puts the slides of all good items, in order, into one deck. A few slides at a time are in memory. */
export const packageDeck: Stage<ClosingJob<DeckWork>, ArtifactDraft[]> = async (
  { items, options },
  { files, signal, span },
) => {
  const { blob, result } = await files.create(async (path): Promise<PackageTrace> => {
    let writer: PackageWriter | null = null;
    try {
      for await (const { width, height, parts } of readAhead(items, ahead, (item) => readSlide(files, item))) {
        writer ??= await PackageWriter.open(path, { width, height, title: options.title }, signal);
        await writer.addSlide(parts);
      }
      if (!writer) throw new TracepressError("internal", "No slide is left to make a deck of.");
      return await writer.finish();
    } catch (error) {
      await writer?.abandon();
      throw error;
    }
  });
  span.set("slides", result.slides_count);
  span.set("bytes", result.package_size_bytes);
  span.set("media", result.zip_structure.media_files);
  const trace = await files.write(Buffer.from(JSON.stringify(result)));
  return [
    { name: "deck.pptx", media_type: deckType, blob, role: "output" },
    { name: "trace/package.json", media_type: packageTraceType, blob: trace, role: "intermediate" },
  ];
};

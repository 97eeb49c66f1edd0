import type { DeckWork } from "@/lib/contracts/deck";
import type { TierCounts } from "@/lib/contracts/status";
import type { ArtifactDraft, ItemJob, ItemResult, PipelineWork, Stage, StageFiles } from "../pipeline";
import { machineFonts } from "./machine-fonts";
import { type MadeSlide, makeSlide } from "./make-slide";
import { packageDeck } from "./package-stage";
import { slideSize } from "./page";
import { preview } from "./preview-stage";
import type { Mapped } from "./slide";
import { slideTraceType, storeSlide } from "./stored-slide";
import { traceSlide, withoutRows } from "./trace";

/** The work on a slide and on the deck. */
export const deckWork: PipelineWork<DeckWork> = {
  async runItem(job, stage) {
    const bytes = await stage("read", read, job);
    const size = job.options.slide ?? slideSize(job.options.slide_size);
    const made = await makeSlide({ name: job.name, bytes }, job.options, size, machineFonts, stage);
    const { artifacts, counts } = await stage("store", store, { made, job });
    if (!job.options.generate_previews) return { artifacts, counts };
    const about = { slug: job.slug, fonts: made.fonts, maxPixels: job.limits.maxPixels };
    const previews = await stage("preview", preview, { ...about, slide: made.slide });
    return { artifacts: [...artifacts, ...previews], counts };
  },

  runClosing: (job, stage) => stage("package", packageDeck, job),
};

const read: Stage<ItemJob<DeckWork>, Buffer> = ({ source }, { files }) => files.read(source);

const store: Stage<{ made: MadeSlide; job: ItemJob<DeckWork> }, ItemResult> = async ({ made, job }, { files }) => {
  const { width, height } = made.slide;
  const slide = storeSlide(files, job.slug, { width, height, parts: made.parts });
  const [stored, trace] = await Promise.all([slide, storeTrace(files, made, job)]);
  return { artifacts: [...stored, trace], counts: tiersOf(made.mapped) };
};

async function storeTrace(files: StageFiles, made: MadeSlide, job: ItemJob<DeckWork>): Promise<ArtifactDraft> {
  const whole = traceSlide(made, { page_number: job.index + 1, source_file: job.name, attempts: job.attempt });
  const kept = job.options.enable_debug ? whole : withoutRows(whole);
  const blob = await files.write(Buffer.from(JSON.stringify(kept)));
  return { name: `trace/${job.slug}.json`, media_type: slideTraceType, blob, role: "intermediate" };
}

function tiersOf(mapped: readonly Mapped[]): TierCounts {
  const counts = { native: 0, picture: 0, raster: 0, none: 0 };
  for (const { output_format } of mapped) counts[output_format] += 1;
  return counts;
}

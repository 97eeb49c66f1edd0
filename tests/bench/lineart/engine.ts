import { type ColoringOptions, coloringOptionsSchema } from "@/lib/contracts/coloring";
import { type PageDocument, pageDocumentSchema, pageDocumentType } from "@/lib/pipelines/coloring/print/page-document";
import { coloringWork } from "@/lib/pipelines/coloring/work";
import type { AttributeValue } from "@/lib/pipelines/pipeline";
import { stageRunner } from "@/lib/pipelines/run";
import { MemoryFiles } from "../../support/memory-files";

/** A page as the pipeline delivers it. `png` and `svg` are there when they were asked for. */
export interface Page {
  document: PageDocument;
  png?: Buffer;
  svg?: Buffer;
  /** What the trace would keep, as `stage.name`. */
  trace: Record<string, AttributeValue>;
  /** Milliseconds by stage. */
  times: Record<string, number>;
}

/** Runs the whole coloring pipeline on one file, in memory and in this thread. */
export async function drawPage(picture: Buffer, name: string, options: Partial<ColoringOptions> = {}): Promise<Page> {
  const files = new MemoryFiles();
  const { key } = await files.write(picture);
  const trace: Page["trace"] = {};
  const times: Page["times"] = {};
  const observer = {
    stageStarted: () => {},
    kept: () => {},
    openSpan(stage: string) {
      const start = performance.now();
      return {
        set: (field: string, value: AttributeValue) => {
          trace[`${stage}.${field}`] = value;
        },
        event: () => {},
        end: () => {
          times[stage] = performance.now() - start;
        },
      };
    },
  };
  const { artifacts: drafts } = await coloringWork.runItem(
    {
      index: 0,
      name,
      slug: "page",
      prompt: "",
      source: key,
      options: coloringOptionsSchema.parse(options),
      attempt: 1,
      limits: { maxPixels: 100_000_000 },
    },
    stageRunner(observer, files, new AbortController().signal),
  );
  const of = async (type: string) => {
    const draft = drafts.find(({ media_type }) => media_type === type);
    return draft && files.read(draft.blob.key);
  };
  const document = pageDocumentSchema.parse(JSON.parse(String(await of(pageDocumentType))));
  return { document, png: await of("image/png"), svg: await of("image/svg+xml"), trace, times };
}

import { details } from "@/lib/contracts/terms/coloring";
import { TracepressError } from "@/lib/errors";
import { type Counts, compare } from "./boundary/scores";
import { thin } from "./boundary/thin";
import { drawPage } from "./engine";
import { type Canny, cannyLevels } from "./peers/opencv";
import { xdog, xdogLevels } from "./peers/xdog";
import { rasterizeStrokes } from "./prediction";
import { decodePicture, type LineMap, type Sample } from "./samples";

/** What was counted on one sample, by method and by the level of the method's one free parameter. */
export type Evaluation = Record<string, Record<string, Counts>>;

export interface Evaluated {
  methods: Evaluation;
  /** What the engine said instead of drawing a page. */
  refusals: string[];
}

/** Draws a sample with the engine at each detail, and with each peer at each of its levels, and compares with its truth. */
export async function evaluate(sample: Sample, canny: Canny | null, withPeers: boolean): Promise<Evaluated> {
  const file = await sample.picture();
  const truth = await sample.truth();
  const refusals: string[] = [];
  const pages: Record<string, Counts> = {};
  for (const detail of details) {
    const lines = await drawLines(file, sample.name, detail, truth).catch((thrown: unknown) => {
      if (!(thrown instanceof TracepressError)) throw thrown;
      refusals.push(`${detail}: ${thrown.message}`);
      return new Uint8Array(truth.mask.length);
    });
    pages[detail] = against(truth, lines);
  }
  const methods: Evaluation = { page: pages };
  if (withPeers) {
    const picture = await decodePicture(file);
    const byLevel = (levels: number[], maps: Uint8Array[]) =>
      Object.fromEntries(levels.map((level, i) => [level, against(truth, thin(maps[i], truth.width, truth.height))]));
    if (canny) methods.Canny = byLevel(cannyLevels, await canny.edges(picture));
    methods.XDoG = byLevel(xdogLevels, xdog(picture));
  }
  return { methods, refusals };
}

const against = ({ mask, width, height }: LineMap, lines: Uint8Array): Counts => compare(lines, mask, width, height);

async function drawLines(file: Buffer, name: string, detail: (typeof details)[number], truth: LineMap) {
  const { document } = await drawPage(file, name, { detail, page_size: "original", formats: ["svg"] });
  return rasterizeStrokes(document, truth.width, truth.height);
}

import type { DeckOptions } from "@/lib/contracts/deck";
import { asTracepressError, TracepressError } from "@/lib/errors";
import { type Analysis, analyze } from "./analyze";
import { embedSlide, type SlideParts } from "./embed";
import type { FontBook } from "./fonts";
import { mapScene } from "./map";
import { type PackageTrace, PackageWriter } from "./package";
import { pageFor, type SlideSize, slideSize } from "./page";
import { parseSvg } from "./parse";
import { withoutWebp } from "./parse/webp";
import { type Decision, decideScene, targets } from "./policy";
import { loadRasterizer } from "./raster";
import type { Scene, SceneNode } from "./scene";
import { settle } from "./settle";
import type { Mapped, Slide } from "./slide";

export interface DeckSource {
  name: string;
  bytes: Uint8Array;
}

/** One SVG as a slide, with all that its trace needs. Times in milliseconds. */
export interface MadeSlide {
  slide: Slide;
  parts: SlideParts;
  scene: Scene;
  analysis: Analysis;
  decisions: ReadonlyMap<SceneNode, Decision>;
  mapped: Mapped[];
  times: { parse: number; analyze: number; policy: number; map: number; embed: number };
}

export interface SlideTools {
  fonts: FontBook;
  signal?: AbortSignal;
}

/**
 * Makes one slide of one SVG.
 * @param size of the slide in EMU; a function where it depends on this SVG's viewport.
 * @throws TracepressError `invalid_svg`, `too_large`, `timeout`, with the file's name.
 */
export async function makeSlide(
  { name, bytes }: DeckSource,
  options: DeckOptions,
  size: SlideSize | ((scene: SlideSize) => SlideSize),
  { fonts, signal }: SlideTools,
): Promise<MadeSlide> {
  const clock = [performance.now()];
  const lap = () => {
    clock.push(performance.now());
    return clock[clock.length - 1] - clock[clock.length - 2];
  };
  const { scene: parsed, source } = parseSvg(await withoutWebp(bytes, name), { name, fonts, signal });
  const parse = lap();
  const settled = settle(parsed, targets[options.policy]);
  const { scene } = settled;
  const analysis = analyze(scene);
  const analysing = lap();
  const decisions = decideScene(settled, analysis, targets[options.policy]);
  const policy = lap();
  const rasterizer = await loadRasterizer(fonts);
  const background = options.background.slice(1).toUpperCase();
  const page = pageFor(typeof size === "function" ? size(scene) : size, scene);
  const { slide, mapped } = await mapScene(scene, decisions, page, {
    rasterizer,
    source,
    text: options.text,
    background,
    signal,
  });
  const map = lap();
  const parts = embedSlide(slide);
  const times = { parse, analyze: analysing, policy, map, embed: lap() };
  return { slide, parts, scene, analysis, decisions, mapped, times };
}

export interface DeckResult {
  /** For each source in order, why it is not in the deck; null for one that is. */
  failures: (TracepressError | null)[];
  package_trace: PackageTrace;
}

export interface DeckTools extends SlideTools {
  /** Hears of each slide once it is in the deck; nothing of it is kept. */
  onSlide?: (made: MadeSlide, index: number) => void | Promise<void>;
}

/**
 * Makes one deck of any number of SVGs, one slide each, in order; memory does not grow with their number. One that
 * cannot be read is left out and named in the result.
 * @param output path of the deck.
 * @throws TracepressError of the first SVG when none can be read; what `signal` was aborted with.
 */
export async function convertDeck(
  sources: Iterable<DeckSource> | AsyncIterable<DeckSource>,
  options: DeckOptions,
  output: string,
  tools: DeckTools,
): Promise<DeckResult> {
  const failures: DeckResult["failures"] = [];
  let writer: PackageWriter | null = null;
  let size: SlideSize | null = null;
  try {
    for await (const source of sources) {
      const made = await attempt(source, options, size ?? ((scene) => slideSize(options.slide_size, scene)), tools);
      failures.push(made instanceof TracepressError ? made : null);
      if (made instanceof TracepressError) continue;
      size ??= { width: made.slide.width, height: made.slide.height };
      writer ??= await PackageWriter.open(output, { ...size, title: options.title }, tools.signal);
      await writer.addSlide(made.parts);
      await tools.onSlide?.(made, failures.length - 1);
    }
    if (!writer) throw failures[0] ?? new TracepressError("invalid_request", "There is no SVG to make a deck of.");
    return { failures, package_trace: await writer.finish() };
  } catch (error) {
    await writer?.abandon();
    throw error;
  }
}

async function attempt(
  source: DeckSource,
  options: DeckOptions,
  size: Parameters<typeof makeSlide>[2],
  tools: SlideTools,
): Promise<MadeSlide | TracepressError> {
  try {
    return await makeSlide(source, options, size, tools);
  } catch (thrown) {
    tools.signal?.throwIfAborted();
    return asTracepressError(thrown);
  }
}

import type { DeckOptions } from "@/lib/contracts/deck";
import type { StageRunner } from "../pipeline";
import type { Analysis } from "./analyze";
import { Deadline } from "./deadline";
import type { Fonts } from "./fonts";
import { emuPerPixel } from "./map/placing";
import { pageFor, type SlideSize } from "./page";
import type { SvgDocument } from "./parse/element";
import type { Decision } from "./policy";
import type { PreprocessingPreset, PreprocessReport } from "./preprocess";
import type { Scene, SceneNode } from "./scene";
import type { Mapped, Slide } from "./slide";
import { analyze, decide, type Embedded, embed, map, parse, preprocess } from "./stages";

/** Asked of a deck, and how its drawings are made simpler first. */
export type SlideOptions = DeckOptions & { preprocessing_preset?: PreprocessingPreset };

export interface DeckSource {
  name: string;
  bytes: Uint8Array;
}

/** One SVG as a slide, with all that its trace needs. Times in milliseconds. */
export interface MadeSlide extends Embedded {
  slide: Slide;
  scene: Scene;
  /** The document the scene came from: its elements stand at the scene's `Origin.source`. */
  document: SvgDocument;
  analysis: Analysis;
  decisions: ReadonlyMap<SceneNode, Decision>;
  mapped: Mapped[];
  /** Those the document brings along, then those of the machine. */
  fonts: Fonts;
  preprocessed: PreprocessReport;
  times: { parse: number; preprocess: number; analyze: number; policy: number; map: number; embed: number };
}

/** What one SVG may take to become a slide, less the last drawing it waits for. */
const longestMilliseconds = 8_000;

/**
 * Makes one slide of one SVG.
 * @param size of the slide in EMU; a function where it depends on this SVG's viewport.
 * @throws TracepressError `invalid_svg`, `too_large`, with the file's name.
 */
export async function makeSlide(
  { name, bytes }: DeckSource,
  options: SlideOptions,
  size: SlideSize | ((scene: SlideSize) => SlideSize),
  fonts: Fonts,
  stage: StageRunner,
): Promise<MadeSlide> {
  const times = { parse: 0, preprocess: 0, analyze: 0, policy: 0, map: 0, embed: 0 };
  const timed = async <Output>(name: keyof typeof times, work: () => Promise<Output>): Promise<Output> => {
    const begun = performance.now();
    const output = await work();
    times[name] = performance.now() - begun;
    return output;
  };
  const { policy, preprocessing_preset: preset = "default" } = options;
  const deadline = new Deadline(name, longestMilliseconds);
  const {
    scene: parsed,
    source,
    fonts: own,
  } = await timed("parse", () => stage("parse", parse, { name, bytes, fonts }));
  const slideSize = typeof size === "function" ? size(parsed) : size;
  const cleaned = await timed("preprocess", () => {
    const { document } = source;
    const pixelsPerUnit = pageFor(slideSize, parsed).scale / emuPerPixel;
    return stage("preprocess", preprocess, { scene: parsed, document, pixelsPerUnit, preset });
  });
  const { settled, analysis } = await timed("analyze", () =>
    stage("analyze", analyze, { scene: cleaned.scene, policy }),
  );
  const { scene } = settled;
  const decisions = await timed("policy", () => stage("policy", decide, { settled, analysis, policy }));
  const input = { scene, source, decisions, size: slideSize, options, fonts: own, deadline };
  const { slide, mapped } = await timed("map", () => stage("map", map, input));
  const { parts, shapeBytes } = await timed("embed", () => stage("embed", embed, slide));
  const { document } = source;
  const preprocessed = cleaned.report;
  return { slide, parts, scene, document, preprocessed, analysis, decisions, mapped, shapeBytes, times, fonts: own };
}

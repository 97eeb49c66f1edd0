import type { DeckOptions } from "@/lib/contracts/deck";
import type { Stage } from "../pipeline";
import { type Analysis, analyze as analyzeScene } from "./analyze";
import type { Deadline } from "./deadline";
import { embedSlide, type SlideParts } from "./embed";
import type { Fonts } from "./fonts";
import { mapScene } from "./map";
import { loadPathKit } from "./map/pathkit";
import { pageFor, type SlideSize } from "./page";
import { type Parsed, parseSvg } from "./parse";
import type { SvgDocument } from "./parse/element";
import { withoutWebp } from "./parse/webp";
import { type Decision, decideScene, targets } from "./policy";
import { type Preprocessed, type PreprocessingPreset, preprocess as preprocessScene } from "./preprocess";
import { loadRasterizer } from "./raster";
import type { Scene, SceneNode } from "./scene";
import { settle } from "./settle";
import type { Mapped, Slide } from "./slide";
import type { SourceDocument } from "./source";

// What the pipeline does to one SVG, stage by stage; spans carry the figures that a person asks for first.

export interface ParseInput {
  name: string;
  bytes: Uint8Array;
  fonts: Fonts;
}

/** @throws TracepressError `invalid_svg`, `too_large`, with the file's name. */
export const parse: Stage<ParseInput, Parsed> = async ({ name, bytes, fonts }, { signal, span }) => {
  const parsed = parseSvg(await withoutWebp(bytes, name), { name, fonts, signal });
  span.set("source.bytes", bytes.length);
  span.set("elements", parsed.source.document.elements.length);
  span.set("notes", parsed.scene.notes.length);
  return parsed;
};

export interface PreprocessInput {
  scene: Scene;
  document: SvgDocument;
  preset: PreprocessingPreset;
  /** Slide pixels (1/96 inch) for each user unit. */
  pixelsPerUnit: number;
}

/** Makes the drawing simpler as the preset says. */
export const preprocess: Stage<PreprocessInput, Preprocessed> = (
  { scene, document, preset, pixelsPerUnit },
  { span },
) => {
  const done = preprocessScene(scene, preset, pixelsPerUnit, document);
  const { dropped, merged, simplified, segments_removed } = done.report;
  span.set("preset", preset);
  for (const [name, count] of Object.entries({ dropped, merged, simplified, segments_removed })) span.set(name, count);
  return done;
};

type Settled = ReturnType<typeof settle>;

/** Says what filters, masks and blending shapes can say by themselves, and counts the rest. */
export const analyze: Stage<
  { scene: Scene; policy: DeckOptions["policy"] },
  { settled: Settled; analysis: Analysis }
> = async ({ scene, policy }, { span }) => {
  await loadPathKit();
  const settled = settle(scene, targets[policy]);
  const analysis = analyzeScene(settled.scene);
  span.set("painted_elements", analysis.totals.elements);
  span.set("complexity_score", analysis.complexity_score);
  span.set("recommended_format", analysis.recommended_format);
  return { settled, analysis };
};

interface PolicyInput {
  settled: Settled;
  analysis: Analysis;
  policy: DeckOptions["policy"];
}

export const decide: Stage<PolicyInput, ReadonlyMap<SceneNode, Decision>> = (
  { settled, analysis, policy },
  { span },
) => {
  const decisions = decideScene(settled, analysis, targets[policy]);
  const tiers = { native: 0, picture: 0, raster: 0 };
  for (const { decision } of decisions.values()) tiers[decision] += 1;
  for (const [tier, count] of Object.entries(tiers)) span.set(`decided.${tier}`, count);
  span.set("policy", policy);
  return decisions;
};

export interface MapInput {
  scene: Scene;
  source: SourceDocument;
  decisions: ReadonlyMap<SceneNode, Decision>;
  size: SlideSize;
  options: DeckOptions;
  fonts: Fonts;
  deadline: Deadline;
}

export const map: Stage<MapInput, { slide: Slide; mapped: Mapped[] }> = async (
  { scene, source, decisions, size, options, fonts, deadline },
  { signal, span },
) => {
  const awaited = [...decisions.values()].filter(({ decision }) => decision !== "native").length;
  const rasterizer = await loadRasterizer(fonts, awaited);
  const background = options.background.slice(1).toUpperCase();
  const tools = { rasterizer, source, text: options.text, background, signal, deadline };
  const made = await mapScene(scene, decisions, pageFor(size, scene), tools);
  span.set("shapes", made.slide.shapes.length);
  span.set("media", made.slide.media.length);
  return made;
};

export interface Embedded {
  parts: SlideParts;
  /** Bytes of the XML of each shape by its id, a group's with all that is in it. */
  shapeBytes: ReadonlyMap<number, number>;
}

export const embed: Stage<Slide, Embedded> = (slide, { span }) => {
  const shapeBytes = new Map<number, number>();
  const parts = embedSlide(slide, ({ id }, bytes) => shapeBytes.set(id, bytes));
  span.set("xml.bytes", parts.xml.length);
  span.set(
    "media.bytes",
    parts.media.reduce((sum, { bytes }) => sum + bytes.length, 0),
  );
  return { parts, shapeBytes };
};

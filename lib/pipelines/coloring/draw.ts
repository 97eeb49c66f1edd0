import sharp from "sharp";
import type { ColoringOptions } from "@/lib/contracts/coloring";
import { asTracepressError, TracepressError } from "@/lib/errors";
import type { DrawRequest, SentPicture } from "@/lib/models/model";
import type { Drawing, ItemJob, ItemModel, StageContext } from "../pipeline";
import { type Raster, readRaster } from "./decode";
import { workingPixels } from "./options";

export interface DrawInput {
  job: Pick<ItemJob<unknown>, "name" | "prompt" | "limits">;
  model: ItemModel;
  /** Null where the prompt alone makes the page. */
  source: Raster | null;
  options: ColoringOptions;
}

/** What a model drew: text of an SVG, or pixels. */
export type DrawnByModel = { type: "vector"; svg: string } | { type: "picture"; raster: Raster };

const jpegQuality = 90;
/** A picture this much wider than high, or the other way round, gets a page of its own shape. */
const squarish = 1.15;

/** Asks a model for the page. Only the picture's pixels and the prompt are sent: no file, no name, no place or time. */
export async function draw(input: DrawInput, context: StageContext): Promise<DrawnByModel> {
  const { job, model } = input;
  const { span, signal } = context;
  tellAsked(model, span);
  try {
    const drawing = await model.draw(await requestOf(input), signal);
    tellAnswer(drawing, span);
    if (drawing.page.type === "vector") return { type: "vector", svg: drawing.page.svg };
    return { type: "picture", raster: await rasterOf(drawing.page.bytes, input, context) };
  } catch (thrown) {
    const error = asTracepressError(thrown);
    span.set("error.type", error.code);
    // What was wrong with the answer goes on with the item's name.
    if (error.code !== "unsupported_media" && error.code !== "too_large") throw error;
    throw new TracepressError("model_answer", `${model.title}'s picture for ${job.name} cannot be read.`, {
      cause: thrown,
    });
  }
}

async function requestOf({ job, source, options }: DrawInput): Promise<DrawRequest> {
  return {
    name: job.name,
    picture: source && (await sentPicture(source)),
    prompt: job.prompt,
    detail: options.detail,
    shape: source ? shapeOf(source) : shapeOfSheet(options),
  };
}

async function sentPicture({ rgb, width, height }: Raster): Promise<SentPicture> {
  const bytes = await sharp(rgb, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: jpegQuality })
    .toBuffer();
  return { bytes, mediaType: "image/jpeg", width, height };
}

function shapeOf({ width, height }: Raster): DrawRequest["shape"] {
  if (width > height * squarish) return "landscape";
  return height > width * squarish ? "portrait" : "square";
}

function shapeOfSheet({ page_size, orientation }: ColoringOptions): DrawRequest["shape"] {
  if (page_size === "square") return "square";
  return orientation === "landscape" ? "landscape" : "portrait";
}

function rasterOf(bytes: Uint8Array, { job, options }: DrawInput, { span }: StageContext): Promise<Raster> {
  return readRaster(Buffer.from(bytes), job, workingPixels[options.quality], span);
}

/** The GenAI conventions of OpenTelemetry (gen-ai-spans); the span is called after its stage. */
function tellAsked(model: ItemModel, span: StageContext["span"]): void {
  span.set("gen_ai.operation.name", model.operation);
  span.set("gen_ai.provider.name", model.provider);
  span.set("gen_ai.request.model", model.modelId);
  span.set("gen_ai.output.type", model.answers === "vector" ? "text" : "image");
  if (model.maxTokens !== null) span.set("gen_ai.request.max_tokens", model.maxTokens);
  span.set("server.address", model.address.hostname);
  if (model.address.port !== "") span.set("server.port", Number(model.address.port));
}

function tellAnswer({ facts, usage, waitedMs }: Drawing, span: StageContext["span"]): void {
  span.set("gen_ai.response.model", facts.modelId);
  span.set("gen_ai.response.finish_reasons", [facts.finishReason]);
  if (facts.id !== null) span.set("gen_ai.response.id", facts.id);
  span.set("model.waited_ms", waitedMs);
  if (usage === null) return;
  span.set("gen_ai.usage.input_tokens", usage.input_tokens);
  span.set("gen_ai.usage.output_tokens", usage.output_tokens);
  span.set("model.pictures", usage.pictures);
  span.set("model.cost_usd", usage.cost ?? "unknown");
}

import sharp, { type Sharp } from "sharp";
import { type ColoringOptions, coloringOptionsSchema } from "@/lib/contracts/coloring";
import type { Drawn } from "@/lib/contracts/status";
import { coloringWork } from "@/lib/pipelines/coloring/work";
import type { ArtifactDraft, AttributeValue, ItemModel, StageContext, StageFiles } from "@/lib/pipelines/pipeline";
import { stageRunner } from "@/lib/pipelines/run";
import { MemoryFiles } from "../../support/memory-files";

export type Attributes = Record<string, AttributeValue>;

/** A context for calling one stage by itself. */
export function stageContext(files: StageFiles = new MemoryFiles()): StageContext & { attributes: Attributes } {
  const attributes: Attributes = {};
  const span = {
    set(name: string, value: AttributeValue) {
      attributes[name] = value;
    },
    event() {},
  };
  return { signal: new AbortController().signal, span, keep() {}, files, attributes };
}

export interface Pressed {
  artifacts: ArtifactDraft[];
  attributes: Record<string, Attributes>;
  stages: string[];
  drawn: Drawn | null;
  bytesOf(name: string): Promise<Buffer>;
}

export interface PressInput {
  options?: Partial<ColoringOptions>;
  prompt?: string;
  name?: string;
  maxPixels?: number;
  files?: MemoryFiles;
  model?: ItemModel;
}

export const optionsWith = (options: Partial<ColoringOptions> = {}): ColoringOptions =>
  coloringOptionsSchema.parse(options);

/** Runs the whole item path on one picture, or a prompt alone, as the worker does. */
export async function press(picture: Buffer | null, input: PressInput = {}): Promise<Pressed> {
  const files = input.files ?? new MemoryFiles();
  const attributes: Record<string, Attributes> = {};
  const stages: string[] = [];
  const kept = new Map<string, ArtifactDraft>();
  const observer = {
    kept(draft: ArtifactDraft) {
      kept.set(draft.name, draft);
    },
    stageStarted(stage: string) {
      stages.push(stage);
    },
    openSpan(stage: string) {
      const { span, attributes: own } = stageContext(files);
      attributes[stage] = own;
      return { ...span, end() {} };
    },
  };
  const key = picture === null ? "" : (await files.write(picture)).key;
  const job = {
    index: 0,
    name: input.name ?? "picture.png",
    slug: "001-picture",
    prompt: input.prompt ?? "",
    model: input.model,
    source: key,
    options: optionsWith(input.options),
    attempt: 1,
    limits: { maxPixels: input.maxPixels ?? 100_000_000 },
  };
  const pressed = await coloringWork.runItem(job, stageRunner(observer, files, new AbortController().signal));
  const artifacts = [...pressed.artifacts, ...kept.values()];
  const bytesOf = async (name: string) => {
    const found = artifacts.find((artifact) => artifact.name === name);
    if (!found) throw new Error(`no artifact ${name}`);
    return files.read(found.blob.key);
  };
  return { artifacts, attributes, stages, drawn: pressed.drawn ?? null, bytesOf };
}

/** A picture from an SVG's inside, `width` × `height` pixels. */
export const draw = (width: number, height: number, inside: string): Sharp =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${inside}</svg>`,
    ),
  );

/** A red disc and a blue square on a light ground: two shapes nobody can miss. */
export const shapes = (width = 240, height = 180): Sharp =>
  draw(
    width,
    height,
    `<rect width="100%" height="100%" fill="#dfe8d0"/><circle cx="30%" cy="50%" r="40" fill="#c22"/><rect x="60%" y="30%" width="60" height="70" fill="#24a"/>`,
  );

import { type IntakeRooms, namelessFile, resolveSource, type Source } from "@/lib/batch/intake";
import type { DeckWork } from "@/lib/contracts/deck";
import type { Preview, PreviewRequest } from "@/lib/contracts/preview";
import { TracepressError, thrownAgain } from "@/lib/errors";
import type { BlobStore } from "@/lib/files/blobs";
import { slugFor } from "@/lib/files/names";
import type { ArtifactDraft, ItemJob } from "@/lib/pipelines/pipeline";
import { pipelineFor } from "@/lib/pipelines/registry";
import type { Previews } from "./previews";

export interface PreviewRooms extends IntakeRooms {
  previews: Previews;
  maxPixels: number;
}

/**
 * Draws one item as its batch would, and keeps nothing of it: no row names its files, so the next sweep takes them.
 * @throws TracepressError what the item itself would fail with; `invalid_request` for a file that is not on this
 * server; `too_large` for a slide that cannot be drawn here; `rate_limited`, `timeout`, `aborted`.
 */
export async function drawPreview(rooms: PreviewRooms, request: PreviewRequest, signal: AbortSignal): Promise<Preview> {
  const began = performance.now();
  const source = await sourceOf(rooms, request, request.file, "file");
  const asked = await jobOf(rooms, source, request);
  const job = { ...asked, limits: { maxPixels: rooms.maxPixels } };
  const result = await rooms.previews.draw(request.kind, job, signal);
  if (result.type === "failed") throw thrownAgain(result.error);
  return {
    name: source.name,
    picture: await dataUrl(rooms.blobs, pictureOf(result.artifacts, source.name)),
    counts: result.counts,
    duration_ms: Math.round(performance.now() - began),
  };
}

async function sourceOf(
  rooms: PreviewRooms,
  { kind }: PreviewRequest,
  file: string,
  path: "file" | "first",
): Promise<Source> {
  const place = { what: path === "file" ? "The file" : "The first file", path, nameless: namelessFile(kind, 0) };
  const source = await resolveSource(rooms, file, place, new Map());
  if (source.url === null) return source;
  const message = "A preview is drawn from an upload or a data: URL; addresses are fetched when the batch runs.";
  throw new TracepressError("invalid_request", message, { fields: [{ path, message }] });
}

type Asked = Omit<ItemJob<unknown>, "limits">;

async function jobOf(rooms: PreviewRooms, { name, key }: Source, request: PreviewRequest): Promise<Asked> {
  const about = { index: 0, name, slug: slugFor(0, name), source: key, attempt: 1 };
  if (request.kind === "coloring") {
    // The page's lines are the same in every format; as an SVG it is there soonest, and sharp at any size.
    return { ...about, prompt: request.prompt, options: { ...request.options, formats: ["svg"], enable_debug: false } };
  }
  const { options, preprocessing_preset } = request;
  const work: DeckWork = { ...options, enable_debug: false, preprocessing_preset, generate_previews: true };
  return { ...about, prompt: "", options: await heedingFirst(rooms, request, work) };
}

type DeckPreview = Extract<PreviewRequest, { kind: "deck" }>;

/** With the slide's size taken from the deck's first file, where that was asked for. */
async function heedingFirst(rooms: PreviewRooms, request: DeckPreview, work: DeckWork): Promise<unknown> {
  const { heedFirst } = pipelineFor("deck");
  if (!heedFirst?.asked(work)) return work;
  const { first } = request;
  const { name, key } = await sourceOf(rooms, request, first ?? request.file, first ? "first" : "file");
  return heedFirst.options(work, { name, source: key }, rooms.blobs);
}

function pictureOf(artifacts: readonly ArtifactDraft[], name: string): ArtifactDraft {
  const picture = artifacts.find(({ role, media_type }) => role === "output" && media_type.startsWith("image/"));
  if (picture) return picture;
  throw new TracepressError(
    "too_large",
    `${name} has more in it than a preview can draw. The batch makes its slide all the same.`,
  );
}

const dataUrl = async (blobs: BlobStore, { media_type, blob }: ArtifactDraft): Promise<string> =>
  `data:${media_type};base64,${(await blobs.read(blob.key)).toString("base64")}`;

import sharp from "sharp";
import { coloringOptionsSchema } from "@/lib/contracts/coloring";
import { type DeckWork, deckOptionsSchema } from "@/lib/contracts/deck";
import type { BatchKind } from "@/lib/contracts/status";
import { thrownAgain } from "@/lib/errors";
import type { BlobStore } from "@/lib/files/blobs";
import { slugFor } from "@/lib/files/names";
import type { Previews } from "./previews";

const size = { width: 64, height: 48, channels: 3 } as const;

interface Small {
  name: string;
  bytes(): Promise<Buffer>;
  options: unknown;
}

const deckWork = (): DeckWork => ({
  ...deckOptionsSchema.parse({ enable_debug: false }),
  preprocessing_preset: "default",
  generate_previews: true,
});

const smallOnes: Record<BatchKind, () => Small> = {
  coloring: () => ({
    name: "warm-up.png",
    bytes: smallPicture,
    options: coloringOptionsSchema.parse({ formats: ["svg"], enable_debug: false }),
  }),
  deck: () => ({ name: "warm-up.svg", bytes: async () => Buffer.from(smallSvg), options: deckWork() }),
};

/**
 * Draws a small page or slide for nobody, unless the previews' thread has drawn one lately: the first of a kind after a
 * pause takes some two seconds otherwise, until the thread is there and its code compiled. The next sweep takes the file.
 * @throws TracepressError what a preview fails with.
 */
export async function warmUp(
  kind: BatchKind,
  previews: Previews,
  blobs: BlobStore,
  signal: AbortSignal,
): Promise<void> {
  if (!previews.isCold(kind)) return;
  const { name, bytes, options } = smallOnes[kind]();
  const { key } = await blobs.write(await bytes());
  const limits = { maxPixels: size.width * size.height };
  const job = { index: 0, name, slug: slugFor(0, name), source: key, attempt: 1, prompt: "", options, limits };
  const result = await previews.draw(kind, job, signal);
  if (result.type === "failed") throw thrownAgain(result.error);
}

/** Soft spots of many colours: it takes the way of a photo. */
function smallPicture(): Promise<Buffer> {
  const wave = (i: number) => {
    const [x, y, channel] = [Math.floor(i / 3) % size.width, Math.floor(i / 3 / size.width), i % 3];
    return 128 + 100 * Math.sin(x / 5 + channel) * Math.cos(y / (4 + channel));
  };
  const samples = Uint8Array.from({ length: size.width * size.height * size.channels }, (_, i) => wave(i));
  return sharp(samples, { raw: size }).png().toBuffer();
}

/** Something of each that most drawings consist of: style, text, a path, a gradient, a group that is clipped. */
const smallSvg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 48">
  <style>.ink { stroke: #246; stroke-width: 2 }</style>
  <defs>
    <linearGradient id="sky"><stop stop-color="#9cf"/><stop offset="1" stop-color="#fff"/></linearGradient>
    <clipPath id="frame"><circle cx="40" cy="24" r="16"/></clipPath>
  </defs>
  <rect width="64" height="48" fill="url(#sky)"/>
  <g clip-path="url(#frame)" transform="rotate(5)"><path class="ink" fill="#fc6" d="M24 40 C30 10 50 10 56 40 Z"/></g>
  <text x="4" y="12" font-family="sans-serif" font-size="8">Aa</text>
</svg>`;

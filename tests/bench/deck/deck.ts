import { deckOptionsSchema } from "@/lib/contracts/deck";
import { convertDeck } from "@/lib/pipelines/deck/convert";
import type { FontBook } from "@/lib/pipelines/deck/fonts";
import type { Mapped } from "@/lib/pipelines/deck/slide";
import type { Sample } from "./samples";

/** How many painted elements of a slide became what; `lost` are those not drawn though they could be seen. */
export interface Tiers {
  native: number;
  picture: number;
  raster: number;
  lost: number;
}

/** What became of each sample: its place in the deck, or why it has none. */
export interface Converted {
  slide: number | null;
  failure: string;
  tiers: Tiers;
  /** Reason code → elements that have it, of those that are not native. */
  reasons: Record<string, number>;
}

/** Reasons for which nothing is to be seen of an element: it does not count as painted. */
const unseen = new Set([
  "outside_slide",
  "clipped_away",
  "clip_broken",
  "mask_broken",
  "filter_broken",
  "not_painted",
  "empty_geometry",
  "empty_text",
  "no_geometry",
  "paints_nothing",
  "display_none",
  "not_visible",
  "filter_draws_nothing",
  "mask_hides_all",
  "fully_transparent",
  "transform_flattens",
  "viewport_empty",
  "switch_empty",
]);

/** Makes one deck of the samples, with default options. @param output path of the deck. */
export async function makeDeck(samples: readonly Sample[], output: string, fonts: FontBook): Promise<Converted[]> {
  const seen = new Map<number, Pick<Converted, "tiers" | "reasons">>();
  const { failures } = await convertDeck(samples, deckOptionsSchema.parse({}), output, {
    fonts,
    onSlide: ({ mapped }, index) => void seen.set(index, { tiers: tiersOf(mapped), reasons: reasonsOf(mapped) }),
  });
  let slides = 0;
  return failures.map((failure, index) => ({
    slide: failure ? null : slides++,
    failure: failure?.message ?? "",
    ...(seen.get(index) ?? { tiers: tiersOf([]), reasons: {} }),
  }));
}

const isPainted = (row: Mapped) => row.output_format !== "none" || !row.reasons.some((reason) => unseen.has(reason));

function tiersOf(rows: readonly Mapped[]): Tiers {
  const painted = rows.filter(isPainted);
  const count = (format: Mapped["output_format"]) => painted.filter((row) => row.output_format === format).length;
  return { native: count("native"), picture: count("picture"), raster: count("raster"), lost: count("none") };
}

function reasonsOf(rows: readonly Mapped[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const row of rows.filter((one) => isPainted(one) && one.output_format !== "native")) {
    for (const reason of row.reasons) counts[reason] = (counts[reason] ?? 0) + 1;
  }
  return counts;
}

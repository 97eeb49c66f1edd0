import type { DeckSummary, SlideSummary, SlideTrace } from "@/lib/contracts/deck-trace";
import { mostFirst, named, shareOf } from "./summary";

type Slow = DeckSummary["slowest_elements"][number];
type Media = DeckSummary["largest_media"][number];

/** Adds up a deck page by page; of any number of pages it keeps a few rows. */
export class DeckTally {
  private slides = 0;
  private failed = 0;
  private painted = { native: 0, picture: 0, raster: 0, none: 0 };
  private readonly times = { parse: 0, preprocess: 0, analyze: 0, policy: 0, map: 0, embed: 0 };
  private readonly reasons = new Map<string, number>();
  /** Why elements are not native, with how many and the first page that has one. */
  private readonly leaving = new Map<string, { count: number; page_number: number }>();
  private slowest: Slow[] = [];
  private largest: Media[] = [];

  add({ page_number, pipeline_trace }: SlideTrace): void {
    const { parse_result, preprocess_result, analysis_result, policy_time_ms, mapper_time_ms, embedder_result } =
      pipeline_trace;
    if (parse_result.success) this.slides++;
    else this.failed++;
    this.times.parse += parse_result.parsing_time_ms;
    this.times.preprocess += preprocess_result?.preprocessing_time_ms ?? 0;
    this.times.analyze += analysis_result?.analysis_time_ms ?? 0;
    this.times.policy += policy_time_ms ?? 0;
    this.times.map += mapper_time_ms ?? 0;
    this.times.embed += embedder_result?.processing_time_ms ?? 0;
    this.addSummary(page_number, pipeline_trace.summary);
  }

  summary(): DeckSummary {
    const { native, picture, raster, none } = this.painted;
    return {
      slides: this.slides,
      failed_slides: this.failed,
      painted_elements: native + picture + raster + none,
      native_elements: native,
      picture_elements: picture,
      raster_elements: raster,
      not_drawn_elements: none,
      native_share: shareOf(native, native + picture + raster),
      stage_times_ms: { ...this.times },
      top_reasons: mostFirst(this.reasons).slice(0, named),
      left_native_reasons: mostFirst(new Map([...this.leaving].map(([code, { count }]) => [code, count])))
        .slice(0, named)
        .map((reason) => ({ ...reason, page_number: this.leaving.get(reason.code)?.page_number ?? 1 })),
      slowest_elements: [...this.slowest],
      largest_media: [...this.largest],
    };
  }

  private addReasons(page_number: number, { top_reasons, left_native_reasons }: SlideSummary): void {
    for (const { code, count } of top_reasons) this.reasons.set(code, (this.reasons.get(code) ?? 0) + count);
    for (const { code, count } of left_native_reasons) {
      const known = this.leaving.get(code);
      if (known === undefined) this.leaving.set(code, { count, page_number });
      else known.count += count;
    }
  }

  private addSummary(page_number: number, summary: SlideTrace["pipeline_trace"]["summary"]): void {
    if (summary === null) return;
    this.painted.native += summary.native_elements;
    this.painted.picture += summary.picture_elements;
    this.painted.raster += summary.raster_elements;
    this.painted.none += summary.not_drawn_elements;
    this.addReasons(page_number, summary);
    const slow = summary.slowest_elements.map((row) => ({ ...row, page_number }));
    this.slowest = [...this.slowest, ...slow]
      .sort((one, other) => other.processing_time_ms - one.processing_time_ms)
      .slice(0, named);
    const known = new Set(this.largest.map(({ sha256 }) => sha256));
    const media = summary.largest_media
      .filter(({ sha256 }) => !known.has(sha256))
      .map((row) => ({ ...row, page_number }));
    this.largest = [...this.largest, ...media].sort((one, other) => other.bytes - one.bytes).slice(0, named);
  }
}

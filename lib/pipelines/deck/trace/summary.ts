import type { MapperRow, SlideSummary, TraceCounts } from "@/lib/contracts/deck-trace";
import type { MediaFile } from "../embed/relations";
import { sentenceOf } from "../policy";

/** How many elements and media a summary names, and how many reasons that of a whole deck. */
export const named = 10;

const mediaTypes: Record<string, string> = {
  png: "image/png",
  jpeg: "image/jpeg",
  gif: "image/gif",
  svg: "image/svg+xml",
};

/** The figures of one slide, of its rows and media. */
export function summaryOf(rows: readonly MapperRow[], media: readonly MediaFile[]): SlideSummary {
  const elements = rows.filter(({ role }) => role === "element");
  return {
    ...countsOf(elements),
    top_reasons: mostFirst(reasonCounts(rows)),
    left_native_reasons: mostFirst(reasonCounts(elements.filter(leftNative))),
    slowest_elements: rows
      .filter(({ role }) => role !== "note")
      .sort((one, other) => other.processing_time_ms - one.processing_time_ms)
      .slice(0, named)
      .map(({ element_id, element_type, source_line, processing_time_ms }) => {
        return { element_id, element_type, source_line, processing_time_ms };
      }),
    largest_media: media
      .map(({ sha256, extension, bytes }) => ({ sha256, media_type: mediaTypes[extension], bytes: bytes.length }))
      .sort((one, other) => other.bytes - one.bytes)
      .slice(0, named),
  };
}

function countsOf(elements: readonly MapperRow[]): TraceCounts {
  const of = (format: MapperRow["output_format"]) =>
    elements.filter(({ output_format }) => output_format === format).length;
  const [native, picture, raster, none] = [of("native"), of("picture"), of("raster"), of("none")];
  return {
    painted_elements: elements.length,
    native_elements: native,
    picture_elements: picture,
    raster_elements: raster,
    not_drawn_elements: none,
    native_share: shareOf(native, native + picture + raster),
  };
}

const leftNative = ({ output_format }: MapperRow) => output_format === "picture" || output_format === "raster";

/** Null of nothing. */
export function shareOf(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

/** How many rows have each reason. */
function reasonCounts(rows: readonly MapperRow[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { reasons } of rows) for (const code of reasons) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}

/** The most frequent first, those of the same number in order of their codes. */
export function mostFirst(counts: ReadonlyMap<string, number>): SlideSummary["top_reasons"] {
  return [...counts]
    .sort(([code, count], [other, otherCount]) => otherCount - count || (code < other ? -1 : 1))
    .map(([code, count]) => ({ code, text: sentenceOf(code), count }));
}

import type { SlideTrace } from "@/lib/contracts/deck-trace";
import type { ErrorCode } from "@/lib/errors";
import { TracepressError } from "@/lib/errors";
import { traceFailure } from ".";

/** The page of an item that failed. @param parsingMs for which its file was read; 0 where it did not come so far. */
export function failedSlide(
  item: { index: number; name: string; attempts: number; error: { code: string; message: string } | null },
  parsingMs: number,
): SlideTrace {
  const { index, name, attempts, error } = item;
  const page = { page_number: index + 1, source_file: name, attempts };
  const failure = new TracepressError((error?.code ?? "internal") as ErrorCode, error?.message ?? "");
  return traceFailure(failure, page, parsingMs);
}

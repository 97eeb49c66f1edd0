import type { SlideTrace } from "@/lib/contracts/deck-trace";
import type { ErrorCode } from "@/lib/errors";
import { TracepressError } from "@/lib/errors";
import { traceFailure } from ".";

/** The page of an item that failed; how long its reading took is in its spans. */
export function failedSlide(item: {
  index: number;
  name: string;
  attempts: number;
  error: { code: string; message: string } | null;
}): SlideTrace {
  const { index, name, attempts, error } = item;
  const page = { page_number: index + 1, source_file: name, attempts };
  return traceFailure(new TracepressError((error?.code ?? "internal") as ErrorCode, error?.message ?? ""), page, 0);
}

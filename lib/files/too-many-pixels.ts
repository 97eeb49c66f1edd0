import { config } from "@/lib/config";
import { TracepressError } from "@/lib/errors";

/** That a picture has more pixels than are taken. @param what names it. */
export function tooManyPixels(what: string, { width, height }: { width: number; height: number }): TracepressError {
  const limit = Math.floor(config().maxPixels / 1_000_000);
  return new TracepressError(
    "too_large",
    `${what} has ${width} × ${height} pixels; at most ${limit} megapixels are taken. Make it smaller and send it again.`,
  );
}

import type { Rect } from "../scene";
import type { SlidePicture } from "../slide";

/** What is to be cut off a picture of `all` so that `seen` is left. */
export function cropOf(all: Rect, seen: Rect): NonNullable<SlidePicture["crop"]> {
  const share = (length: number, of: number) => Math.min(1, Math.max(0, length / of));
  return {
    left: share(seen.x - all.x, all.width),
    top: share(seen.y - all.y, all.height),
    right: share(all.x + all.width - seen.x - seen.width, all.width),
    bottom: share(all.y + all.height - seen.y - seen.height, all.height),
  };
}

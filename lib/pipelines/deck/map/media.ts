import type { SlideMedia } from "../slide";

/** Pictures of one slide, in the order they came; the same bytes object stands once. */
export class MediaList {
  readonly all: SlideMedia[] = [];
  /** Bytes of all pictures so far. */
  size = 0;
  private readonly known = new Map<Uint8Array, number>();

  /** @returns its index. */
  add(media: SlideMedia): number {
    const before = this.known.get(media.bytes);
    if (before !== undefined) return before;
    this.size += media.bytes.length;
    this.all.push(media);
    this.known.set(media.bytes, this.all.length - 1);
    return this.all.length - 1;
  }
}

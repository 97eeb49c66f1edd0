import type { FontBook } from "./fonts";
import type { SlideSize } from "./page";
import { parseSvg } from "./parse";
import { decodeSvg } from "./parse/encoding";
import { markupEnd } from "./parse/survey";

const opening = /<(?:[\w.-]+:)?svg\b/;

/** Size of an SVG's outermost viewport in user units, by its first tag alone; null when that cannot be read. */
export function viewportOf(bytes: Uint8Array, name: string, fonts: FontBook): SlideSize | null {
  try {
    const text = decodeSvg(bytes, name);
    const start = text.search(opening);
    if (start === -1) return null;
    const tag = text.slice(start, markupEnd(text, start));
    if (!tag.endsWith(">")) return null;
    const alone = tag.endsWith("/>") ? tag : `${tag.slice(0, -1)}/>`;
    const { width, height } = parseSvg(Buffer.from(alone), { name, fonts }).scene;
    return { width, height };
  } catch {
    // The item itself is read later, and then says where it is broken.
    return null;
  }
}

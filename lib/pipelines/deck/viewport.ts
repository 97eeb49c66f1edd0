import type { FontBook } from "./fonts";
import type { SlideSize } from "./page";
import { parseSvg } from "./parse";
import { decodeSvg } from "./parse/encoding";

const startTag = /<(?:[\w.-]+:)?svg\b(?:[^>"']|"[^"]*"|'[^']*')*>/;

/** Size of an SVG's outermost viewport in user units, by its first tag alone; null when that cannot be read. */
export function viewportOf(bytes: Uint8Array, name: string, fonts: FontBook): SlideSize | null {
  try {
    const tag = startTag.exec(decodeSvg(bytes, name))?.[0];
    if (tag === undefined) return null;
    const alone = tag.endsWith("/>") ? tag : `${tag.slice(0, -1)}/>`;
    const { width, height } = parseSvg(Buffer.from(alone), { name, fonts }).scene;
    return { width, height };
  } catch {
    // The item itself is read later, and then says where it is broken.
    return null;
  }
}

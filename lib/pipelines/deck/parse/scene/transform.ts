import { identity } from "../../matrix";
import type { Matrix, Rect } from "../../scene";
import type { SvgElement } from "../element";
import { readQuantity } from "../length";
import { readTransformList } from "../transform-list";
import { about } from "../viewport";
import type { Context } from "./context";

const sides: Record<string, number> = { left: 0, top: 0, center: 50, right: 100, bottom: 100 };

/**
 * `transform` about `transform-origin` (CSS Transforms 1). A broken list is as if it were not there.
 * @param box of the element, for `transform-box: fill-box`; only asked for when it counts.
 */
export function transformOf(element: SvgElement, ctx: Context, box: () => Rect | null): Matrix {
  const text = ctx.style(element, "transform");
  if (text === "none" || text === "") return identity;
  // The outermost svg is a box of CSS: it turns about its middle.
  const isOutermost = element.parent === null;
  const ofBox =
    isOutermost || /^(?:fill-box|content-box|stroke-box|border-box)$/.test(ctx.style(element, "transform-box"));
  const reference = () => (ofBox && !isOutermost ? box() : { x: 0, y: 0, ...ctx.viewport(element) });
  const matrix = readTransformList(text, (text.includes("%") && reference()) || undefined);
  if (matrix === null) {
    ctx.note(element, "transform_unreadable", text.slice(0, 80));
    return identity;
  }
  const origin = ctx.style(element, "transform-origin");
  if (origin === "" && !ofBox) return matrix;
  const base = reference();
  if (base === null) return matrix;
  const [x, y] = originPoint(origin === "" ? "50% 50%" : origin, base, element, ctx);
  return about(matrix, x, y);
}

function originPoint(text: string, base: Rect, element: SvgElement, ctx: Context): [number, number] {
  const words = text
    .trim()
    .toLowerCase()
    .split(/[\s,]+/);
  const swapped = /^(?:top|bottom)$/.test(words[0]) || /^(?:left|right)$/.test(words[1] ?? "");
  const [first = "center", second = "center"] = swapped ? [words[1], words[0]] : words;
  return [along(first, base.x, base.width), along(second, base.y, base.height)];

  function along(word: string, start: number, size: number): number {
    const share = word in sides ? sides[word] : shareOf(word);
    return start + (share === null ? ctx.length(element, word, "other", 0) : (share / 100) * size);
  }
}

function shareOf(word: string): number | null {
  const read = readQuantity(word);
  return read?.unit === "%" ? read.value : null;
}

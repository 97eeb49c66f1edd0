import type { DraftElement } from "../draft";
import type { SvgElement } from "../element";
import { contentOf } from "../html/inline";
import { type Line, LineMaker } from "../html/lines";
import type { Context } from "../scene/context";
import { standIn } from "../stand-in";
import { Spans } from "../text/spans";
import { type Area, areaOf } from "./area";

/**
 * A text that asks for its lines to be broken (SVG 2, 11.7; Inkscape's `flowRoot`), as one whose lines are broken and
 * placed; null for any other.
 * @throws TracepressError from `Context.spend`.
 */
export function flowed(text: SvgElement, ctx: Context): SvgElement | null {
  const area = areaOf(text, ctx);
  if (area === null) return null;
  const maker = new LineMaker(new Spans(text, ctx), ctx);
  const lines = paragraphsOf(text).flatMap((block) => {
    const characters = contentOf(block, ctx).flow.flatMap((one) => (one.kind === "text" ? one.characters : []));
    return maker.linesOf(block, characters, area.width);
  });
  ctx.note(text, "text_flowed");
  const drawn = standIn("text", { from: text, source: text }, {}, spanStyle(text, ctx));
  let top = area.onBaseline ? area.y - (lines[0]?.above ?? 0) : area.y;
  for (const line of lines) {
    drawn.children.push(...spansOf(line, top + line.above, area, { source: text, ctx }));
    top += line.above + line.below;
  }
  return drawn;
}

/** What a span has from the text around it, said again for those who see the stand-in alone. */
const handedDown =
  "fill fill-opacity stroke stroke-opacity stroke-width stroke-dasharray paint-order font-family font-style font-weight font-stretch font-size letter-spacing".split(
    " ",
  );

function spanStyle(span: SvgElement, ctx: Context): Record<string, string> {
  const said = handedDown.map((name) => [name, ctx.style(span, name)] as const).filter(([, value]) => value !== "");
  return { ...Object.fromEntries(said), "white-space": "pre", "text-transform": "none" };
}

/** The elements of a text that begin on lines of their own; a plain text is one of them itself, as is a `flowDiv` without any. */
function paragraphsOf(text: SvgElement): SvgElement[] {
  const inner = text.children.flatMap((child) => {
    if (typeof child === "string") return [];
    if (child.tag === "flowPara" || child.tag === "flowLine") return [child];
    return child.tag === "flowDiv" ? paragraphsOf(child) : [];
  });
  return inner.length === 0 && text.tag !== "flowRoot" ? [text] : inner;
}

const anchors = { 0: "start", 0.5: "middle", 1: "end" } as const;

interface Flowing {
  source: SvgElement;
  ctx: Context;
}

/** The parts of a line by the elements they are of; the first says where the line stands. */
function spansOf({ characters }: Line, y: number, area: Area, { source, ctx }: Flowing): DraftElement[] {
  const { x, width, share } = area;
  const spans: DraftElement[] = [];
  let of: SvgElement | null = null;
  for (const { text, span } of characters) {
    if (span !== of) {
      const place: Record<string, number> = spans.length === 0 ? { x: x + share * width, y } : {};
      const declared = { ...spanStyle(span, ctx), "text-anchor": anchors[share] };
      spans.push(standIn("tspan", { from: span, source }, place, declared));
    }
    of = span;
    const { children } = spans[spans.length - 1];
    children[0] = `${children[0] ?? ""}${text}`;
  }
  return spans;
}

import type { DraftElement } from "../draft";
import type { SvgElement } from "../element";
import type { Context } from "../scene/context";
import { standIn } from "../stand-in";
import { drawnPicture } from "./drawn-picture";
import { pictureAt } from "./inline-picture";
import { type Part, type PlacedBox, type PlacedLine, startOf } from "./laid";
import { backgroundOf, borderOf, decorationOf, inkOf, opacityWithin } from "./paint";

/** Boxes and pictures that are seen, and one `text` with all lines; from back to front. @param holder the `foreignObject`. */
export function drawn(holder: SvgElement, parts: readonly Part[], ctx: Context): SvgElement[] {
  const under = parts.flatMap((part) => {
    if (part.kind === "box") return boxOf(holder, part, ctx);
    return part.kind === "line" ? marksOf(holder, part, ctx) : [drawnPicture(holder, part, ctx)];
  });
  const lines = parts.filter((part): part is PlacedLine => part.kind === "line" && hasLetters(part, ctx));
  return lines.length === 0 ? under : [...under, textOf(holder, lines, ctx)];
}

const hasLetters = ({ line }: PlacedLine, ctx: Context): boolean =>
  line.characters.some((character) => pictureAt(character, ctx) === null);

/** A background and a border of one width on all sides. */
function boxOf(source: SvgElement, { element, x, y, width, height }: PlacedBox, ctx: Context): SvgElement[] {
  const fill = backgroundOf(element, ctx);
  const border = borderOf(element, ctx);
  const line = border?.width ?? 0;
  if ((fill === null && border === null) || width <= line || height <= line) return [];
  const area = { x: x + line / 2, y: y + line / 2, width: width - line, height: height - line };
  const rx = ctx.length(element, ctx.style(element, "border-radius").trim().split(/\s+/)[0], "x", 0);
  const opacity = String(opacityWithin(element, ctx));
  const edge = { stroke: border?.colour ?? "none", "stroke-width": String(line), "stroke-opacity": opacity };
  const declared = { fill: fill ?? "none", "fill-opacity": opacity, ...edge };
  return [standIn("rect", { from: element, source }, rx > 0 ? { ...area, rx } : area, declared)];
}

interface Mark {
  element: SvgElement;
  x: number;
  width: number;
}

/** Backgrounds behind parts of a line, such as a marked word. */
function marksOf(source: SvgElement, placed: PlacedLine, ctx: Context): SvgElement[] {
  const { block, line, y } = placed;
  const marks: Mark[] = [];
  let at = startOf(placed);
  let before: SvgElement | null = null;
  line.characters.forEach(({ span }, index) => {
    const element = markOf(span, block, ctx);
    if (element !== null && element === before) marks[marks.length - 1].width += line.advances[index];
    else if (element !== null) marks.push({ element, x: at, width: line.advances[index] });
    before = element;
    at += line.advances[index];
  });
  const [top, height] = [y - line.above, line.above + line.below];
  return marks.map(({ element, x, width }) => {
    const fill = backgroundOf(element, ctx) ?? "none";
    const declared = { fill, "fill-opacity": String(opacityWithin(element, ctx)) };
    return standIn("rect", { from: element, source }, { x, y: top, width, height }, declared);
  });
}

/** The nearest element within the block that has a background. */
function markOf(span: SvgElement, block: SvgElement, ctx: Context): SvgElement | null {
  for (let at: SvgElement | null = span; at !== null && at !== block; at = at.parent) {
    if (backgroundOf(at, ctx) !== null) return at;
  }
  return null;
}

/** All lines as one text, so that it is one thing in the trace. */
function textOf(source: SvgElement, lines: readonly PlacedLine[], ctx: Context): DraftElement {
  const declared = { "writing-mode": "horizontal-tb", direction: directionOf(lines[0], ctx) };
  const text = standIn("text", { from: source, source }, {}, declared);
  for (const placed of lines) text.children.push(...spansOf(source, placed, ctx));
  return text;
}

const directionOf = ({ block }: PlacedLine, ctx: Context): "ltr" | "rtl" =>
  ctx.style(block, "direction").trim() === "rtl" ? "rtl" : "ltr";

const anchors = { ltr: { 0: "start", 0.5: "middle", 1: "end" }, rtl: { 0: "end", 0.5: "middle", 1: "start" } } as const;

/** The parts of a line by the elements they are of; the first, and the first after a picture, says where it stands. */
function spansOf(source: SvgElement, placed: PlacedLine, ctx: Context): DraftElement[] {
  const { line, y, share } = placed;
  const anchor = anchors[directionOf(placed, ctx)][share];
  return stretchesOf(placed, ctx).flatMap(({ from, to, start, width }) => {
    const spans: DraftElement[] = [];
    let of: SvgElement | null = null;
    for (const { text, span } of line.characters.slice(from, to)) {
      if (span !== of) {
        const place: Record<string, number> = spans.length === 0 ? { x: start + share * width, y } : {};
        spans.push(standIn("tspan", { from: span, source }, place, { ...spanStyle(span, ctx), "text-anchor": anchor }));
      }
      of = span;
      const { children } = spans[spans.length - 1];
      children[0] = `${children[0] ?? ""}${text}`;
    }
    return spans;
  });
}

/** Letters of a line between its pictures: their indices, where they start and how wide they are. */
function stretchesOf(placed: PlacedLine, ctx: Context) {
  const { characters, advances } = placed.line;
  const stretches = [{ from: 0, to: 0, start: startOf(placed), width: 0 }];
  characters.forEach((character, index) => {
    const last = stretches[stretches.length - 1];
    if (pictureAt(character, ctx) === null) {
      last.to = index + 1;
      last.width += advances[index];
    } else {
      const start = last.start + last.width + advances[index];
      stretches.push({ from: index + 1, to: index + 1, start, width: 0 });
    }
  });
  return stretches;
}

/** What its font is comes from the element around it; said again for those who see the stand-in alone. */
const fonts = ["font-family", "font-style", "font-weight", "font-stretch", "font-size", "letter-spacing"];

function spanStyle(span: SvgElement, ctx: Context): Record<string, string> {
  const said = fonts.map((name) => [name, ctx.style(span, name)] as const).filter(([, value]) => value !== "");
  return {
    ...Object.fromEntries(said),
    fill: inkOf(span, ctx),
    "fill-opacity": String(opacityWithin(span, ctx)),
    "dominant-baseline": "auto",
    "white-space": "pre",
    "text-transform": "none",
    "text-decoration-line": decorationOf(span, ctx),
  };
}

import { escaped, number } from "../map/svg/numbers";
import type { Placing, SlideParagraph, SlideRun, SlideText } from "../slide";
import type { Defs } from "./defs";
import { type Box, boxOf, degrees, pixels } from "./lengths";
import { lineText } from "./line";
import { paintText } from "./paint";

/** Of a line, in sizes of its largest letters: from its baseline to its end, and from its top to the next line's. */
const belowBaseline = 0.21;
const spacing = 1.2;
/** Letters above or below the baseline are drawn smaller, as PowerPoint does; so are small capitals. */
const raisedSize = 2 / 3;
const smallCapital = 0.8;

const anchors = { left: "start", centre: "middle", right: "end" } as const;

/** A shape's text in its place. It turns with the shape but is never mirrored; lines break only at paragraphs. */
export function textXml(text: SlideText, placing: Placing, defs: Defs): string {
  const box = boxOf(placing);
  const [middleX, middleY] = [box.x + box.width / 2, box.y + box.height / 2];
  const turn = degrees(placing.turn) + (placing.flipY ? 180 : 0) + (text.vertical === "clockwise" ? 90 : 0);
  const frame = text.vertical === "clockwise" ? lying(box) : box;
  const turned = turn === 0 ? "" : ` transform="rotate(${number(turn)} ${number(middleX)} ${number(middleY)})"`;
  return `<g${turned}>${linesXml(text, frame, defs)}</g>`;
}

/** The box of the same middle with its sides swapped. */
function lying({ x, y, width, height }: Box): Box {
  return { x: x + (width - height) / 2, y: y + (height - width) / 2, width: height, height: width };
}

function linesXml({ paragraphs, pitch, inset, anchor }: SlideText, frame: Box, defs: Defs): string {
  const inside = {
    x: frame.x + pixels(inset.left),
    y: frame.y + pixels(inset.top),
    width: frame.width - pixels(inset.left + inset.right),
    height: frame.height - pixels(inset.top + inset.bottom),
  };
  const sizes = paragraphs.map(({ runs }) => Math.max(0, ...runs.map(sizeOf)));
  const heights = sizes.map((size) => (pitch === null ? size * spacing : points(pitch)));
  const spare = inside.height - heights.reduce((sum, height) => sum + height, 0);
  let top = inside.y + spare * { top: 0, middle: 0.5, bottom: 1 }[anchor];
  return paragraphs
    .map((paragraph, index) => {
      top += heights[index];
      return lineXml(paragraph, top - sizes[index] * belowBaseline, inside, defs);
    })
    .join("");
}

function lineXml({ align, runs }: SlideParagraph, y: number, inside: Box, defs: Defs): string {
  const x = inside.x + inside.width * { left: 0, centre: 0.5, right: 1 }[align];
  let raised = 0;
  const parts = runs.map((run) => {
    const shift = -run.baseline * sizeOf(run);
    const moved = shift - raised;
    raised = shift;
    return runXml(run, moved, inside, defs);
  });
  const place = `x="${number(x)}" y="${number(y)}" text-anchor="${anchors[align]}"`;
  return `<text ${place} xml:space="preserve">${parts.join("")}</text>`;
}

/** @param moved pixels down from the run before. */
function runXml(run: SlideRun, moved: number, box: Box, defs: Defs): string {
  const size = sizeOf(run) * (run.baseline === 0 ? 1 : raisedSize);
  const lines = [run.underline ? "underline" : "", run.strike ? "line-through" : ""].filter(Boolean).join(" ");
  const style = [
    `font-family="'${escaped(run.font.replaceAll("'", ""))}', sans-serif"`,
    run.bold ? 'font-weight="700"' : "",
    run.italic ? 'font-style="italic"' : "",
    lines === "" ? "" : `text-decoration="${lines}"`,
    run.spacing === 0 ? "" : `letter-spacing="${number(points(run.spacing))}"`,
    paintText(run.fill, "fill", box, defs),
    run.line === null ? "" : lineText(run.line, box, false, defs),
  ].filter(Boolean);
  const pieces = run.smallCaps ? capitals(run.text) : [{ text: run.text, share: 1 }];
  return pieces
    .map(({ text, share }, index) => {
      const down = index === 0 && moved !== 0 ? ` dy="${number(moved)}"` : "";
      return `<tspan font-size="${number(size * share)}"${down} ${style.join(" ")}>${escaped(text)}</tspan>`;
    })
    .join("");
}

/** Small letters as smaller capitals. */
function capitals(text: string): { text: string; share: number }[] {
  return (text.match(/\p{Ll}+|\P{Ll}+/gu) ?? []).map((piece) => {
    return { text: piece.toUpperCase(), share: /^\p{Ll}/u.test(piece) ? smallCapital : 1 };
  });
}

/** Of a run's letters in pixels. */
function sizeOf({ size }: SlideRun): number {
  return points(size);
}

/** Hundredths of a point in pixels. */
function points(hundredths: number): number {
  return (hundredths / 100) * (96 / 72);
}

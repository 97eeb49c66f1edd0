import { multiply, rotation, translation } from "../../matrix";
import type { Colour, Matrix, Paint, Rect, TextDecoration, TextRun } from "../../scene";
import type { SlideFill, SlideLine, SlideRun } from "../../slide";
import { slideColour } from "../colour";
import { paints } from "../fill";
import { linearFill } from "../gradient-linear";
import { radialFill } from "../gradient-radial";
import { emu } from "../placing";
import type { Frame } from "./frame";

/** Slide pixels in hundredths of a point. */
export function hundredths(pixels: number): number {
  return Math.round(pixels * 75);
}

/** The box a run stands in. */
export interface RunBox {
  frame: Frame;
  /** From the text's user space to slide pixels. */
  matrix: Matrix;
  /** The text box in slide pixels, before it is turned. */
  box: Rect;
  opacity: number;
  /** Link of the text as a whole, which its runs need not repeat. */
  link: string;
}

export function slideRun(run: TextRun, around: RunBox): SlideRun {
  const { frame, link } = around;
  const { font } = run;
  return {
    text: run.text,
    size: hundredths(run.size * frame.scale),
    font: font.typeface,
    bold: font.bold,
    italic: font.italic,
    underline: isDrawn(run, "underline"),
    strike: isDrawn(run, "line-through"),
    smallCaps: font.smallCaps,
    spacing: hundredths(run.spacing * frame.scale),
    baseline: 0,
    fill: run.fill === null ? null : paintFill(run.fill.paint, run.fill.opacity, around),
    line: lineOf(run, around),
    link: run.link === link ? "" : run.link,
  };
}

/** Whether PowerPoint's own line shows a decoration: it has the colour of the letters. */
export function isNative(run: TextRun, { line, fill, stroke }: TextDecoration): boolean {
  if (line === "overline" || fill === null || run.fill === null || stroke !== null || run.stroke !== null) return false;
  const [own, letters] = [fill.paint, run.fill.paint];
  return own.kind === "solid" && letters.kind === "solid" && same(own.colour, letters.colour);
}

function same(first: Colour, second: Colour): boolean {
  return (
    first.red === second.red &&
    first.green === second.green &&
    first.blue === second.blue &&
    first.alpha === second.alpha
  );
}

function isDrawn(run: TextRun, line: TextDecoration["line"]): boolean {
  return run.decorations.some((decoration) => decoration.line === line && isNative(run, decoration));
}

/** A gradient turns with the box, so that it is worked out in the box before it is turned. */
function paintFill(paint: Paint, opacity: number, { frame, matrix, box, opacity: around }: RunBox): SlideFill | null {
  const whole = opacity * around;
  if (!paints(paint, whole) || paint.kind === "pattern") return null;
  if (paint.kind === "solid") return { kind: "solid", colour: slideColour(paint.colour, whole) };
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const upright = multiply(multiply(multiply(translation(x, y), rotation(-frame.turn)), translation(-x, -y)), matrix);
  const fill =
    paint.kind === "linear" ? linearFill(paint, upright, box, whole) : radialFill(paint, upright, box, whole);
  const last = paint.stops[paint.stops.length - 1];
  return fill ?? { kind: "solid", colour: slideColour(last.colour, whole) };
}

function lineOf({ stroke }: TextRun, around: RunBox): SlideLine | null {
  if (stroke === null) return null;
  const fill = paintFill(stroke.paint, stroke.opacity, around);
  if (fill === null) return null;
  const cap = stroke.cap === "butt" ? "flat" : stroke.cap;
  const width = emu(stroke.width * (stroke.nonScaling ? 1 : around.frame.scale));
  return { width, fill, cap, join: { kind: "round" }, dashes: [], head: null, tail: null };
}

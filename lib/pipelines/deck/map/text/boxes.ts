import { multiply, rotation } from "../../matrix";
import type { Fill, PathData, Rect, Stroke, Text, TextChunk, TextRun } from "../../scene";
import type { SlideForm, SlideShape, SlideText } from "../../slide";
import type { Build, Outcome, Place } from "../build";
import { grouped, noEffects } from "../form";
import { emuPerPixel } from "../placing";
import type { MapReason } from "../reasons";
import { mapChildren } from "../walk";
import { type Frame, framed, frameOf } from "./frame";
import { type Lines, largestOf, linesOf } from "./lines";
import { outlinesOf, paintedShape } from "./outline";
import { hundredths, isNative, slideRun } from "./run";

/** LibreOffice sets a baseline this far above the end of its line, in em of the largest run, whatever the font. */
const belowBaseline = 0.21;
/** In em, of a line whose pitch is left to the program. */
const lineHeight = 1.2;

const shares = { left: 0, centre: 0.5, right: 1 } as const;

/**
 * One text box for each line, or for all that are under each other, so that its letters stand where the SVG puts them.
 * @param place a transform without skew: obstacle.ts has seen to that.
 */
export function textBoxes(build: Build, text: Text, place: Place): Outcome {
  const frame = frameOf(place.matrix);
  if (frame === null) return { shapes: [], reasons: ["text_skewed"] };
  const barred = new Map(text.chunks.map((chunk) => [chunk, barsOf(build, text, chunk, place)]));
  const isBarred = (chunk: TextChunk) => [...(barred.get(chunk)?.values() ?? [])].some(({ length }) => length > 0);
  const isAlone = (chunk: TextChunk) => isMark(chunk) || isBarred(chunk);
  const parts = linesOf(text.chunks, isAlone);
  const shapes: SlideShape[] = [];
  const reasons: MapReason[] = [];
  parts.forEach((lines, index) => {
    const part = parts.length === 1 ? "" : `line ${index + 1}`;
    const [first] = lines.chunks;
    if (isMark(first)) {
      const marks = outlinesOf({ ...text, chunks: [first] });
      shapes.push(...mapChildren({ ...build, rows: [] }, marks, { ...place, clip: null }).shapes);
      reasons.push("mark_as_shape");
      return;
    }
    const bars = barred.get(first);
    shapes.push(
      ...(bars?.get("under") ?? []),
      boxOf(build, text, lines, place, frame, part),
      ...(bars?.get("over") ?? []),
    );
    if (isBarred(first)) reasons.push("decoration_as_shape");
    reasons.push(...lines.chunks.flatMap(limitsOf));
  });
  return { shapes: grouped(build, text, shapes), reasons: [...new Set(reasons)] };
}

/** Whether it is an accent that stands by itself: a text box draws a dotted circle under it. */
const isMark = ({ runs }: TextChunk): boolean => /^\p{M}/u.test(runs[0].text);

function boxOf(build: Build, text: Text, lines: Lines, place: Place, textFrame: Frame, part: string): SlideForm {
  const { turn } = lines.chunks[0];
  const frame = { scale: textFrame.scale, turn: textFrame.turn + turn };
  const placing = framed(rectOf(lines), multiply(place.matrix, rotation(turn)), frame);
  const box = {
    x: placing.x / emuPerPixel,
    y: placing.y / emuPerPixel,
    width: placing.width / emuPerPixel,
    height: placing.height / emuPerPixel,
  };
  const around = { frame, matrix: place.matrix, box, opacity: place.opacity, link: text.link };
  const body: SlideText = {
    paragraphs: lines.chunks.map(({ align, rightToLeft, runs }) => {
      return { align, rightToLeft, runs: runs.map((run) => slideRun(run, around)) };
    }),
    pitch: lines.pitch === null ? null : hundredths(lines.pitch * frame.scale),
    inset: { left: 0, top: 0, right: 0, bottom: 0 },
    anchor: "top",
    wrap: false,
    vertical: "none",
  };
  const base = build.ids.base(text, part);
  return {
    kind: "form",
    ...base,
    placing,
    geometry: { kind: "rect" },
    fill: null,
    line: null,
    effects: noEffects,
    text: body,
  };
}

/** What not every program shows as the SVG says. */
function limitsOf({ runs }: TextChunk): MapReason[] {
  const reasons: MapReason[] = [];
  if (runs.some(({ font }) => font.missing !== "")) reasons.push("font_missing");
  if (runs.some(({ font }) => font.brought)) reasons.push("font_brought_along");
  if (runs.some(({ fill }) => fill !== null && fill.paint.kind !== "solid")) reasons.push("text_gradient");
  if (runs.some(({ stroke }) => stroke !== null)) reasons.push("text_stroke");
  return reasons;
}

/** The box in the lines' own space. */
function rectOf({ chunks, pitch }: Lines): Rect {
  const [{ at, align }] = chunks;
  const size = largestOf(chunks[0]);
  const width = Math.max(...chunks.map((chunk) => chunk.width));
  const height = pitch ?? lineHeight * size;
  const y = at.y - height + belowBaseline * size;
  return { x: at.x - shares[align] * width, y, width, height: height * chunks.length };
}

type Side = "under" | "over";

/** Lines that PowerPoint does not draw at letters, as shapes of their own. */
function barsOf(build: Build, text: Text, { runs }: TextChunk, place: Place): Map<Side, SlideShape[]> {
  const sides: Side[] = ["under", "over"];
  return new Map(
    sides.map((side) => {
      const shapes = runs.flatMap((run) => run.decorations.flatMap((decoration) => barOf(run, decoration, side)));
      return [side, mapChildren({ ...build, rows: [] }, shapes, { ...place, clip: null }).shapes];
    }),
  );

  function barOf(run: TextRun, decoration: TextRun["decorations"][number], side: Side) {
    const { line, bar, fill, stroke } = decoration;
    if (isNative(run, decoration) || (line === "line-through" ? "over" : "under") !== side) return [];
    return [barShape(text, run, bar, fill, stroke)];
  }
}

function barShape(text: Text, run: TextRun, bar: PathData, fill: Fill | null, stroke: Stroke | null) {
  return paintedShape(text, run, bar, fill, stroke, ["fill", "stroke"]);
}

import { multiply, rotation } from "../../matrix";
import type { Fill, PathData, Rect, Stroke, Text, TextChunk, TextRun } from "../../scene";
import type { SlideForm, SlideShape, SlideText } from "../../slide";
import type { Build, Outcome, Place } from "../build";
import { grouped, noEffects } from "../form";
import { emuPerPixel } from "../placing";
import type { MapReason } from "../reasons";
import { mapChildren } from "../walk";
import { type Frame, framed, frameOf } from "./frame";
import { paintedShape } from "./outline";
import { isNative, slideRun } from "./run";

/** LibreOffice sets the first baseline this far below the top of a box, in em of the largest run, whatever the font. */
const baselineBelowTop = 0.99;
const lineHeight = 1.2;

const shares = { left: 0, centre: 0.5, right: 1 } as const;

/**
 * One text box for each chunk, so that its letters stand where the SVG puts them.
 * @param place a transform without skew: obstacle.ts has seen to that.
 */
export function textBoxes(build: Build, text: Text, place: Place): Outcome {
  const frame = frameOf(place.matrix);
  if (frame === null) return { shapes: [], reasons: ["text_skewed"] };
  const shapes: SlideShape[] = [];
  const reasons: MapReason[] = [];
  text.chunks.forEach((chunk, index) => {
    const part = text.chunks.length === 1 ? "" : `line ${index + 1}`;
    const under = bars(build, text, chunk, place, false);
    const over = bars(build, text, chunk, place, true);
    shapes.push(...under, boxOf(build, text, chunk, place, frame, part), ...over);
    if (under.length + over.length > 0) reasons.push("decoration_as_shape");
    reasons.push(...limitsOf(chunk));
  });
  return { shapes: grouped(build, text, shapes), reasons: [...new Set(reasons)] };
}

function boxOf(build: Build, text: Text, chunk: TextChunk, place: Place, textFrame: Frame, part: string): SlideForm {
  const frame = { scale: textFrame.scale, turn: textFrame.turn + chunk.turn };
  const placing = framed(rectOf(chunk), multiply(place.matrix, rotation(chunk.turn)), frame);
  const box = {
    x: placing.x / emuPerPixel,
    y: placing.y / emuPerPixel,
    width: placing.width / emuPerPixel,
    height: placing.height / emuPerPixel,
  };
  const around = { frame, matrix: place.matrix, box, opacity: place.opacity, link: text.link };
  const runs = chunk.runs.map((run) => slideRun(run, around));
  const body: SlideText = {
    paragraphs: [{ align: chunk.align, rightToLeft: chunk.rightToLeft, runs }],
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
  if (runs.some(({ fill }) => fill !== null && fill.paint.kind !== "solid")) reasons.push("text_gradient");
  if (runs.some(({ stroke }) => stroke !== null)) reasons.push("text_stroke");
  return reasons;
}

/** The box in the line's own space. */
function rectOf({ at, align, width, runs }: TextChunk): Rect {
  const size = Math.max(...runs.map((run) => run.size));
  return { x: at.x - shares[align] * width, y: at.y - baselineBelowTop * size, width, height: lineHeight * size };
}

/** Lines that PowerPoint does not draw at letters, as shapes of their own. */
function bars(build: Build, text: Text, { runs }: TextChunk, place: Place, over: boolean): SlideShape[] {
  const shapes = runs.flatMap((run) => run.decorations.flatMap((decoration) => barOf(run, decoration, over)));
  return mapChildren({ ...build, rows: [] }, shapes, { ...place, clip: null }).shapes;

  function barOf(run: TextRun, decoration: TextRun["decorations"][number], wanted: boolean) {
    const { line, bar, fill, stroke } = decoration;
    if (isNative(run, decoration) || (line === "line-through") !== wanted) return [];
    return [barShape(text, run, bar, fill, stroke)];
  }
}

function barShape(text: Text, run: TextRun, bar: PathData, fill: Fill | null, stroke: Stroke | null) {
  return paintedShape(text, run, bar, fill, stroke, ["fill", "stroke"]);
}

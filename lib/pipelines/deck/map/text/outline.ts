import { identity } from "../../matrix";
import type { Fill, PaintStep, PathData, SceneNode, Shape, Stroke, Text, TextRun } from "../../scene";
import { undressed } from "../../undressed";

/** The text as drawn shapes, one for each run and each decoration, in the text's user space. */
export function outlinesOf(text: Text): SceneNode[] {
  return text.chunks.flatMap((chunk) => chunk.runs.flatMap((run) => runOutlines(text, run)));
}

function runOutlines(text: Text, run: TextRun): SceneNode[] {
  const letters = run.glyphs.flatMap(({ outline }) => outline);
  const bars = run.decorations.map(({ line, bar, fill, stroke }) => ({
    over: line === "line-through",
    shape: paintedShape(text, run, bar, fill, stroke, ["fill", "stroke"]),
  }));
  const body = letters.length === 0 ? [] : [paintedShape(text, run, letters, run.fill, run.stroke, run.paintOrder)];
  const under = bars.filter(({ over }) => !over).map(({ shape }) => shape);
  const over = bars.filter((bar) => bar.over).map(({ shape }) => shape);
  return [...under, ...body, ...over];
}

/** A part of a run as a shape in the text's user space. */
export function paintedShape(
  text: Text,
  run: TextRun,
  outline: PathData,
  fill: Fill | null,
  stroke: Stroke | null,
  paintOrder: readonly PaintStep[],
): Shape {
  return {
    kind: "shape",
    origin: run.origin,
    transform: identity,
    title: text.title,
    description: text.description === "" ? run.text : text.description,
    link: run.link === "" ? text.link : run.link,
    ...undressed,
    geometry: { kind: "path", outline },
    fill,
    stroke,
    paintOrder,
    markers: [],
  };
}

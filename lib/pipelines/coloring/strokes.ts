import type { ColoringOptions } from "@/lib/contracts/coloring";
import { TracepressError } from "@/lib/errors";
import type { StageContext } from "../pipeline";
import type { Curve } from "./lines/bezier";
import { type PictureBox, type Placement, placeOn, type Sheet, type Size, sheetFor, workingPixels } from "./options";
import { type Box, boxOf, movedAndScaled } from "./sketch/curves";
import { UnreadableSketch } from "./sketch/read-svg";
import { readSketch, type Sketch } from "./sketch/sketch";

export interface StrokesInput {
  svg: string;
  name: string;
  /** As people call who drew it. */
  drawnBy: string;
  /** Size of the picture that it was drawn from; null where a prompt was all there was. */
  source: Size | null;
  options: ColoringOptions;
}

/** Strokes and their place on paper: what pages are printed from, whoever drew them. */
export interface PlacedCurves {
  curves: Curve[];
  sheet: Sheet;
  placement: Placement;
  /** Left out where the lines were not drawn over the picture. */
  picture?: PictureBox;
}

/**
 * A model's SVG becomes strokes on the sheet: its lines, made black and hollow, inside the page.
 * @throws TracepressError `model_answer` with what is wrong with it.
 */
export function strokes(input: StrokesInput, { span }: StageContext): PlacedCurves {
  const { curves, view, found } = sketchIn(input);
  span.set("svg.bytes", Buffer.byteLength(input.svg));
  span.set("svg.shapes", found.shapes);
  span.set("svg.fills_hollowed", found.hollowed);
  span.set("svg.lines_recoloured", found.recoloured);
  span.set("svg.lines_cut_at_edge", found.cut);
  span.set("svg.grounds_dropped", found.grounds);
  span.set("svg.elements_dropped", found.dropped);
  const keepsPlace = input.options.page_size === "original";
  // Like a picture's surroundings, empty paper round a drawing is not printed.
  const content = keepsPlace ? view : atLeast(boxOf(curves));
  return place(curves, content, input);
}

function sketchIn({ svg, name, drawnBy }: StrokesInput): Sketch {
  try {
    return readSketch(svg);
  } catch (thrown) {
    if (!(thrown instanceof UnreadableSketch)) throw thrown;
    const message = `${drawnBy}'s drawing of ${name} cannot be read: ${thrown.message}.`;
    throw new TracepressError("model_answer", message, { cause: thrown });
  }
}

function place(drawn: readonly Curve[], content: Box, { source, options }: StrokesInput): PlacedCurves {
  const own = { width: content.right - content.left, height: content.bottom - content.top };
  const unit = Math.sqrt(workingPixels.standard / (own.width * own.height));
  const size = { width: own.width * unit, height: own.height * unit };
  const keepsPlace = options.page_size === "original";
  const sheet = sheetFor(options, keepsPlace ? (source ?? size) : size);
  const placement = placeOn(sheet, size, options.caption !== "none" && !keepsPlace);
  return { curves: movedAndScaled(drawn, -content.left, -content.top, unit), sheet, placement };
}

/** A drawing of a single line has no height; a fiftieth of its width is enough to lie on a sheet. */
function atLeast(box: Box): Box {
  const least = Math.max(box.right - box.left, box.bottom - box.top, 1) / 50;
  return {
    ...box,
    right: Math.max(box.right, box.left + least),
    bottom: Math.max(box.bottom, box.top + least),
  };
}

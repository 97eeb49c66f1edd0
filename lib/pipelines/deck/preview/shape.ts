import type { SlideForm, SlidePicture, SlideShape } from "../slide";
import { textRoom } from "../text-room";
import type { Defs } from "./defs";
import { effectsText } from "./effects";
import { outlinesOf } from "./geometry";
import { type Box, boxOf, pixels, turnText } from "./lengths";
import { lineText } from "./line";
import { paintText, placedPicture, stretched } from "./paint";
import { clippedXml, pictureXml } from "./picture";
import { textXml } from "./text";

/** One shape with all that is in it; `data-shape` is its id on the slide. */
export function shapeXml(shape: SlideShape, defs: Defs): string {
  const mark = `data-shape="${shape.id}"`;
  switch (shape.kind) {
    case "group":
      return `<g ${mark}>${shape.children.map((child) => shapeXml(child, defs)).join("")}</g>`;
    case "form":
      return `<g ${mark}>${effected(shape, `<g${turnText(shape.placing)}>${formXml(shape, defs)}</g>`, defs)}${wordsOf(shape, defs)}</g>`;
    case "picture":
      return `<g ${mark}>${effected(shape, `<g${turnText(shape.placing)}>${pictureXml(shape, defs)}</g>`, defs)}</g>`;
  }
}

/** Effects are worked out on the turned shape: a shadow falls the same way however the shape stands. */
function effected(shape: SlideForm | SlidePicture, drawn: string, defs: Defs): string {
  const filter = effectsText(shape.effects, around(shape), defs);
  return filter === "" ? drawn : `<g${filter}>${drawn}</g>`;
}

/** A box that holds the shape with its line however it is turned. */
function around(shape: SlideForm | SlidePicture): Box {
  const { x, y, width, height } = boxOf(shape.placing);
  const line = shape.kind === "form" ? pixels(shape.line?.width ?? 0) : 0;
  const reach = Math.hypot(width, height) / 2 + line;
  return { x: x + width / 2 - reach, y: y + height / 2 - reach, width: 2 * reach, height: 2 * reach };
}

function formXml({ placing, geometry, fill, line }: SlideForm, defs: Defs): string {
  const box = boxOf(placing);
  const outlines = outlinesOf(geometry, box);
  const picture = fill?.kind === "picture" ? placedPicture(fill.media, stretched(fill, box), fill.opacity, defs) : null;
  const under = picture === null ? "" : clippedXml(picture, geometry, box, defs);
  const parts = outlines.map(({ tag, filled, stroked, open }) => {
    const inside = paintText(filled && picture === null ? fill : null, "fill", box, defs);
    return `${tag} ${inside} ${lineText(stroked ? line : null, box, open, defs)}/>`;
  });
  return under + parts.join("");
}

function wordsOf({ text, geometry, placing }: SlideForm, defs: Defs): string {
  return text === null ? "" : textXml(text, { ...placing, ...textRoom(geometry, placing) }, defs);
}

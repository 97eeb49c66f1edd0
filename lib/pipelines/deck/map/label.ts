import type { SlideForm, SlideShape, SlideText } from "../slide";
import { textRoom } from "../text-room";
import type { Build } from "./build";

/** How far from the middle a label still means to be in it: as a share of the shape's width, and of a line's height. */
const [slackAcross, slackDown] = [0.02, 0.35];

/**
 * A shape and the text in its middle as one shape with that text, so that both move together and the label is
 * typed into the shape. Other shapes stay as they are.
 * @param shapes of a group that holds nothing else.
 */
export function labelled(build: Build, shapes: SlideShape[]): SlideShape[] {
  const [form, label] = shapes;
  if (shapes.length !== 2 || !isPlain(form) || !isLabel(label) || label.link !== form.link) return shapes;
  const text = textWithin(form, label);
  if (text === null) return shapes;
  for (const row of build.rows) {
    if (row.shape_id !== label.id) continue;
    row.shape_id = form.id;
    row.reasons.push("label_in_shape");
  }
  return [{ ...form, text }];
}

function isPlain(shape: SlideShape): shape is SlideForm {
  if (shape.kind !== "form" || shape.text !== null || shape.geometry.kind === "line") return false;
  const { shadow, glow, softEdge } = shape.effects;
  return shape.fill !== null && shape.placing.turn === 0 && shadow === null && glow === null && softEdge === null;
}

/** Centred lines that are a box of their own. */
function isLabel(shape: SlideShape): shape is SlideForm & { text: SlideText } {
  if (shape.kind !== "form" || shape.text === null || shape.alt !== "") return false;
  const { paragraphs } = shape.text;
  return shape.placing.turn === 0 && paragraphs.every(({ align }) => align === "centre");
}

/** The label's text with the insets that keep it where it stands; null when it is not in the shape's middle. */
function textWithin(form: SlideForm, { placing, text }: SlideForm & { text: SlideText }): SlideText | null {
  const room = textRoom(form.geometry, form.placing);
  const left = placing.x - room.x;
  const top = placing.y - room.y;
  const right = room.width - left - placing.width;
  const bottom = room.height - top - placing.height;
  if (Math.min(left, top, right, bottom) < 0) return null;
  if (Math.abs(left - right) > 2 * slackAcross * form.placing.width) return null;
  if (Math.abs(top - bottom) > (2 * slackDown * placing.height) / text.paragraphs.length) return null;
  return { ...text, inset: { left, top, right, bottom } };
}

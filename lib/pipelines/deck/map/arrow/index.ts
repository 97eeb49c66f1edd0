import { apply, invert } from "../../matrix";
import type { MarkerUse, Shape, Stroke } from "../../scene";
import type { SlideArrow } from "../../slide";
import { isBent, type LineEnd, withEnds } from "./ends";
import { type Frame, frameAt } from "./frame";
import type { Head } from "./head";
import { headOf } from "./marker";
import { arrowSides, arrowUnit, nearestSize } from "./size";

/** A shape whose markers are arrow heads of its line. */
export interface Arrowed {
  /** Without those markers; its ends moved to where the heads have theirs. */
  shape: Shape;
  head: SlideArrow | null;
  tail: SlideArrow | null;
}

/**
 * The markers at the ends of an open path that PowerPoint's own arrow heads look like.
 * @param scale slide pixels in a user unit of the shape.
 * @returns null where none is one.
 */
export function arrowed(shape: Shape, stroke: Stroke, scale: number): Arrowed | null {
  const { geometry, markers } = shape;
  if (markers.length === 0 || stroke.nonScaling || !isOpen(shape)) return null;
  const start = endOf("start", shape, stroke, scale);
  const end = endOf("end", shape, stroke, scale);
  if (start === null && end === null) return null;
  const left = markers.filter((marker) => marker !== start?.marker && marker !== end?.marker);
  const ended = { ...shape, geometry: withEnds(geometry, start?.line ?? null, end?.line ?? null), markers: left };
  return { shape: ended, head: start?.arrow ?? null, tail: end?.arrow ?? null };
}

interface ArrowEnd {
  marker: MarkerUse;
  arrow: SlideArrow;
  line: LineEnd;
}

function endOf(position: "start" | "end", shape: Shape, stroke: Stroke, scale: number): ArrowEnd | null {
  const [marker, more] = shape.markers.filter((each) => each.position === position);
  const frame = frameAt(position, shape.geometry.outline);
  const toFrame = frame && invert(frame.matrix);
  if (marker === undefined || more !== undefined || frame === null || toFrame === null) return null;
  const head = headOf(marker, stroke, toFrame);
  const unit = arrowUnit(stroke.width * scale) / scale;
  const arrow = head && arrowOf(head, unit);
  if (head === null || arrow === null || !reaches(head, frame, stroke.width)) return null;
  const moved = Math.abs(head.end) > slack * stroke.width;
  const line = {
    at: moved ? apply(frame.matrix, { x: head.end, y: 0 }) : marker.at,
    length: unit * arrowSides[arrow.length],
  };
  return isBent(frame.edge, line) ? null : { marker, arrow, line };
}

/** @param unit that heads are measured by, in user units. */
function arrowOf({ type, length, width }: Head, unit: number): SlideArrow | null {
  const long = nearestSize(length / unit);
  const wide = nearestSize(width / unit);
  return long === null || wide === null ? null : { type, length: long, width: wide };
}

/** Widths of the line by which its end may be off. */
const slack = 0.2;

/**
 * Whether the line, ended where the head wants it, leaves nothing uncovered: no gap before the head, no piece of the
 * line that stood out beyond it, and enough of a line to carry it. A curve can be made longer but not cut.
 */
function reaches({ type, end, length }: Head, { room, edge }: Frame, width: number): boolean {
  const middle = type === "oval" || type === "diamond";
  const front = middle ? end + length / 2 : end;
  if (front - length > slack * width || front < -slack * width) return false;
  return room + end > length / 2 && (!edge.curved || end > -slack * width);
}

/** One open contour. */
function isOpen({ geometry: { outline } }: Shape): boolean {
  return outline.length > 1 && outline.every(({ type }, index) => type !== "Z" && (type !== "M" || index === 0));
}

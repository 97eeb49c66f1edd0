/**
 * What stands on a slide, as data: made by map, written as XML by embed, drawn by preview. All lengths are EMU
 * (1/914,400 inch; a CSS pixel is 9,525), integers; angles are 60,000ths of a degree clockwise; shares are 0 to 1.
 */

export interface Slide {
  width: number;
  height: number;
  /** RRGGBB. */
  background: string;
  title: string;
  shapes: SlideShape[];
  /** Pictures that shapes refer to by their index. */
  media: SlideMedia[];
}

export interface SlideMedia {
  bytes: Uint8Array;
  mediaType: "image/png" | "image/jpeg" | "image/gif" | "image/svg+xml";
}

interface ShapeBase {
  /** Unique on the slide, from 2. */
  id: number;
  name: string;
  /** Alternative text. */
  alt: string;
  /** http(s) or mailto address; empty for none. */
  link: string;
  /** `Origin.id` of the element it came from. */
  element: string;
}

/** Where a shape stands before it is flipped and then turned about its middle. */
export interface Placing {
  x: number;
  y: number;
  width: number;
  height: number;
  turn: number;
  flipX: boolean;
  flipY: boolean;
}

/** Children have the slide's own coordinates. */
export interface SlideGroup extends ShapeBase {
  kind: "group";
  children: SlideShape[];
}

export interface SlideForm extends ShapeBase {
  kind: "form";
  placing: Placing;
  geometry: SlideGeometry;
  fill: SlideFill | null;
  line: SlideLine | null;
  effects: SlideEffects;
  text: SlideText | null;
}

export interface SlidePicture extends ShapeBase {
  kind: "picture";
  placing: Placing;
  /** A rectangle, or the geometry it is cut to. */
  geometry: SlideGeometry;
  /** Index in `media`. */
  media: number;
  /** Index of the SVG behind which `media` stands as PNG; the picture tier has one. */
  vector: number | null;
  /** What is cut off each side, as shares of the picture; the rest fills the placing. Absent for nothing. */
  crop?: { left: number; top: number; right: number; bottom: number };
  opacity: number;
  effects: SlideEffects;
}

export type SlideShape = SlideGroup | SlideForm | SlidePicture;

export type SlideGeometry =
  | { kind: "rect" }
  /** `radius` as a share of the shorter side, 0 to 0.5. */
  | { kind: "roundRect"; radius: number }
  | { kind: "ellipse" }
  /** From the upper left to the lower right corner of the placing. */
  | { kind: "line" }
  /** Paths in the coordinates of the placing, from 0, 0 to its width and height. */
  | { kind: "custom"; paths: SlidePath[] };

/** One path: its subpaths must be right under both fill rules. */
export interface SlidePath {
  commands: SlideCommand[];
  filled: boolean;
  stroked: boolean;
}

export type SlideCommand =
  | { type: "moveTo"; x: number; y: number }
  | { type: "lineTo"; x: number; y: number }
  | { type: "curveTo"; x1: number; y1: number; x2: number; y2: number; x: number; y: number }
  | { type: "close" };

export interface SlideColour {
  /** RRGGBB. */
  rgb: string;
  alpha: number;
}

export interface SlideStop {
  at: number;
  colour: SlideColour;
}

export type SlideFill =
  | { kind: "solid"; colour: SlideColour }
  | { kind: "linear"; stops: SlideStop[]; angle: number }
  /** Circles about a point of the shape's box, given in shares of it; stop 0 is at the point. */
  | { kind: "radial"; stops: SlideStop[]; centre: { x: number; y: number } }
  /** A picture stretched over a part of the shape's box (shares of it; outside 0 to 1 where it hangs over). */
  | {
      kind: "picture";
      media: number;
      opacity: number;
      over: { left: number; top: number; right: number; bottom: number };
    }
  /** A picture laid as tiles from the shape's upper left corner; scales are shares of the picture's size at 96 dots an inch. */
  | { kind: "tiles"; media: number; opacity: number; offsetX: number; offsetY: number; scaleX: number; scaleY: number };

export interface SlideLine {
  width: number;
  fill: SlideFill;
  cap: "flat" | "round" | "square";
  join: { kind: "round" } | { kind: "bevel" } | { kind: "miter"; limit: number };
  /** Dash and gap lengths as shares of the width; empty for a solid line. */
  dashes: { dash: number; gap: number }[];
  head: SlideArrow | null;
  tail: SlideArrow | null;
}

export interface SlideArrow {
  type: "triangle" | "stealth" | "diamond" | "oval" | "arrow";
  width: "sm" | "med" | "lg";
  length: "sm" | "med" | "lg";
}

export interface SlideEffects {
  /** At most one of each. */
  shadow: { colour: SlideColour; blur: number; distance: number; direction: number } | null;
  glow: { colour: SlideColour; radius: number } | null;
  softEdge: { radius: number } | null;
}

export interface SlideText {
  paragraphs: SlideParagraph[];
  /** From one baseline to the next, in hundredths of a point; null for what the program that shows it takes. */
  pitch: number | null;
  /** Insets, in EMU; a text set where an SVG puts it has none. */
  inset: { left: number; top: number; right: number; bottom: number };
  anchor: "top" | "middle" | "bottom";
  wrap: boolean;
  vertical: "none" | "clockwise";
}

export interface SlideParagraph {
  align: "left" | "centre" | "right";
  rightToLeft: boolean;
  runs: SlideRun[];
}

export interface SlideRun {
  text: string;
  /** Hundredths of a point. */
  size: number;
  font: string;
  bold: boolean;
  italic: boolean;
  underline: boolean;
  strike: boolean;
  smallCaps: boolean;
  /** Hundredths of a point between letters. */
  spacing: number;
  /** Share of the size the baseline is raised by. */
  baseline: number;
  fill: SlideFill | null;
  line: SlideLine | null;
  link: string;
}

/** What became of one painted element, or of a group drawn as one picture; trace/ makes rows of it. */
export interface Mapped {
  element_id: string;
  element_type: string;
  source_line: number;
  /** `Origin.source` of the element; copies that a filter made of it have the same. */
  source: number;
  /** First shape that stands for it; null when it is not drawn. */
  shape_id: number | null;
  /** The shapes after the first, in order of painting. */
  other_shape_ids: number[];
  output_format: "native" | "picture" | "raster" | "none";
  /** Codes from policy/reasons.ts. */
  reasons: string[];
  processing_time_ms: number;
  /** Bytes of the media made for it. */
  media_bytes: number;
}

import type { ReasonCode } from "./policy/reasons";

/**
 * The resolved SVG: no references, no units, no inheritance (after usvg). Everything is in user units, which are CSS
 * pixels of the outermost viewport unless a `transform` says otherwise. What the parser could not read or will not
 * draw is not here but in `notes`.
 */

/** `[a b c d e f]` as in SVG's `matrix()`: x' = a x + c y + e, y' = b x + d y + f. */
export type Matrix = readonly [number, number, number, number, number, number];

export interface Point {
  x: number;
  y: number;
}

/** `x`, `y` is the upper left corner. */
export interface Rect {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** sRGB, 0 to 255; `alpha` 0 to 1. */
export interface Colour {
  red: number;
  green: number;
  blue: number;
  alpha: number;
}

export interface Scene {
  /** The outermost viewport; its upper left corner is 0, 0. Always positive. */
  width: number;
  height: number;
  title: string;
  description: string;
  /** Transform and clip of the viewBox are on it. */
  root: Group;
  notes: SceneNote[];
}

/** Something of the source that is not drawn, or not as it says. `reason` is from the closed list in policy/reasons.ts. */
export interface SceneNote {
  element_id: string;
  element_type: string;
  source_line: number;
  reason: ReasonCode;
  detail: string;
}

/** Where a node comes from. */
export interface Origin {
  /** The element's own id, or one made for it (`rect-3`); a copy made by `use` has `use-id/its-id`. */
  id: string;
  idGiven: boolean;
  /** Name of the element, such as `rect`. */
  tag: string;
  /** Line in the source, from 1. */
  line: number;
  /** Key of the source element for `source.ts`, which cuts a subtree out of the document for the picture and raster tiers. */
  source: number;
}

export interface NodeBase {
  origin: Origin;
  /** From the node's own coordinates to its parent's. */
  transform: Matrix;
  title: string;
  description: string;
  /** Target of the nearest enclosing `a`; empty for none. */
  link: string;
  opacity: number;
  /** A CSS blend mode; `normal` nearly always. */
  blend: string;
  isolated: boolean;
  clip: Clip | null;
  mask: Mask | null;
  /** Filters in the order they are applied; null for none. */
  filter: FilterUse | null;
}

export interface Group extends NodeBase {
  kind: "group";
  children: SceneNode[];
}

export interface Shape extends NodeBase {
  kind: "shape";
  geometry: Geometry;
  fill: Fill | null;
  stroke: Stroke | null;
  /** Order of painting; markers are drawn where they stand in it. */
  paintOrder: readonly PaintStep[];
  markers: MarkerUse[];
  /** Lies under the shape; absent for none. Only settle/ makes one, of a filter. */
  shadow?: Shadow;
  /** Absent for none. Only settle/ makes one, of a filter. */
  blur?: Blur;
}

/** A drop shadow, in the shape's user space. */
export interface Shadow {
  colour: Colour;
  dx: number;
  dy: number;
  /** Standard deviation of its blur. */
  deviation: number;
}

/** A blur of a whole shape, in its user space. */
export interface Blur {
  /** Standard deviation. */
  deviation: number;
  /** That says so, for where the shape has to be drawn after all. */
  filter: FilterUse;
}

export type PaintStep = "fill" | "stroke" | "markers";

/** What it still is; `outline` is always there and says the same as a path, absolute, of M L C Z only. */
export type Geometry =
  | { kind: "rect"; rect: Rect; rx: number; ry: number; outline: PathData }
  | { kind: "ellipse"; cx: number; cy: number; rx: number; ry: number; outline: PathData }
  | { kind: "line"; from: Point; to: Point; outline: PathData }
  | { kind: "path"; outline: PathData };

export type PathData = PathSegment[];
export type PathSegment =
  | { type: "M"; x: number; y: number }
  | { type: "L"; x: number; y: number }
  | { type: "C"; x1: number; y1: number; x2: number; y2: number; x: number; y: number }
  | { type: "Z" };

export type FillRule = "nonzero" | "evenodd";

export interface Fill {
  paint: Paint;
  rule: FillRule;
  opacity: number;
}

export interface Stroke {
  paint: Paint;
  opacity: number;
  width: number;
  cap: "butt" | "round" | "square";
  join: "miter" | "miter-clip" | "round" | "bevel" | "arcs";
  miterLimit: number;
  /** Lengths of dashes and gaps, of even number; empty for a solid line. */
  dashes: number[];
  dashOffset: number;
  /** `vector-effect: non-scaling-stroke`: lengths are those of the outermost viewport. */
  nonScaling: boolean;
}

export interface GradientStop {
  /** 0 to 1, never falling along the list. */
  offset: number;
  /** `stop-opacity` is in its alpha. */
  colour: Colour;
}

interface GradientBase {
  stops: GradientStop[];
  spread: "pad" | "reflect" | "repeat";
  /** From the gradient's coordinates to the user space of the shape; `objectBoundingBox` is worked in. */
  transform: Matrix;
}

export type Paint =
  | { kind: "solid"; colour: Colour }
  | (GradientBase & { kind: "linear"; from: Point; to: Point })
  | (GradientBase & { kind: "radial"; centre: Point; radius: number; focus: Point; focusRadius: number })
  | PatternPaint;

export interface PatternPaint {
  kind: "pattern";
  /** One tile, in the pattern's coordinates. */
  tile: Rect;
  /** From the pattern's coordinates to the user space of the shape. */
  transform: Matrix;
  /** In the pattern's coordinates; not clipped to the tile when `overflow` is visible. */
  content: Group;
  overflowVisible: boolean;
}

/** What a node is cut to: the union of its shapes, cut further by `clip`. In the user space of the node's contents. */
export interface Clip {
  origin: Origin;
  shapes: ClipShape[];
  clip: Clip | null;
}

export interface ClipShape {
  outline: PathData;
  rule: FillRule;
  clip: Clip | null;
}

export interface Mask {
  origin: Origin;
  kind: "luminance" | "alpha";
  region: Rect;
  content: Group;
  mask: Mask | null;
}

/** A filter on a node: its primitives with all references, units and regions resolved into the node's user space. */
export interface FilterUse {
  origin: Origin;
  region: Rect;
  primitives: FilterPrimitive[];
}

export interface FilterPrimitive {
  /** Element name such as `feOffset`, or a CSS function's equivalent. */
  type: string;
  inputs: string[];
  result: string;
  region: Rect;
  linearRgb: boolean;
  /** Attributes with numbers read, names as in SVG; colours as `Colour`. */
  values: Record<string, string | number | number[] | Colour>;
  /** Of feComponentTransfer, feMerge, light sources. */
  children: { type: string; values: Record<string, string | number | number[]> }[];
  /** Of feImage, when it shows an element or a picture. */
  content: Group | null;
}

/** One marker at one place, already turned and scaled: its content stands in the shape's user space. */
export interface MarkerUse {
  position: "start" | "mid" | "end";
  at: Point;
  content: Group;
}

export interface Image extends NodeBase {
  kind: "image";
  /** The bytes as they are embedded, of a media type below. Nested SVG is not here: it is a group. */
  bytes: Uint8Array;
  mediaType: "image/png" | "image/jpeg" | "image/gif" | "image/webp";
  /** Where the whole picture goes, `preserveAspectRatio` worked in. A slice that hangs over has a clip. */
  box: Rect;
  /** `image-rendering`: pixels stay squares. */
  crisp: boolean;
}

/** Text laid out as SVG says: chunks of runs, each with its place, and the outlines of its glyphs. */
export interface Text extends NodeBase {
  kind: "text";
  chunks: TextChunk[];
  /** Object bounding box: the ems of all its glyphs, in the text's user space; null for no glyphs. */
  box: Rect | null;
  /** Why a text box cannot show it, such as glyphs on a path; empty where it can be edited. */
  obstacles: readonly TextObstacle[];
}

export type TextObstacle = "text_on_path" | "text_turned" | "text_vertical" | "text_stretched";

/** Runs that follow each other on one baseline without a gap; places are in the line's own space, in which it is level. */
export interface TextChunk {
  /** Clockwise degrees from the text's user space to the line's: 90 for one from top to bottom, whose letters lie. */
  turn: 0 | 90;
  /** Left, middle or right end of its baseline, as `align` says: the point that holds when another font is wider. */
  at: Point;
  align: "left" | "centre" | "right";
  /** Advance of the whole chunk in user units. */
  width: number;
  rightToLeft: boolean;
  /** In the order of reading. */
  runs: TextRun[];
}

export interface TextRun {
  origin: Origin;
  text: string;
  /** Left end of the run's baseline in the line's own space, baseline shifts worked in. */
  at: Point;
  width: number;
  font: FontChoice;
  size: number;
  /** Added after each letter, word spacing and `textLength` worked in. */
  spacing: number;
  fill: Fill | null;
  stroke: Stroke | null;
  paintOrder: readonly PaintStep[];
  decorations: TextDecoration[];
  link: string;
  /** Glyphs as drawn, each an outline in the text's user space (placed, turned, scaled). */
  glyphs: Glyph[];
}

export interface Glyph {
  readonly outline: PathData;
}

export interface FontChoice {
  /** The family as an office program asks for it: one that the SVG names where it was found or has a twin. */
  typeface: string;
  /** Family the SVG asks for that is not here; empty when the face found is one it asks for. */
  missing: string;
  /** Whether it came along with the SVG: who presents may not have it. */
  brought: boolean;
  /** Whether the bold face of `typeface` is meant. */
  bold: boolean;
  italic: boolean;
  smallCaps: boolean;
  /** Of the font found, in em: above and below the baseline as OpenType's `hhea` (or `OS/2` typographic) says. */
  ascent: number;
  descent: number;
}

export interface TextDecoration {
  line: "underline" | "overline" | "line-through";
  fill: Fill | null;
  stroke: Stroke | null;
  /** Its bar in the text's user space. */
  bar: PathData;
}

export type SceneNode = Group | Shape | Image | Text;

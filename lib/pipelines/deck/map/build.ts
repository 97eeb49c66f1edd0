import type { Deadline } from "../deadline";
import type { Rasterizer } from "../raster/rasterizer";
import type { Matrix, Origin, Point, Rect, SceneNode } from "../scene";
import type { Mapped, SlideShape } from "../slide";
import type { SourceDocument } from "../source";
import type { Ids } from "./ids";
import type { MediaList } from "./media";
import type { MapReason } from "./reasons";
import type { Region } from "./region";

/** Where the scene stands on the slide: `scale` is EMU per user unit, `offset` the scene's corner; all in EMU. */
export interface MapPage {
  width: number;
  height: number;
  scale: number;
  offset: Point;
}

/** What policy says of a node; each that is not native is one drawing. */
export interface MapDecision {
  decision: "native" | "picture" | "raster";
  reasons: readonly string[];
}

export type MapDecisions = ReadonlyMap<SceneNode, MapDecision>;

export interface MapTools {
  rasterizer: Pick<Rasterizer, "draw" | "isSpent">;
  source: SourceDocument;
  text: "editable" | "outline";
  /** RRGGBB of the slide; white when absent. */
  background?: string;
  signal?: AbortSignal;
  deadline?: Deadline;
}

/**
 * A slide while it is made. All geometry is in slide pixels (9,525 EMU) until placing.ts writes it down; Skia's path
 * operations are at their best at that size.
 */
export interface Build {
  page: MapPage;
  /** The slide in slide pixels. */
  slide: Rect;
  decisions: MapDecisions;
  tools: MapTools;
  ids: Ids;
  media: MediaList;
  rows: Mapped[];
}

/** What a node inherits from those around it. */
export interface Place {
  /** From the node's user space to slide pixels. */
  matrix: Matrix;
  opacity: number;
  /** Null where nothing is cut. */
  clip: Region | null;
  /** Inside a marker or another copy that the source has elsewhere, or not at this place. */
  copied: boolean;
  /** What policy says of the groups around, such as a mask drawn as a clip; it goes into the rows of what is inside. */
  reasons: readonly string[];
}

/** What became of a node: its shapes in order of painting, and why they are not just what the SVG says. */
export interface Outcome {
  shapes: SlideShape[];
  reasons: MapReason[];
  /** Absent for native shapes. */
  format?: "picture" | "raster";
}

export const nothing = (...reasons: MapReason[]): Outcome => ({ shapes: [], reasons });

/** What a shape made of an element is called. */
export interface Label {
  origin: Origin;
  title: string;
  description: string;
  link: string;
}

import type { SvgDocument } from "./parse/element";

/** The document a scene came from, kept so that a subtree can be drawn as the picture or raster tier. */
export interface SourceDocument {
  document: SvgDocument;
  /** Size of the outermost viewport in user units. */
  width: number;
  height: number;
  /**
   * A standalone SVG of the whole viewport in which only these elements (by `Origin.source`) are drawn, with the
   * transforms, styles, opacity, clips and masks of all their ancestors, and everything they refer to.
   * @param region part of the viewport in user units, which becomes the `viewBox`.
   */
  cut(keys: readonly number[], region: { x: number; y: number; width: number; height: number }): string;
}

export interface DrawingOptions {
  /** All filters are blurs and colours of single shapes, whose time is bounded, so that they cost no pixels. */
  plainFilters?: boolean;
  /** How many times as large as the picture the largest filter region in it is: all of it is worked on. 1 when absent. */
  filterSpread?: number;
  /** One of those that were known to come. */
  isAwaited?: boolean;
}

/** Draws SVG text as PNG; the one place that knows resvg. */
export interface Rasterizer {
  /**
   * Whether the drawings so far have taken all that one slide may, so that nothing more is drawn.
   * @param isAwaited see `DrawingOptions`.
   */
  isSpent(isAwaited: boolean): boolean;
  /**
   * @param svg a standalone SVG.
   * @param width of the picture in pixels; its height follows the SVG's aspect. At most 4096 either way.
   * @param options see there.
   * @throws TracepressError `invalid_svg` when it cannot be drawn.
   */
  draw(svg: string, width: number, options?: DrawingOptions): { png: Uint8Array; width: number; height: number };
  /** The same as bare pixels, for one who writes the file elsewhere: resvg's own PNG takes five times as long as they. */
  paint(svg: string, width: number, options?: DrawingOptions): Painting;
}

/** Pixels row by row, each red, green, blue and alpha, the colours multiplied by alpha. */
export interface Painting {
  pixels: Uint8Array;
  width: number;
  height: number;
}

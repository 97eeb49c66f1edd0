/** Draws SVG text as PNG; the one place that knows resvg. */
export interface Rasterizer {
  /**
   * @param svg a standalone SVG.
   * @param width of the picture in pixels; its height follows the SVG's aspect. At most 4096 either way.
   * @param options `plainFilters` says that all filters are blurs and colours of single shapes, whose time is bounded,
   * so that they cost no pixels.
   * @throws TracepressError `invalid_svg` when it cannot be drawn.
   */
  draw(
    svg: string,
    width: number,
    options?: { plainFilters: boolean },
  ): { png: Uint8Array; width: number; height: number };
}

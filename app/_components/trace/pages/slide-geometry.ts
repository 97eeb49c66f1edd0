/** Where a shape lies, as shares of the slide's width and height. */
export interface ShapeBox {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** The size of a slide's picture in its own units; only its proportions matter. */
export function slideOf(svg: string): { width: number; height: number } {
  const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
  return { width: Number(width ?? 16), height: Number(height ?? 9) };
}

/** Of shapes in a document that shows nothing but the slide, in their order; those that are not on it have none. */
export function boxesOf(page: Document, shapeIds: readonly number[]): ShapeBox[] {
  const whole = page.documentElement.getBoundingClientRect();
  if (whole.width === 0 || whole.height === 0) return [];
  return shapeIds.flatMap((id) => {
    const shape = page.querySelector(`[data-shape="${id}"]`)?.getBoundingClientRect();
    if (!shape) return [];
    return {
      left: shape.left / whole.width,
      top: shape.top / whole.height,
      width: shape.width / whole.width,
      height: shape.height / whole.height,
    };
  });
}

/** The shape that is seen at a point, in pixels from the top left, and after it the groups it is in. */
export function shapesAt(page: Document, x: number, y: number): number[] {
  const hit = page.elementsFromPoint(x, y).find((element) => element.closest("[data-shape]"));
  const ids: number[] = [];
  for (let at = hit?.closest("[data-shape]"); at; at = at.parentElement?.closest("[data-shape]")) {
    ids.push(Number(at.getAttribute("data-shape")));
  }
  return ids;
}

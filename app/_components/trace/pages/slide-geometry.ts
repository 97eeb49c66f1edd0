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

/** Of a shape in a document that shows nothing but the slide. Null when the slide has no such shape. */
export function boxOf(page: Document, shapeId: number): ShapeBox | null {
  const whole = page.documentElement.getBoundingClientRect();
  const shape = page.querySelector(`[data-shape="${shapeId}"]`)?.getBoundingClientRect();
  if (!shape || whole.width === 0 || whole.height === 0) return null;
  return {
    left: shape.left / whole.width,
    top: shape.top / whole.height,
    width: shape.width / whole.width,
    height: shape.height / whole.height,
  };
}

/** The shape that is seen at a point, in pixels from the top left. */
export function shapeAt(page: Document, x: number, y: number): number | null {
  const hit = page.elementsFromPoint(x, y).find((element) => element.closest("[data-shape]"));
  const id = Number(hit?.closest("[data-shape]")?.getAttribute("data-shape"));
  return Number.isInteger(id) && id > 0 ? id : null;
}

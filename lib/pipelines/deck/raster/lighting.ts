/**
 * The same SVG with the heights that light falls on in pixels, as resvg reads them, and not in units of its viewport, as
 * browsers do (Filter Effects 1, 9.13): drawn twice as large it would look half as deep.
 * @param perUnit pixels of the drawing for each unit of its viewport.
 */
export function litInPixels(svg: string, perUnit: number): string {
  if (!svg.includes("Lighting") || perUnit === 1) return svg;
  return svg.replace(/<fe(?:Diffuse|Specular)Lighting\b[^>]*?(?=\/?>)/g, (tag) => {
    const said = /\ssurfaceScale="([^"]*)"/.exec(tag);
    const height = Number(said?.[1] ?? 1);
    if (!Number.isFinite(height)) return tag;
    const inPixels = ` surfaceScale="${height * perUnit}"`;
    return said === null ? `${tag}${inPixels}` : tag.replace(said[0], inPixels);
  });
}

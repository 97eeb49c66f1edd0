import { describe, expect, it } from "vitest";
import { FontBook } from "@/lib/pipelines/deck/fonts";
import { svgOfPaint } from "@/lib/pipelines/deck/map/svg/paint-sheet";
import { identity } from "@/lib/pipelines/deck/matrix";
import { parseSvg } from "@/lib/pipelines/deck/parse";
import { loadRasterizer } from "@/lib/pipelines/deck/raster";
import type { Paint, SceneNode } from "@/lib/pipelines/deck/scene";
import { drawn, mapped, onlyForm } from "../../support/deck-scene";

const fonts = new FontBook([]);
const dot = '<circle cx="3" cy="3" r="2"/>';

/** Tile sides in pixels of the picture that a pattern becomes within 90 by 50 slide pixels, and the picture's size. */
async function tileOf(attributes: string) {
  const rect = '<rect x="20" y="10" width="90" height="50" fill="url(#p)"/>';
  const pattern = `<pattern id="p" patternUnits="userSpaceOnUse" ${attributes}>${dot}</pattern>`;
  const text = `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100">${pattern}${rect}</svg>`;
  const { scene } = parseSvg(new TextEncoder().encode(text), { name: "a.svg", fonts });
  const { slide, mapped: rows } = await mapped(scene.root.children);
  const [, matrix] = /patternTransform="matrix\(([^)]*)\)"/.exec(drawn[0]) ?? [];
  const [a, b, c, d] = matrix.split(" ").map(Number);
  const side = (name: string) => Number(new RegExp(`<pattern[^>]* ${name}="([^"]*)"`).exec(drawn[0])?.[1]);
  const size = /viewBox="0 0 (\d+) (\d+)"/.exec(drawn[0])?.slice(1).map(Number) ?? [];
  const tile = { across: side("width") * Math.hypot(a, b), down: side("height") * Math.hypot(c, d) };
  return { tile, size, fill: onlyForm(slide.shapes).fill, reasons: rows[0].reasons };
}

/** How far a length is below a whole number of pixels; resvg rounds up. */
const below = (length: number) => Math.ceil(length) - length;

describe("a pattern as a picture", () => {
  it("has tiles of whole pixels both ways, so that the last stands where it should", async () => {
    const { tile, size, fill, reasons } = await tileOf('width="6.3" height="7.7"');
    const tilesAcross = 90 / 6.3;
    expect(below(tile.across) * tilesAcross).toBeLessThan(1);
    expect(below(tile.down) * (50 / 7.7)).toBeLessThan(1);
    expect(Math.abs(size[0] - Math.ceil(tile.across) * tilesAcross)).toBeLessThan(1.1);
    expect(fill).toMatchObject({ kind: "picture", over: { left: 0, top: 0, right: 1, bottom: 1 } });
    expect(reasons).toEqual(["pattern_as_picture"]);
  });

  it("keeps to whole pixels where it lies on its side", async () => {
    const { tile } = await tileOf('width="6.3" height="7.7" patternTransform="rotate(90)"');
    expect(below(tile.across) * (50 / 6.3)).toBeLessThan(1);
    expect(below(tile.down) * (90 / 7.7)).toBeLessThan(1);
  });

  it("is turned without being skewed", async () => {
    const { tile } = await tileOf('width="6.3" height="6.3" patternTransform="rotate(30)"');
    expect(tile.across / tile.down).toBeCloseTo(1, 2);
    expect(below(tile.across)).toBeLessThan(0.1);
  });

  it("is drawn no larger for tiles below a pixel", async () => {
    const { size } = await tileOf('width="0.02" height="0.02"');
    expect(size.every((side) => side <= 1024)).toBe(true);
  });

  it("is the same picture where its few tiles are drawn one by one, however large they are", async () => {
    const box = { x: 0, y: 0, width: 90, height: 50 };
    const rasterizer = await loadRasterizer(fonts);
    const drawing = (content: string) =>
      `<svg xmlns="http://www.w3.org/2000/svg" width="90" height="50" viewBox="0 0 90 50">${content}</svg>`;
    for (const tile of [
      'x="-20" y="-9" width="70" height="40"',
      'width="80" height="60" patternTransform="rotate(9)"',
    ]) {
      const shapes =
        '<rect x="-9" y="2" width="50" height="20" fill="gold"/><circle cx="40" cy="20" r="15" fill="teal"/>';
      const pattern = `<pattern id="p" patternUnits="userSpaceOnUse" ${tile}>${shapes}</pattern>`;
      const text = drawing(`${pattern}<rect width="90" height="50" fill="url(#p)"/>`);
      const { scene } = parseSvg(Buffer.from(text), { name: "a.svg", fonts });
      const sheet = svgOfPaint(paintOf(scene.root), 1, identity, box);
      expect(sheet).not.toContain("<pattern");
      const [seen, meant] = [sheet, text].map((svg) => rasterizer.paint(svg, 180).pixels);
      expect(seen).toHaveLength(meant.length);
      const apart = seen.reduce((sum, value, at) => sum + Math.abs(value - meant[at]), 0) / seen.length;
      expect(apart).toBeLessThan(1.5);
    }
  });
});

/** What the only shape below is filled with. */
function paintOf(node: SceneNode): Paint {
  if (node.kind === "group" && node.children.length === 1) return paintOf(node.children[0]);
  if (node.kind !== "shape" || node.fill === null) throw new Error(`no filled shape: ${node.kind}`);
  return node.fill.paint;
}

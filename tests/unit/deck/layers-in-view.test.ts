import { beforeAll, describe, expect, it } from "vitest";
import { svgOfPaint } from "@/lib/pipelines/deck/map/svg/paint-sheet";
import { loadRasterizer, type Rasterizer } from "@/lib/pipelines/deck/raster";
import type { PatternPaint } from "@/lib/pipelines/deck/scene";
import { base, drawn, group, mapped, rect } from "../../support/deck-scene";

/** Pixels across the slide of 200 by 100. */
const width = 200;

describe("a picture of layers that begin far before it", () => {
  let rasterizer: Rasterizer;
  beforeAll(async () => {
    rasterizer = await loadRasterizer({ buffers: () => [] });
  });
  const alphasOf = (svg: string) => rasterizer.paint(svg, width).pixels.filter((_, at) => at % 4 === 3);

  it.each([
    ["left of the slide", rect(-900, 0, 1100, 100)],
    ["above the slide", rect(0, -900, 200, 1000)],
  ])("shows what is in them: %s", async (_, far) => {
    const inner = group([far, rect(9, 9, 5, 5)], { opacity: 0.8 });
    const within = group([inner, rect(50, 50, 9, 9)], { ...base("within", "g"), opacity: 0.9 });
    const whole = group([within, rect(20, 20, 9, 9)], { ...base("whole", "g"), opacity: 0.5 });
    await mapped([whole], new Map([[whole, { decision: "raster" as const, reasons: ["group_opacity"] }]]));
    const written = drawn.find((svg) => svg.includes("viewBox"));
    const alphas = alphasOf(written ?? "");
    expect(Math.min(...alphas)).toBeGreaterThan(0.5 * 0.9 * 0.8 * 255 - 3);
    expect(alphas[0]).toBeLessThan(0.5 * 0.9 * 0.8 * 255 + 3);
  });

  it("shows the few tiles of a pattern that are half see-through", () => {
    const content = group([rect(0, 0, 99, 99), rect(-900, -900, 950, 950)]);
    const paint: PatternPaint = {
      kind: "pattern",
      tile: { x: 0, y: 0, width: 99, height: 99 },
      transform: [1, 0, 0, 1, 0, 0],
      content,
      overflowVisible: false,
    };
    const box = { x: 190, y: 90, width: 60, height: 30 };
    const alphas = alphasOf(svgOfPaint(paint, 0.5, [1, 0, 0, 1, 0, 0], box));
    const half = alphas.filter((alpha) => Math.abs(alpha - 127.5) < 4).length;
    expect(half / alphas.length).toBeGreaterThan(0.9);
  });
});

import { describe, expect, it } from "vitest";
import type { PathData } from "@/lib/pipelines/deck/scene";
import {
  base,
  cornersOf,
  group,
  mapped,
  onlyForm,
  path,
  polygon,
  rect,
  rectPath,
  red,
  stroke,
} from "../../support/deck-scene";

const px = 9525;

describe("a shape on the slide", () => {
  it("is PowerPoint's own rectangle where the SVG has one", async () => {
    const { slide, mapped: rows } = await mapped([rect(10, 20, 30, 40)]);
    const form = onlyForm(slide.shapes);
    expect(form.geometry).toEqual({ kind: "rect" });
    expect(form.placing).toEqual({
      x: 10 * px,
      y: 20 * px,
      width: 30 * px,
      height: 40 * px,
      turn: 0,
      flipX: false,
      flipY: false,
    });
    expect(form.fill).toEqual({ kind: "solid", colour: { rgb: "FF0000", alpha: 1 } });
    expect(form.name).toBe("rect");
    expect(rows).toMatchObject([{ element_id: "rect", output_format: "native", shape_id: form.id, reasons: [] }]);
  });

  it("stays a rectangle when it is turned, and becomes a path when it is skewed", async () => {
    const turned = await mapped([rect(0, 0, 40, 20, { transform: [0.866025, 0.5, -0.5, 0.866025, 100, 50] })]);
    const form = onlyForm(turned.slide.shapes);
    expect(form.geometry.kind).toBe("rect");
    expect(form.placing.turn).toBeCloseTo(30 * 60_000, -2);
    expect(form.placing.width).toBeCloseTo(40 * px, -2);
    const skewed = await mapped([rect(0, 0, 40, 20, { transform: [1, 0, 0.5, 1, 10, 10] })]);
    expect(cornersOf(onlyForm(skewed.slide.shapes))).toBe("0,0 40,0 50,20 10,20 Z");
  });

  it("has round corners only where both radii agree", async () => {
    const corners = (rx: number, ry: number) =>
      rect(0, 0, 40, 20, {
        geometry: {
          kind: "rect",
          rect: { x: 0, y: 0, width: 40, height: 20 },
          rx,
          ry,
          outline: rectPath(0, 0, 40, 20),
        },
      });
    expect(onlyForm((await mapped([corners(5, 5)])).slide.shapes).geometry).toEqual({
      kind: "roundRect",
      radius: 0.25,
    });
    expect(onlyForm((await mapped([corners(5, 9)])).slide.shapes).geometry.kind).toBe("custom");
  });

  it("shows fill and stroke in one shape, or two when the stroke comes first", async () => {
    const both = onlyForm((await mapped([rect(0, 0, 40, 20, { stroke: stroke() })])).slide.shapes);
    expect(both.fill?.kind).toBe("solid");
    expect(both.line).toMatchObject({ width: 2 * px, cap: "flat", join: { kind: "miter", limit: 4 } });
    const { slide } = await mapped([
      rect(0, 0, 40, 20, { stroke: stroke(), paintOrder: ["stroke", "fill", "markers"] }),
    ]);
    expect(slide.shapes).toMatchObject([{ kind: "group", name: "rect", children: [{ fill: null }, { line: null }] }]);
  });

  it("fills an open path as if closed but strokes it open", async () => {
    const open: PathData = polygon([0, 0], [20, 0], [20, 20]).slice(0, 3);
    const form = onlyForm((await mapped([path(open, { stroke: stroke({ join: "round" }) })])).slide.shapes);
    expect(cornersOf(form)).toBe("0,0 20,0 20,20 Z | 0,0 20,0 20,20");
    expect(
      form.geometry.kind === "custom" && form.geometry.paths.map(({ filled, stroked }) => [filled, stroked]),
    ).toEqual([
      [true, false],
      [false, true],
    ]);
  });

  it("leaves no row without a reason when nothing is drawn", async () => {
    const { slide, mapped: rows } = await mapped([rect(500, 0, 10, 10), rect(0, 0, 10, 10, { opacity: 0 })]);
    expect(slide.shapes).toEqual([]);
    expect(rows).toMatchObject([
      { output_format: "none", reasons: ["outside_slide"] },
      { output_format: "none", reasons: ["not_painted"] },
    ]);
  });
});

describe("fill rules", () => {
  it("drops an inner square of the same direction under nonzero, keeps it as a hole under evenodd", async () => {
    const squares = [...rectPath(0, 0, 40, 40), ...rectPath(10, 10, 20, 20)];
    const nonzero = onlyForm((await mapped([path(squares)])).slide.shapes);
    expect(cornersOf(nonzero)).toBe("0,0 40,0 40,40 0,40 Z");
    const evenodd = path(squares, { fill: { paint: red, rule: "evenodd", opacity: 1 } });
    expect(cornersOf(onlyForm((await mapped([evenodd])).slide.shapes))).toBe(
      "0,0 40,0 40,40 0,40 Z 10,30 30,30 30,10 10,10 Z",
    );
  });

  it("joins overlapping squares under nonzero", async () => {
    const squares = [...rectPath(0, 0, 20, 20), ...rectPath(10, 10, 20, 20)];
    const corners = cornersOf(onlyForm((await mapped([path(squares)])).slide.shapes));
    expect(corners.match(/Z/g)).toHaveLength(1);
    expect(corners).not.toContain("10,10");
  });
});

describe("strokes", () => {
  it("outlines what a stretched transform makes uneven", async () => {
    const { slide, mapped: rows } = await mapped([
      path(polygon([0, 0], [20, 0]).slice(0, 2), { fill: null, stroke: stroke(), transform: [4, 0, 0, 1, 0, 10] }),
    ]);
    const form = onlyForm(slide.shapes);
    expect(form.line).toBeNull();
    expect(form.placing).toMatchObject({ y: 9 * px, width: 80 * px, height: 2 * px });
    expect(rows[0].reasons).toContain("stroke_outlined");
  });

  it("keeps its width when it does not scale", async () => {
    const line = path(polygon([0, 0], [20, 0], [20, 20]), {
      fill: null,
      stroke: stroke({ nonScaling: true }),
      transform: [4, 0, 0, 1, 0, 10],
    });
    expect(onlyForm((await mapped([line])).slide.shapes).line?.width).toBe(2 * px);
  });

  it("keeps a plain dash on a straight line, and cuts one with an offset into the geometry", async () => {
    const dashed = (dashOffset: number) =>
      path(polygon([0, 0], [20, 0]).slice(0, 2), { fill: null, stroke: stroke({ dashes: [8, 4], dashOffset }) });
    const plain = onlyForm((await mapped([dashed(0)])).slide.shapes);
    expect(plain.line?.dashes).toEqual([{ dash: 4, gap: 2 }]);
    const cut = onlyForm((await mapped([dashed(4)])).slide.shapes);
    expect(cut.line?.dashes).toEqual([]);
    expect(cornersOf(cut)).toBe("0,0 4,0 8,0 16,0");
  });
});

describe("gradients", () => {
  const stops = [
    { offset: 0, colour: { red: 0, green: 0, blue: 0, alpha: 1 } },
    { offset: 1, colour: { red: 200, green: 100, blue: 0, alpha: 1 } },
  ];
  const linear = (from: number, to: number, spread: "pad" | "repeat" | "reflect" = "pad") => ({
    kind: "linear" as const,
    stops,
    spread,
    transform: [1, 0, 0, 1, 0, 0] as const,
    from: { x: from, y: 0 },
    to: { x: to, y: 0 },
  });

  it("cut and pad the ramp to the shape's box", async () => {
    const fill = { paint: linear(-20, 20), rule: "nonzero" as const, opacity: 1 };
    const form = onlyForm((await mapped([rect(0, 0, 40, 10, { fill })])).slide.shapes);
    expect(form.fill).toEqual({
      kind: "linear",
      angle: 0,
      stops: [
        { at: 0, colour: { rgb: "643200", alpha: 1 } },
        { at: 0.5, colour: { rgb: "C86400", alpha: 1 } },
        { at: 1, colour: { rgb: "C86400", alpha: 1 } },
      ],
    });
  });

  it("repeat and reflect by more stops", async () => {
    const fill = { paint: linear(0, 10, "reflect"), rule: "nonzero" as const, opacity: 0.5 };
    const form = onlyForm((await mapped([rect(0, 0, 20, 10, { fill })])).slide.shapes);
    const at = form.fill?.kind === "linear" ? form.fill.stops.map((stop) => `${stop.at} ${stop.colour.rgb}`) : [];
    expect(new Set(at)).toEqual(new Set(["0 000000", "0.5 C86400", "1 000000"]));
  });

  it("become a picture in the shape when they are not round", async () => {
    const paint = {
      kind: "radial" as const,
      stops,
      spread: "pad" as const,
      transform: [1, 0, 0, 1, 0, 0] as const,
      centre: { x: 0, y: 0 },
      radius: 20,
      focus: { x: 0, y: 0 },
      focusRadius: 0,
    };
    const { slide, mapped: rows } = await mapped([
      rect(0, 0, 40, 10, { fill: { paint, rule: "nonzero", opacity: 1 } }),
    ]);
    expect(onlyForm(slide.shapes).fill).toMatchObject({ kind: "picture", media: 0 });
    expect(rows[0]).toMatchObject({ output_format: "native", reasons: ["gradient_as_picture"], media_bytes: 1 });
  });
});

describe("clips", () => {
  const clip = (outline: PathData) => ({
    origin: base("clip", "clipPath").origin,
    shapes: [{ outline, rule: "nonzero" as const, clip: null }],
    clip: null,
  });

  it("leave a shape inside untouched, drop one outside, cut one across", async () => {
    const { slide, mapped: rows } = await mapped([
      group([rect(0, 0, 10, 10), rect(100, 0, 10, 10), rect(45, 0, 10, 10)], { clip: clip(rectPath(0, 0, 50, 50)) }),
    ]);
    expect(slide.shapes).toMatchObject([
      {
        kind: "group",
        children: [{ geometry: { kind: "rect" } }, { geometry: { kind: "custom" }, placing: { width: 5 * px } }],
      },
    ]);
    expect(rows.map((row) => row.reasons)).toEqual([[], ["clipped_away"], ["clip_as_geometry"]]);
  });

  it("need not cut what only the slide's edge cuts", async () => {
    const { slide } = await mapped([group([rect(-10, 0, 50, 10)], { clip: clip(rectPath(0, 0, 200, 100)) })]);
    expect(slide.shapes).toMatchObject([{ children: [{ geometry: { kind: "rect" }, placing: { x: -10 * px } }] }]);
  });
});

describe("groups", () => {
  it("multiply their opacity into their children and vanish when they are empty", async () => {
    const { slide } = await mapped([group([]), group([rect(0, 0, 10, 10)], { opacity: 0.5 })]);
    expect(slide.shapes).toMatchObject([{ kind: "group", children: [{ fill: { colour: { alpha: 0.5 } } }] }]);
  });

  it("are drawn as one picture when policy says so", async () => {
    const whole = group([rect(10, 10, 30, 10)]);
    const decisions = new Map([[whole, { decision: "raster" as const, reasons: ["blend_mode"] }]]);
    const { slide, mapped: rows } = await mapped([whole], decisions);
    expect(slide.shapes).toMatchObject([{ kind: "picture", placing: { x: 10 * px, width: 30 * px }, vector: null }]);
    expect(rows).toMatchObject([{ element_id: "group", output_format: "raster", reasons: ["blend_mode"] }]);
  });
});

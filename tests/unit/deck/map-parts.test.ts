import { beforeAll, describe, expect, it } from "vitest";
import { unite } from "@/lib/pipelines/deck/map/boolean";
import { bothRules } from "@/lib/pipelines/deck/map/contours";
import { cutDashes } from "@/lib/pipelines/deck/map/dashes";
import { joinOf } from "@/lib/pipelines/deck/map/joins";
import { loadPathKit } from "@/lib/pipelines/deck/map/pathkit";
import type { Image, PathData } from "@/lib/pipelines/deck/scene";
import { base, drawn, group, mapped, path, polygon, rect, rectPath, stroke } from "../../support/deck-scene";

const px = 9525;
beforeAll(loadPathKit);

const ends = (outline: PathData | null) =>
  (outline ?? [])
    .map((s) => (s.type === "Z" ? "Z" : `${s.type}${Math.round(s.x * 100) / 100},${Math.round(s.y * 100) / 100}`))
    .join(" ");

describe("dashes", () => {
  it("run round corners and begin inside the list by the offset", () => {
    const corner = polygon([0, 0], [10, 0], [10, 10]).slice(0, 3);
    expect(ends(cutDashes(corner, [6, 2], 0))).toBe("M0,0 L6,0 M8,0 L10,0 L10,4 M10,6 L10,10");
    expect(ends(cutDashes(corner, [6, 2], -2))).toBe("M2,0 L8,0 M10,0 L10,6 M10,8 L10,10");
  });

  it("follow a curve by its length", () => {
    const curve: PathData = [
      { type: "M", x: 0, y: 0 },
      { type: "C", x1: 0, y1: 0, x2: 30, y2: 0, x: 30, y: 0 },
    ];
    expect(ends(cutDashes(curve, [10, 10], 0))).toMatch(/^M0,0 C(10|9\.9\d|10\.0\d),0 M(20|19\.9\d|20\.0\d),0 C30,0$/);
  });

  it("are refused when there would be millions", () => {
    expect(cutDashes(polygon([0, 0], [1e9, 0]).slice(0, 2), [0.001, 0.001], 0)).toBeNull();
  });
});

describe("joins", () => {
  const corner = (degrees: number) =>
    polygon(
      [60, 0],
      [0, 0],
      [60 * Math.cos((degrees * Math.PI) / 180), 60 * Math.sin((degrees * Math.PI) / 180)],
    ).slice(0, 3);

  it("stay miters up to the limit, become bevels beyond it", () => {
    expect(joinOf(stroke(), corner(60))).toEqual({ kind: "miter", limit: 4 });
    expect(joinOf(stroke({ miterLimit: 1.5 }), corner(60))).toEqual({ kind: "bevel" });
  });

  it("are no line's when LibreOffice would cut a miter that SVG draws", () => {
    expect(joinOf(stroke({ miterLimit: 20 }), corner(10))).toBeNull();
  });
});

describe("areas", () => {
  it("of a figure of eight keep both halves under both rules", () => {
    const eight = polygon([0, 0], [20, 20], [20, 0], [0, 20]);
    const resolved = bothRules(eight, "nonzero");
    expect(resolved.exact).toBe(true);
    expect(resolved.path.filter(({ type }) => type === "Z")).toHaveLength(2);
  });

  it("that cross too often are left as they are, and say so", () => {
    const points = Array.from({ length: 400 }, (_, i): [number, number] => [(i * 7919) % 997, (i * 104729) % 991]);
    expect(bothRules(polygon(...points), "nonzero").exact).toBe(false);
  });

  it("are united", () => {
    const both = unite(
      { path: rectPath(0, 0, 10, 10), rule: "nonzero" },
      { path: rectPath(10, 0, 10, 10), rule: "nonzero" },
    );
    expect(both?.filter(({ type }) => type === "Z")).toHaveLength(1);
  });
});

describe("pictures", () => {
  const bytes = new Uint8Array([1, 2, 3]);
  const image = (extra: Partial<Image> = {}): Image => ({
    kind: "image",
    ...base("photo", "image"),
    bytes,
    mediaType: "image/png",
    box: { x: 10, y: 10, width: 40, height: 20 },
    crisp: false,
    ...extra,
  });
  const clip = (outline: PathData) => ({
    origin: base("clip", "clipPath").origin,
    shapes: [{ outline, rule: "nonzero" as const, clip: null }],
    clip: null,
  });

  it("stand where the SVG has them, mirrored and turned", async () => {
    const { slide } = await mapped([image(), image({ transform: [0, 1, 1, 0, 0, 0] })]);
    expect(slide.shapes).toMatchObject([
      { kind: "picture", placing: { x: 10 * px, y: 10 * px, width: 40 * px, height: 20 * px, turn: 0 }, media: 0 },
      { kind: "picture", placing: { width: 40 * px, height: 20 * px, turn: 5_400_000, flipY: true }, media: 0 },
    ]);
    expect(slide.media).toHaveLength(1);
  });

  it("are cropped by a rectangle and cut by any other clip", async () => {
    const { slide } = await mapped([
      image({ clip: clip(rectPath(20, 10, 20, 20)) }),
      image({ clip: clip(polygon([10, 10], [50, 10], [30, 30])) }),
    ]);
    expect(slide.shapes).toMatchObject([
      {
        geometry: { kind: "rect" },
        placing: { x: 20 * px, width: 20 * px },
        crop: { left: 0.25, right: 0.25, top: 0, bottom: 0 },
      },
      { geometry: { kind: "custom" }, crop: { left: 0, right: 0, top: 0, bottom: 0 } },
    ]);
  });

  it("that are skewed are drawn anew, and say so", async () => {
    const { slide, mapped: rows } = await mapped([image({ transform: [1, 0, 1, 1, 0, 0] })]);
    expect(slide.shapes).toMatchObject([{ kind: "picture", geometry: { kind: "rect" } }]);
    expect(rows[0].reasons).toEqual(["image_redrawn"]);
  });
});

describe("markers", () => {
  it("are shapes of their own in a group with the line", async () => {
    const marker = { position: "end" as const, at: { x: 50, y: 0 }, content: group([rect(45, 10, 10, 10)]) };
    const line = path(polygon([0, 10], [50, 10]).slice(0, 2), { fill: null, stroke: stroke(), markers: [marker] });
    const { slide, mapped: rows } = await mapped([line]);
    expect(slide.shapes).toMatchObject([
      { kind: "group", name: "shape", children: [{ geometry: { kind: "line" } }, {}] },
    ]);
    expect(rows).toHaveLength(1);
  });
});

describe("the trace", () => {
  it("hands what policy says of a group to the elements inside", async () => {
    const masked = group([rect(0, 0, 10, 10)]);
    const { mapped: rows } = await mapped(
      [masked],
      new Map([[masked, { decision: "native", reasons: ["mask_as_clip"] }]]),
    );
    expect(rows).toMatchObject([{ element_id: "rect", output_format: "native", reasons: ["mask_as_clip"] }]);
  });
});

describe("patterns", () => {
  it("are drawn as one picture over the shape's box, their content beginning at the tile's corner", async () => {
    const tile = { x: 5, y: 5, width: 10, height: 10 };
    const content = group([rect(5, 5, 4, 4)]);
    const paint = {
      kind: "pattern" as const,
      tile,
      transform: [1, 0, 0, 1, 0, 0] as const,
      content,
      overflowVisible: false,
    };
    const { slide } = await mapped([rect(0, 0, 40, 20, { fill: { paint, rule: "nonzero", opacity: 1 } })]);
    expect(slide.shapes).toMatchObject([{ geometry: { kind: "rect" }, fill: { kind: "picture", media: 0 } }]);
    expect(drawn[0]).toContain("translate(-5 -5)");
  });
});

import { describe, expect, it } from "vitest";
import { analyze } from "@/lib/pipelines/deck/analyze";
import { paintBox } from "@/lib/pipelines/deck/bounds";
import { groupOf } from "@/lib/pipelines/deck/filters/frame";
import { rectanglePath } from "@/lib/pipelines/deck/outline";
import { decideScene, targets } from "@/lib/pipelines/deck/policy";
import type { Colour, FilterPrimitive, Group, Origin, Rect, Scene, SceneNode, Shape } from "@/lib/pipelines/deck/scene";
import { settle } from "@/lib/pipelines/deck/settle";

const origin = (id: string): Origin => ({ id, idGiven: true, tag: "rect", line: 1, source: 1 });
const green: Colour = { red: 0, green: 128, blue: 0, alpha: 1 };
const white: Colour = { red: 255, green: 255, blue: 255, alpha: 1 };
const black: Colour = { red: 0, green: 0, blue: 0, alpha: 1 };
const page: Rect = { x: 0, y: 0, width: 100, height: 100 };

function rect(id: string, box: Rect, colour = green, more: Partial<Shape> = {}): Shape {
  return {
    ...groupOf(origin(id), []),
    kind: "shape",
    geometry: { kind: "rect", rect: box, rx: 0, ry: 0, outline: rectanglePath(box) },
    fill: { paint: { kind: "solid", colour }, rule: "nonzero", opacity: 1 },
    stroke: null,
    paintOrder: ["fill", "stroke", "markers"],
    markers: [],
    ...more,
  };
}

const box = (x: number, y: number, size = 40): Rect => ({ x, y, width: size, height: size });

function step(type: string, more: Partial<FilterPrimitive> = {}): FilterPrimitive {
  return {
    type,
    inputs: ["SourceGraphic"],
    result: type,
    region: page,
    linearRgb: true,
    values: {},
    children: [],
    content: null,
    ...more,
  };
}

function filtered(...primitives: FilterPrimitive[]): Shape {
  return rect("it", box(10, 10), green, { filter: { origin: origin("filter"), region: page, primitives } });
}

function masked(...content: SceneNode[]): Shape {
  const mask = { origin: origin("mask"), kind: "luminance", region: page, mask: null } as const;
  return rect("it", box(10, 10), green, { mask: { ...mask, content: groupOf(origin("mask"), content) } });
}

function planned(...children: SceneNode[]) {
  const root = groupOf(origin("svg"), children);
  const scene: Scene = { width: 100, height: 100, title: "", description: "", root, notes: [] };
  const settled = settle(scene, targets.balanced);
  const decisions = decideScene(settled, analyze(settled.scene), targets.balanced);
  const leaves: SceneNode[] = [];
  const drawn: SceneNode[] = [];
  const walk = (node: SceneNode) => {
    if ((decisions.get(node)?.decision ?? "native") !== "native") drawn.push(node);
    else if (node.kind === "group") node.children.forEach(walk);
    else leaves.push(node);
  };
  walk(settled.scene.root);
  const reasons = [...leaves, ...drawn].flatMap((node) => decisions.get(node)?.reasons ?? []);
  return { leaves, drawn, reasons, notes: settled.scene.notes.map(({ reason }) => reason), root: settled.scene.root };
}

const colourOf = (node: SceneNode) =>
  node.kind === "shape" && node.fill?.paint.kind === "solid" ? node.fill.paint.colour : null;

describe("filters as shapes", () => {
  it("leaves out a filter that changes nothing", () => {
    const { leaves, drawn, reasons } = planned(filtered(step("feOffset")));
    expect([leaves.length, drawn.length, reasons]).toEqual([1, 0, ["filter_without_effect"]]);
  });

  it("draws a flood as a rectangle of its region", () => {
    const { leaves } = planned(filtered(step("feFlood", { inputs: [], values: { "flood-color": white } })));
    expect(leaves[0]).toMatchObject({ geometry: { kind: "rect", rect: page } });
  });

  it("says that a filter leaves nothing to see", () => {
    const { leaves, notes } = planned(filtered(step("feMerge", { inputs: [] })));
    expect([leaves, notes]).toEqual([[], ["filter_draws_nothing"]]);
  });

  it("turns colours in linear light when the filter asks for it", () => {
    const half = [0.5, 0, 0, 0, 0, 0, 0.5, 0, 0, 0, 0, 0, 0.5, 0, 0, 0, 0, 0, 1, 0];
    const change = (linearRgb: boolean) =>
      planned(filtered(step("feColorMatrix", { linearRgb, values: { values: half } }))).leaves[0];
    expect(colourOf(change(false))?.green).toBeCloseTo(64, 0);
    expect(colourOf(change(true))?.green).toBeCloseTo(92.4, 0);
  });

  it("keeps the element native above the drawn shadow", () => {
    const blur = step("feGaussianBlur", { values: { stdDeviation: [4, 5] } });
    const merge = step("feMerge", { inputs: ["feGaussianBlur", "SourceGraphic"] });
    const { leaves, drawn, reasons } = planned(filtered(blur, merge));
    expect([leaves.length, drawn.length]).toEqual([1, 1]);
    expect(reasons).toEqual(["filter_as_shapes", "filter_feGaussianBlur"]);
  });

  it("draws only the element whose filter has no equal", () => {
    const { leaves, drawn, reasons } = planned(rect("other", box(50, 50)), filtered(step("feTurbulence")));
    expect(leaves.map(({ origin }) => origin.id)).toEqual(["other"]);
    expect([drawn.length, reasons]).toEqual([1, ["filter_feTurbulence"]]);
  });

  it("does not grow without bound where steps double", () => {
    const doubling = Array.from({ length: 10 }, (_, index) =>
      step("feMerge", {
        result: `r${index}`,
        inputs: index === 0 ? ["SourceGraphic"] : [`r${index - 1}`, `r${index - 1}`],
      }),
    );
    expect(planned(filtered(...doubling)).drawn).toHaveLength(1);
  });
});

describe("masks as clips, opacity and gradients", () => {
  it("leaves out a white mask over the whole element", () => {
    expect(planned(masked(rect("m", page, white))).reasons).toEqual(["mask_without_effect"]);
  });

  it("fades by an even grey", () => {
    const { leaves } = planned(masked(rect("m", page, { ...white, alpha: 0.5 })));
    expect(leaves[0].opacity).toBeCloseTo(0.5, 2);
  });

  it("cuts by a white shape with a black hole", () => {
    const { leaves, reasons } = planned(masked(rect("m", box(0, 0), white), rect("h", box(15, 15, 5), black)));
    expect(reasons).toEqual(["mask_as_clip"]);
    expect(leaves[0].clip).toMatchObject({ shapes: [{ rule: "nonzero" }], clip: { shapes: [{ rule: "evenodd" }] } });
  });

  it("says that an empty mask hides all", () => {
    expect(planned(masked()).notes).toEqual(["mask_hides_all"]);
  });

  it("draws an element under a mask of two tones", () => {
    const { drawn, reasons } = planned(
      masked(rect("m", box(0, 0), white), rect("n", box(20, 20), { ...white, alpha: 0.5 })),
    );
    expect([drawn.length, reasons]).toEqual([1, ["mask"]]);
  });
});

describe("blending and group opacity", () => {
  it("draws all of a group that holds a part that blends, also what lies beside that part", () => {
    const beside = rect("beside", box(0, 0, 30), black);
    const group = groupOf(origin("head"), [beside, rect("cheek", box(60, 60, 20), white, { blend: "multiply" })]);
    const { drawn } = planned(rect("ground", box(0, 0, 100)), group);
    expect(drawn.map((node) => paintBox(node, node.transform))).toEqual([{ x: 0, y: 0, width: 80, height: 80 }]);
  });

  it("paints plainly what blends with nothing", () => {
    const { leaves, drawn, reasons } = planned(
      rect("a", box(0, 0)),
      rect("b", box(50, 50), white, { blend: "multiply" }),
    );
    expect([leaves.length, drawn.length, reasons]).toEqual([2, 0, ["blend_without_backdrop"]]);
  });

  it("draws the smallest group with what lies behind, which stays native too", () => {
    const far = rect("far", box(60, 60));
    const { leaves, drawn } = planned(far, rect("a", box(0, 0)), rect("b", box(20, 20), white, { blend: "multiply" }));
    expect(leaves.map(({ origin }) => origin.id)).toEqual(["far", "a"]);
    expect((drawn[0] as Group).children.map(({ origin }) => origin.id)).toEqual(["a", "b"]);
  });

  it("draws a see-through group only when its see-through parts overlap", () => {
    const group = (second: Rect) => {
      const upper = rect("b", second, { ...green, alpha: 0.5 });
      return groupOf(origin("g"), [rect("a", box(0, 0)), upper], { opacity: 0.5 });
    };
    expect(planned(group(box(50, 50))).drawn).toHaveLength(0);
    expect(planned(group(box(20, 20))).reasons).toEqual(["group_opacity"]);
  });
});

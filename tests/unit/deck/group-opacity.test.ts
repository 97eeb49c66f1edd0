import { beforeAll, describe, expect, it } from "vitest";
import { analyze } from "@/lib/pipelines/deck/analyze";
import { FontBook } from "@/lib/pipelines/deck/fonts";
import { loadPathKit } from "@/lib/pipelines/deck/map/pathkit";
import { parseSvg } from "@/lib/pipelines/deck/parse";
import { decideScene, targets } from "@/lib/pipelines/deck/policy";
import { settle } from "@/lib/pipelines/deck/settle";
import type { SlideShape } from "@/lib/pipelines/deck/slide";
import { cornersOf, mapped } from "../../support/deck-scene";

beforeAll(loadPathKit);
const fonts = new FontBook([]);

/** What stands on the slide for a group that is half see-through, and the rows of the trace. */
async function halved(content: string) {
  const text = `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100"><g opacity=".5">${content}</g></svg>`;
  const { scene } = parseSvg(new TextEncoder().encode(text), { name: "a.svg", fonts });
  const settled = settle(scene, targets.balanced);
  const decisions = decideScene(settled, analyze(settled.scene), targets.balanced);
  const { slide, mapped: rows } = await mapped(settled.scene.root.children, decisions);
  return { shapes: slide.shapes.flatMap(inside), tiers: rows.map((row) => row.output_format), rows };
}

function inside(shape: SlideShape): Exclude<SlideShape, { kind: "group" }>[] {
  return shape.kind === "group" ? shape.children.flatMap(inside) : [shape];
}

/** Alphas of the fills and lines of forms. */
function alphas(shapes: SlideShape[]): number[] {
  const paints = shapes.flatMap((shape) => (shape.kind === "form" ? [shape.fill, shape.line?.fill] : []));
  return paints.flatMap((paint) => (paint?.kind === "solid" ? [paint.colour.alpha] : []));
}

/** Corners of each contour of a form, each once, in no order. */
function contours(shape: SlideShape): string[] {
  if (shape.kind !== "form") return [shape.kind];
  const parts = cornersOf(shape)
    .split("Z")
    .filter((part) => part.trim() !== "");
  return parts.map((part) => [...new Set(part.trim().split(" "))].sort().join(" ")).sort();
}

const lower = '<rect id="lower" width="40" height="40" fill="red"/>';

describe("a group that is see-through as one", () => {
  it("has what an opaque part hides cut off the parts below", async () => {
    const { shapes, tiers, rows } = await halved(`${lower}<rect x="20" y="10" width="40" height="40" fill="blue"/>`);
    expect(tiers).toEqual(["native", "native"]);
    expect(shapes.map(contours)).toEqual([["0,0 0,40 20,10 20,40 40,0 40,10"], ["rect"]]);
    expect(alphas(shapes)).toEqual([0.5, 0.5]);
    expect(rows.map(({ reasons }) => reasons)).toEqual([["group_opacity_as_shapes", "clip_as_geometry"], []]);
  });

  it("cuts by lines as well as by fills, through groups and their transforms", async () => {
    const line = '<g transform="translate(0 20)"><path d="M5 0H60" fill="none" stroke="red" stroke-width="10"/></g>';
    const { shapes, tiers } = await halved(`<rect x="10" width="40" height="40" fill="red"/>${line}`);
    expect(tiers).toEqual(["native", "native"]);
    expect(contours(shapes[0])).toEqual(["0,0 0,15 40,0 40,15", "0,25 0,40 40,25 40,40"]);
    expect(shapes[1]).toMatchObject({ geometry: { kind: "line" }, line: { fill: { colour: { alpha: 0.5 } } } });
  });

  it("leaves parts as they are where only their boxes meet", async () => {
    const { shapes, rows } = await halved('<path d="M0 0H80L0 40" fill="red"/><path d="M90 10V50H10" fill="blue"/>');
    expect(shapes.map((shape) => shape.kind === "form" && cornersOf(shape))).toEqual([
      "0,0 80,0 0,40 Z",
      "80,0 80,40 0,40 Z",
    ]);
    expect(rows.flatMap(({ reasons }) => reasons)).toEqual([]);
  });

  it("says of a part that another hides completely that it is not seen", async () => {
    const { tiers, rows } = await halved(`${lower}<rect width="60" height="60" fill="blue"/>`);
    expect(tiers).toEqual(["none", "native"]);
    expect(rows[0].reasons).toEqual(["group_opacity_as_shapes", "clipped_away"]);
  });

  it("cuts a part only by what a clip leaves of the one above", async () => {
    const upper =
      '<clipPath id="c"><rect width="200" height="30"/></clipPath><rect x="20" y="10" width="40" height="40" fill="blue" clip-path="url(#c)"/>';
    const { shapes } = await halved(`${lower}${upper}`);
    expect(contours(shapes[0])).toEqual(["0,0 0,40 20,10 20,30 40,0 40,10 40,30 40,40"]);
  });

  it.each([
    ["a part above is see-through", `${lower}<rect x="20" width="40" height="40" fill="blue" fill-opacity=".5"/>`],
    ["a text lies over a shape", `${lower}<text x="5" y="30" font-size="20">Label</text>`],
    [
      "a part is blurred",
      `<filter id="f"><feTurbulence/></filter>${lower}<rect width="40" height="40" filter="url(#f)"/>`,
    ],
    [
      "a line has markers",
      `<marker id="m"><path d="M0 0H3V3" fill="red"/></marker>${lower}<path d="M0 5H30" stroke="blue" marker-end="url(#m)"/>`,
    ],
    ["it has too many parts", lower.replace(' id="lower"', "").repeat(120)],
  ])("is drawn as a picture where %s", async (_, content) => {
    const { tiers, rows } = await halved(content);
    expect(tiers).toEqual(["raster"]);
    expect(rows[0].reasons).toContain("group_opacity");
  });
});

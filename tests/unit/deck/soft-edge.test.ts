import { beforeAll, describe, expect, it } from "vitest";
import { analyze } from "@/lib/pipelines/deck/analyze";
import { FontBook } from "@/lib/pipelines/deck/fonts";
import { loadPathKit } from "@/lib/pipelines/deck/map/pathkit";
import { parseSvg } from "@/lib/pipelines/deck/parse";
import { decideScene, targets } from "@/lib/pipelines/deck/policy";
import { settle } from "@/lib/pipelines/deck/settle";
import { drawn, mapped, onlyForm } from "../../support/deck-scene";

beforeAll(loadPathKit);
const fonts = new FontBook([]);
const px = 9525;

/** What a blurred thing becomes on the slide. */
async function blurred(content: string, deviation = "2", filter = "") {
  const text = `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100"><filter id="f"><feGaussianBlur stdDeviation="${deviation}"/>${filter}</filter>${content}</svg>`;
  const { scene } = parseSvg(new TextEncoder().encode(text), { name: "a.svg", fonts });
  const settled = settle(scene, targets.balanced);
  const decisions = decideScene(settled, analyze(settled.scene), targets.balanced);
  const { slide, mapped: rows } = await mapped(settled.scene.root.children, decisions);
  return { shapes: slide.shapes, rows };
}

const square = '<rect x="50" y="20" width="60" height="60" fill="red" filter="url(#f)"/>';

describe("a blurred shape", () => {
  it("is a larger one whose soft edge is half gone where the shape's own edge was", async () => {
    const { shapes, rows } = await blurred(square);
    const form = onlyForm(shapes);
    expect(form.effects).toEqual({ shadow: null, glow: null, softEdge: { radius: 4 * px } });
    expect(form.placing.x / px).toBeCloseTo(50 - 4.4, 1);
    expect(form.placing.width / px).toBeCloseTo(60 + 8.8, 1);
    expect(rows).toMatchObject([{ output_format: "native", reasons: ["filter_as_soft_edge"] }]);
  });

  it("is softer the larger it is shown", async () => {
    const filtered = square.replace("/>", ' transform="scale(1.5)"/>').replace("50", "20").replace("20", "10");
    expect(onlyForm((await blurred(filtered, "1")).shapes).effects.softEdge).toEqual({ radius: 3 * px });
  });

  it("is drawn with its blur where a clip cuts it", async () => {
    const clipped = `<clipPath id="c"><rect width="80" height="100"/></clipPath><g clip-path="url(#c)">${square}</g>`;
    const { shapes, rows } = await blurred(clipped);
    expect(shapes.map(({ kind }) => kind)).toEqual(["picture"]);
    expect(rows).toMatchObject([{ output_format: "raster", reasons: ["blur_clipped"] }]);
    expect(drawn.join()).toContain("feGaussianBlur");
  });

  it.each([
    ["a blur as wide as the shape", square, "20", ""],
    ["a blur wider one way", square, "2 1", ""],
    ["a blur among other steps", square, "2", "<feTurbulence/>"],
    ["a line", '<path d="M20 20L90 80" fill="none" stroke="red" stroke-width="20" filter="url(#f)"/>', "1", ""],
    [
      "a gradient",
      `<linearGradient id="g"><stop/><stop offset="1" stop-color="red"/></linearGradient>${square.replace("red", "url(#g)")}`,
      "2",
      "",
    ],
    ["a shape with a hole", '<path d="M20 20H90V90H20ZM40 40V60H60V40Z" filter="url(#f)"/>', "2", ""],
    ["two shapes", `<g filter="url(#f)">${square.replace(' filter="url(#f)"', "").repeat(2)}</g>`, "2", ""],
  ])("is drawn for %s", async (_, content, deviation, filter) => {
    const { rows } = await blurred(content, deviation, filter);
    expect(rows.map(({ output_format }) => output_format)).toEqual(["raster"]);
  });
});

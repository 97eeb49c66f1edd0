import { describe, expect, it } from "vitest";
import { FontBook } from "@/lib/pipelines/deck/fonts";
import { parseSvg } from "@/lib/pipelines/deck/parse";
import type { SlideForm } from "@/lib/pipelines/deck/slide";
import { cornersOf, mapped } from "../../support/deck-scene";

const fonts = new FontBook([]);
const px = 9525;
const triangle = '<path d="M0 0 10 5 0 10Z" fill="red"/>';
/** A marker whose point stands on the vertex; `side` in widths of the line. */
const tip = (content = triangle, attributes = 'refX="10"', side = 5) =>
  `<marker id="m" viewBox="0 0 10 10" refY="5" markerWidth="${side}" markerHeight="${side}" orient="auto" ${attributes}>${content}</marker>`;

/** The shapes that stand for one line of an SVG, and why. */
async function arrow(marker: string, line: string) {
  const text = `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100">${marker}<g stroke="red" stroke-width="4" fill="none">${line}</g></svg>`;
  const { scene } = parseSvg(new TextEncoder().encode(text), { name: "a.svg", fonts });
  const { slide, mapped: rows } = await mapped(scene.root.children);
  const forms: SlideForm[] = [];
  const collect = (shapes: typeof slide.shapes): void => {
    for (const shape of shapes) {
      if (shape.kind === "group") collect(shape.children);
      else if (shape.kind === "form") forms.push(shape);
    }
  };
  collect(slide.shapes);
  return { forms, line: forms[0].line, reasons: rows[0].reasons };
}

const level = '<path d="M20 50L150 50" marker-end="url(#m)"/>';
const large = { type: "triangle", width: "lg", length: "lg" };

describe("a marker as an arrow head", () => {
  it("is one when it is a triangle of the line's colour at its end", async () => {
    const { forms, line, reasons } = await arrow(tip(), level);
    expect(forms).toHaveLength(1);
    expect([line?.head, line?.tail]).toEqual([null, large]);
    expect(forms[0].placing).toMatchObject({ x: 20 * px, width: 130 * px });
    expect(reasons).toEqual(["marker_as_arrow"]);
  });

  it("stands at the line's beginning when it points out of it", async () => {
    const out = tip('<path d="M10 0 0 5 10 10Z" fill="red"/>', 'refX="0"');
    const { line } = await arrow(out, level.replace("end", "start"));
    expect([line?.head, line?.tail]).toEqual([large, null]);
    expect((await arrow(tip(), level.replace("end", "start"))).line?.head).toBeNull();
  });

  it("takes the line with it where its point stands beyond the vertex", async () => {
    const { forms, line } = await arrow(tip(triangle, 'refX="0"'), level);
    expect(line?.tail).toEqual(large);
    expect(forms[0].placing).toMatchObject({ x: 20 * px, width: 150 * px });
  });

  it("has the nearest of PowerPoint's three sizes, thin lines those of two points", async () => {
    const sized = (side: number, width: number) =>
      arrow(tip(undefined, undefined, side), `<g stroke-width="${width}">${level}</g>`);
    expect((await sized(2, 4)).line?.tail?.length).toBe("sm");
    expect((await sized(3.3, 4)).line?.tail?.length).toBe("med");
    expect((await sized(8, 1)).line?.tail?.length).toBe("med");
    expect((await sized(8, 4)).line?.tail).toBeNull();
  });

  it("is a circle, a diamond or an open arrow too", async () => {
    const type = async (content: string, attributes: string) =>
      (await arrow(tip(content, attributes), level)).line?.tail?.type;
    expect(await type('<circle cx="5" cy="5" r="5" fill="red"/>', 'refX="5"')).toBe("oval");
    expect(await type('<path d="M0 5 5 0 10 5 5 10Z" fill="red"/>', 'refX="10"')).toBe("diamond");
    const open = '<path d="M0 0 10 5 0 10" fill="none" stroke="red" stroke-width="2"/>';
    expect(await type(open, 'refX="10" overflow="visible"')).toBe("arrow");
  });

  it("leaves a curve as it is and parts it beneath the head", async () => {
    const { forms, line } = await arrow(tip(), '<path d="M10 80C40 20 110 20 140 80" marker-end="url(#m)"/>');
    expect(line?.tail).toEqual(large);
    const [, ...points] = cornersOf(forms[0]).split(" ");
    expect(points).toHaveLength(2);
    expect(points[1]).toBe("130,45");
  });

  it.each([
    ["of another colour", tip(triangle.replace("red", "blue")), level],
    ["see-through", tip(triangle.replace("/>", ' opacity=".5"/>')), level],
    ["of two parts", tip(triangle + triangle), level],
    ["askew", tip('<path d="M0 0 10 2 0 10Z" fill="red"/>'), level],
    ["at a distance from the line", tip(triangle, 'refX="-4"'), level],
    ["behind the line's end", tip('<path d="M0 0 5 5 0 10Z" fill="red"/>'), level],
    ["turned across the line", tip().replace('"auto"', '"90"'), level],
    ["at the end of a tight bend", tip(), '<path d="M20 50C35 50 35 62 20 62" marker-end="url(#m)"/>'],
    ["on a closed path", tip(), '<path d="M20 20H80V80Z" marker-end="url(#m)"/>'],
    ["on a filled path", tip(), '<path d="M20 20H80V80" fill="red" marker-end="url(#m)"/>'],
  ])("is geometry when it is %s", async (_, marker, line) => {
    const { forms, reasons } = await arrow(marker, line);
    expect(forms.length).toBeGreaterThan(1);
    expect(forms.flatMap(({ line }) => [line?.head ?? null, line?.tail ?? null])).not.toContainEqual(large);
    expect(reasons).not.toContain("marker_as_arrow");
  });
});

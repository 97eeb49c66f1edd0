import { describe, expect, it } from "vitest";
import type { PathData } from "@/lib/pipelines/deck/scene";
import {
  farthest,
  idsOf,
  largestDifference,
  outlinesOf,
  pictureOf,
  preprocessed,
  shapesOf,
} from "../../support/deck-preprocess";

/** A star of many points whose edges tremble: the outline of a drawing traced from pixels. */
function traced(points: number, tremble: number): string {
  const at = (index: number) => {
    const angle = (index / points) * 2 * Math.PI;
    const radius = 30 + 8 * Math.sin(5 * angle) + tremble * Math.sin(index * 7.3);
    return `${(50 + radius * Math.cos(angle)).toFixed(4)} ${(50 + radius * Math.sin(angle)).toFixed(4)}`;
  };
  return `M${Array.from({ length: points }, (_, index) => at(index)).join("L")}Z`;
}

const flat = "M10 20 C20 20.02 40 19.99 60 20 S80 20 90 20 C95 40 95 60 90 80 L60 80.02 L30 79.99 L10 80 Z";
const ring = "M20 20 H80 V80 H20 Z M40 40 V60 H60 V40 Z";

const only = (body: string, pixelsPerUnit = 1) => {
  const { source, scene, report } = preprocessed(body, "aggressive", pixelsPerUnit);
  return { source, scene, report, before: segments(shapesOf(source)), after: segments(shapesOf(scene)) };
};

const segments = (shapes: ReturnType<typeof shapesOf>) =>
  shapes.reduce((sum, { geometry }) => sum + geometry.outline.length, 0);

const text = (path: PathData) =>
  path.map((segment) => (segment.type === "Z" ? "Z" : `${segment.type}${segment.x},${segment.y}`)).join(" ");

describe("aggressive outlines", () => {
  const bodies = {
    "a traced star": `<path d="${traced(400, 0.15)}"/>`,
    "curves that are nearly straight": `<path d="${flat}"/>`,
    "a turned and scaled trace": `<g transform="rotate(20) scale(.5 .8)"><path d="${traced(300, 0.2)}"/></g>`,
    "a round stroke": `<path d="${traced(200, 0.1)}" stroke="red" stroke-width="5" stroke-linejoin="round" stroke-linecap="round"/>`,
    "several traces in one": `<path d="${traced(100, 0.1)} M5 5 L8 5.1 L11 5 V11 H5 Z"/>`,
  };

  it.each(Object.entries(bodies))("have fewer segments and stay within half a slide pixel: %s", (_name, body) => {
    for (const pixelsPerUnit of [0.5, 1, 4]) {
      const { source, scene, before, after } = only(body, pixelsPerUnit);
      const old = outlinesOf(source, pixelsPerUnit);
      const now = outlinesOf(scene, pixelsPerUnit);
      expect(after).toBeLessThan(before);
      expect(Math.max(farthest(old, now), farthest(now, old))).toBeLessThanOrEqual(0.5);
    }
  });

  it("leave out more where the slide is smaller", () => {
    const body = `<path d="${traced(400, 0.15)}"/>`;
    expect(only(body, 0.5).after).toBeLessThan(only(body, 8).after);
  });

  it("lose the points on a straight line, and no other, at sharp strokes", () => {
    const line = `<path d="M0 0 L10 0 L20 0 L30 0.1 L40 0" fill="none" stroke="red" stroke-dasharray="3"/>`;
    expect(text(shapesOf(only(line).scene)[0].geometry.outline)).toBe("M0,0 L20,0 L30,0.1 L40,0");
  });

  it("keep thin shapes, which a tolerance for all would let vanish", () => {
    const { scene } = only(`<path d="M10 50 L50 50.1 L90 50 L90 50.3 L50 50.4 L10 50.3 Z"/>`);
    const [{ geometry }] = shapesOf(scene);
    expect(geometry.outline.filter(({ type }) => type === "L").length).toBeGreaterThanOrEqual(3);
  });

  it("keep rectangles, ellipses, lines, texts and what a filter works on", () => {
    const filter = `<filter id="f"><feGaussianBlur stdDeviation="1"/></filter>`;
    const shapes = `<rect width="9" height="9" rx="2"/><circle r="9"/><line x2="9" stroke="red"/><text y="9">a</text>`;
    const { source, scene } = only(`${filter}${shapes}<g filter="url(#f)"><path d="${traced(50, 0.1)}"/></g>`);
    expect(scene.root).toBe(source.root);
  });

  it("are told of", () => {
    const { report, before, after } = only(`<path id="star" d="${traced(400, 0.15)}"/>`);
    expect(report.changes).toMatchObject([{ element_id: "star", element_type: "path", reason: "outline_simplified" }]);
    expect(report.segments_removed).toBe(before - after);
  });
});

describe("aggressive merging", () => {
  const square = (x: number, more = "") => `<path d="M${x} 10 h20 v20 h-20 z" fill="teal" ${more}/>`;
  const ids = (body: string) => idsOf(preprocessed(body, "aggressive").scene);

  it("makes one path of neighbours of one colour, and says of which", () => {
    const { scene, report } = preprocessed(square(10) + square(40) + square(70), "aggressive");
    expect(idsOf(scene)).toEqual(["path-1/merged"]);
    expect(report.changes.map(({ element_id, merged_into }) => `${element_id} ${merged_into}`)).toEqual([
      "path-1 path-1/merged",
      "path-2 path-1/merged",
      "path-3 path-1/merged",
    ]);
  });

  it("merges what an editor numbered, and nothing that a person named, titled or linked", () => {
    expect(ids(square(10, `id="path123"`) + square(40, `id="XMLID_4_"`))).toEqual(["path123/merged"]);
    expect(ids(square(10, `id="door"`) + square(40))).toEqual(["door", "path-1"]);
    expect(ids(`${square(10)}<path d="M40 10h9v9z" fill="teal"><title>Door</title></path>`)).toHaveLength(2);
    expect(ids(`${square(10)}<a href="https://example.org/">${square(40)}</a>`)).toHaveLength(2);
  });

  it("leaves alone what is see-through, stroked, cut, blended or of another colour", () => {
    const clip = `<clipPath id="c"><rect width="50" height="50"/></clipPath>`;
    const others = [`fill-opacity=".5"`, `opacity=".5"`, `stroke="red"`, `clip-path="url(#c)"`];
    for (const more of [...others, `style="mix-blend-mode:multiply"`, `style="fill:navy"`]) {
      expect(ids(clip + square(10, more) + square(25, more.includes("navy") ? "" : more))).toHaveLength(2);
    }
  });

  it("does not merge across something painted between", () => {
    expect(ids(`${square(10)}<rect id="r" x="20" width="9" height="60" fill="red"/>${square(25)}`)).toHaveLength(3);
  });

  it("does not merge what crosses itself", () => {
    expect(ids(`${square(10)}<path d="M30 30 L80 80 L80 30 L30 80 Z" fill="teal"/>`)).toHaveLength(2);
  });

  it("does not make a path so large that it would have to be a picture", () => {
    const { scene } = preprocessed(Array.from({ length: 700 }, (_, at) => square(at / 7)).join(""), "aggressive");
    const sizes = shapesOf(scene).map(({ geometry }) => geometry.outline.length);
    expect(sizes.length).toBe(2);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(2_000);
  });

  const overlapping = {
    "turning against each other": `<path d="M10 10 H60 V60 H10 Z" fill="teal"/><path d="M40 40 V90 H90 V40 Z" fill="teal"/>`,
    "with holes": `<path d="${ring}" fill="teal" fill-rule="evenodd"/><path d="M30 5 H50 V50 H30 Z" fill="teal"/>`,
    "with one in another": `<path d="${ring}" fill="teal"/><path d="M45 55 H55 V45 H45 Z" fill="teal"/>`,
    "moved and mirrored": `<g transform="translate(5 3)"><path d="M0 0h40v40z" fill="teal" transform="matrix(-1 0 0 1 50 9)"/><path d="M10 10h40v40z" fill="teal"/></g>`,
  };

  it.each(Object.entries(overlapping))("draws the same picture of overlapping ones %s", async (_name, body) => {
    const { source, scene } = preprocessed(body, "aggressive");
    expect(idsOf(scene)).toEqual(["path-1/merged"]);
    expect(await largestDifference(await pictureOf(source, 100), await pictureOf(scene, 100))).toBeLessThan(8);
  });
});

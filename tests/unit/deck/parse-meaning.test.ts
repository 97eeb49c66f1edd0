import { describe, expect, it } from "vitest";
import { fillBox, paintBox, pathBox } from "@/lib/pipelines/deck/bounds";
import { FontBook } from "@/lib/pipelines/deck/fonts";
import { parseSvg } from "@/lib/pipelines/deck/parse";
import { readFilterList } from "@/lib/pipelines/deck/parse/scene/filter-list";
import { readPath } from "@/lib/pipelines/deck/parse/scene/path-data";
import type { Scene, SceneNode, Shape } from "@/lib/pipelines/deck/scene";

const fonts = new FontBook();

function read(body: string): Scene {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">${body}</svg>`;
  return parseSvg(new TextEncoder().encode(svg), { name: "test.svg", fonts }).scene;
}

function nodes(node: SceneNode): SceneNode[] {
  return node.kind === "group" ? [node, ...node.children.flatMap(nodes)] : [node];
}

function find(scene: Scene, id: string): SceneNode | undefined {
  return nodes(scene.root).find((node) => node.origin.id === id);
}

function shape(scene: Scene, id: string): Shape {
  const node = find(scene, id);
  if (node?.kind !== "shape") throw new Error(`${id} is no shape`);
  return node;
}

const reasons = (scene: Scene) => scene.notes.map(({ reason }) => reason);

describe("paths", () => {
  it("are drawn up to the first error", () => {
    expect(readPath("M 1 2 L 3 4 L 5 x 9 9")).toEqual([
      { type: "M", x: 1, y: 2 },
      { type: "L", x: 3, y: 4 },
    ]);
    expect(readPath("L 1 2 3 4")).toEqual([]);
    expect(readPath("M 1 2")).toEqual([]);
  });

  it("may have arc flags run together", () => {
    const path = readPath("M0 0a10 10 0 0110 10");
    expect(path).toHaveLength(2);
    expect(path[1]).toMatchObject({ type: "C", x: 10, y: 10 });
  });

  it("begin anew where the last subpath began after a close", () => {
    expect(readPath("M 1 1 H 5 Z l 2 3")).toEqual([
      { type: "M", x: 1, y: 1 },
      { type: "L", x: 5, y: 1 },
      { type: "Z" },
      { type: "M", x: 1, y: 1 },
      { type: "L", x: 3, y: 4 },
    ]);
  });

  it("have tight boxes, arcs included", () => {
    const box = pathBox(readPath("M -10 0 A 10 10 0 0 1 10 0 A 10 10 0 0 1 -10 0"));
    expect(box?.y).toBeCloseTo(-10, 2);
    expect(box?.height).toBeCloseTo(20, 2);
  });

  it("of huge numbers are nothing rather than not a number", () => {
    expect(readPath("M 1e308 0 l 1e308 0 l 1e308 0")).toEqual([]);
  });
});

describe("shapes", () => {
  it("take a missing corner radius from the other and keep it within the sides", () => {
    const scene = read(`<rect id="r" width="40" height="20" rx="30"/>`);
    expect(shape(scene, "r").geometry).toMatchObject({ kind: "rect", rx: 20, ry: 10 });
  });

  it("of no size are not drawn and say so", () => {
    const scene = read(`<rect width="0" height="9"/><circle r="-1"/><polygon points="1"/>`);
    expect(nodes(scene.root).filter(({ kind }) => kind === "shape")).toEqual([]);
    expect(reasons(scene)).toEqual(["no_geometry", "no_geometry", "no_geometry"]);
  });

  it("double an odd list of dashes and take a negative one for a solid line", () => {
    const scene = read(
      `<path id="a" stroke="red" stroke-dasharray="1 2 3" d="M0 0h9"/><path id="b" stroke="red" stroke-dasharray="1 -2" d="M0 0h9"/>`,
    );
    expect(shape(scene, "a").stroke?.dashes).toEqual([1, 2, 3, 1, 2, 3]);
    expect(shape(scene, "b").stroke?.dashes).toEqual([]);
  });

  it("paint the stroke first when asked", () => {
    const scene = read(`<rect id="r" width="9" height="9" paint-order="stroke"/>`);
    expect(shape(scene, "r").paintOrder).toEqual(["stroke", "fill", "markers"]);
  });
});

describe("gradients", () => {
  it("take stops and attributes along a chain of references that closes a circle", () => {
    const scene = read(`
      <linearGradient id="a" href="#b" x1="0.5"/>
      <radialGradient id="b" href="#a" spreadMethod="reflect"><stop offset="50%"/><stop offset="0.2" stop-color="red"/></radialGradient>
      <rect id="r" x="10" width="40" height="20" fill="url(#a)"/>`);
    expect(shape(scene, "r").fill?.paint).toMatchObject({
      kind: "linear",
      spread: "reflect",
      from: { x: 0.5, y: 0 },
      transform: [40, 0, 0, 20, 10, 0],
      stops: [{ offset: 0.5 }, { offset: 0.5, colour: { red: 255 } }],
    });
  });

  it("of one stop are a colour, of none the fallback", () => {
    const scene = read(`
      <linearGradient id="one"><stop stop-color="red" stop-opacity="0.5"/></linearGradient><linearGradient id="none"/>
      <rect id="a" width="9" height="9" fill="url(#one)"/><rect id="b" width="9" height="9" fill="url(#none) lime"/>`);
    expect(shape(scene, "a").fill?.paint).toMatchObject({ kind: "solid", colour: { red: 255, alpha: 0.5 } });
    expect(shape(scene, "b").fill?.paint).toMatchObject({ kind: "solid", colour: { green: 255 } });
  });

  it("that span a box without area do not paint a line", () => {
    const scene = read(`
      <linearGradient id="g"><stop/><stop offset="1"/></linearGradient>
      <line x2="9" stroke="url(#g)"/>`);
    expect(reasons(scene)).toContain("paint_not_found");
  });
});

describe("patterns", () => {
  it("stand with their contents at the tile's corner", () => {
    const scene = read(`
      <pattern id="p" patternUnits="userSpaceOnUse" x="5" y="6" width="10" height="10"><rect width="4" height="4"/></pattern>
      <rect id="r" width="40" height="20" fill="url(#p)"/>`);
    const paint = shape(scene, "r").fill?.paint;
    expect(paint).toMatchObject({ kind: "pattern", tile: { x: 5, y: 6 }, content: { transform: [1, 0, 0, 1, 5, 6] } });
  });

  it("that paint themselves do not hang", () => {
    const scene = read(`
      <pattern id="p" width="1" height="1"><rect id="in" width="4" height="4" fill="url(#p)" stroke="red"/></pattern>
      <rect id="r" width="40" height="20" fill="url(#p)"/>`);
    expect(shape(scene, "r").fill?.paint.kind).toBe("pattern");
  });
});

describe("clips and masks", () => {
  it("are in the user space of the clipped element, with their own rule", () => {
    const scene = read(`
      <clipPath id="c" clipPathUnits="objectBoundingBox"><path clip-rule="evenodd" fill="none" d="M0 0H1V1Z"/></clipPath>
      <rect id="r" x="10" width="40" height="20" clip-path="url(#c)"/>`);
    const [cut] = shape(scene, "r").clip?.shapes ?? [];
    expect(cut.rule).toBe("evenodd");
    expect(pathBox(cut.outline)).toEqual({ x: 10, y: 0, width: 40, height: 20 });
  });

  it("that refer to themselves do nothing, and it is noted", () => {
    const scene = read(`
      <clipPath id="c"><rect width="9" height="9" clip-path="url(#c)"/></clipPath>
      <mask id="m"><rect width="9" height="9" fill="white" mask="url(#m)"/></mask>
      <rect id="r" width="40" height="20" clip-path="url(#c)" mask="url(#m)"/>`);
    expect(shape(scene, "r").clip?.shapes).toHaveLength(1);
    expect(reasons(scene)).toEqual(expect.arrayContaining(["clip_ignored", "mask_ignored"]));
  });

  it("clip by only shapes, text and what use shows of them", () => {
    const scene = read(`
      <clipPath id="c"><g><rect width="9" height="9"/></g><use href="#d" x="5"/></clipPath><defs><circle id="d" r="3"/></defs>
      <rect id="r" width="40" height="20" clip-path="url(#c)"/>`);
    const [only, ...more] = shape(scene, "r").clip?.shapes ?? [];
    expect(more).toEqual([]);
    expect(pathBox(only.outline)).toEqual({ x: 2, y: -3, width: 6, height: 6 });
  });

  it("cover a tenth more than the element by default", () => {
    const scene = read(`
      <mask id="m"><rect width="90" height="90" fill="white"/></mask>
      <rect id="r" width="40" height="20" mask="url(#m)"/>`);
    expect(shape(scene, "r").mask).toMatchObject({
      kind: "luminance",
      region: { x: -4, y: -2, width: 48, height: 24 },
    });
  });
});

describe("markers", () => {
  const arrow = `<marker id="m" orient="auto" viewBox="0 0 10 10" refX="center" refY="5"><path d="M0 0L10 5L0 10Z"/></marker>`;

  it("stand on each vertex, turned midway at corners", () => {
    const scene = read(`${arrow}<path id="p" d="M0 0H10V10" style="marker: url(#m)" stroke="red" stroke-width="2"/>`);
    const { markers } = shape(scene, "p");
    expect(markers.map(({ position, at }) => [position, at.x, at.y])).toEqual([
      ["start", 0, 0],
      ["mid", 10, 0],
      ["end", 10, 10],
    ]);
    const [a, b] = markers[1].content.transform;
    expect((Math.atan2(b, a) * 180) / Math.PI).toBeCloseTo(45);
    expect(Math.hypot(a, b)).toBeCloseTo(0.6);
  });

  it("paint with the line's own colour", () => {
    const scene = read(`
      <marker id="m"><rect width="1" height="1" fill="context-stroke"/></marker>
      <path id="p" d="M0 0H10" marker-end="url(#m)" stroke="red"/>`);
    const [inner] = shape(scene, "p").markers[0].content.children;
    expect(inner).toMatchObject({ fill: { paint: { colour: { red: 255, green: 0 } } } });
  });
});

describe("filters", () => {
  it("are lists of references and functions", () => {
    expect(readFilterList(`url("#a") drop-shadow(1px 2px rgb(1, 2, 3)) blur()`)).toEqual([
      { kind: "url", address: "#a" },
      { kind: "function", name: "drop-shadow", text: "1px 2px rgb(1, 2, 3)" },
      { kind: "function", name: "blur", text: "" },
    ]);
    expect(readFilterList("blur(1px) nonsense")).toBeNull();
  });

  it("that are missing hide the element, that are broken do not", () => {
    const scene = read(`
      <rect id="a" width="9" height="9" filter="url(#no)"/><rect id="b" width="9" height="9" filter="blur(5%)"/>`);
    expect(find(scene, "a")).toBeUndefined();
    expect(shape(scene, "b").filter).toBeNull();
    expect(reasons(scene)).toEqual(["filter_broken", "filter_ignored"]);
  });

  it("follow each other by the results before them", () => {
    const scene = read(`
      <filter id="f"><feOffset dx="3"/><feGaussianBlur in="nothing" stdDeviation="2"/></filter>
      <rect id="r" width="10" height="10" filter="url(#f) blur(1px)"/>`);
    const { primitives = [], region } = shape(scene, "r").filter ?? {};
    expect(primitives.map(({ type, inputs }) => [type, ...inputs])).toEqual([
      ["feOffset", "SourceGraphic"],
      ["feGaussianBlur", "result-1"],
      ["feGaussianBlur", "result-2"],
    ]);
    expect(region).toEqual({ x: -4, y: -4, width: 18, height: 18 });
  });
});

describe("images", () => {
  const png =
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAAD0lEQVR4nGP4z8AARAwMAAn+Af8OAAAAAElFTkSuQmCC";

  it("keep their shape in the frame, and are cut to it when they overhang", () => {
    const meet = find(read(`<image id="i" width="40" height="40" href="${png}"/>`), "i");
    expect(meet).toMatchObject({ kind: "image", box: { x: 0, y: 10, width: 40, height: 20 } });
    const slice = find(
      read(`<image id="i" width="40" height="40" preserveAspectRatio="xMinYMin slice" href="${png}"/>`),
      "i",
    );
    expect(slice).toMatchObject({ kind: "group", children: [{ box: { width: 80, height: 40 } }] });
  });

  it("are never fetched from elsewhere", () => {
    const scene = read(`<image width="9" height="9" href="https://example.org/a.png"/>`);
    expect(reasons(scene)).toEqual(["image_not_embedded"]);
  });

  it("that are SVGs become groups", () => {
    const inner = encodeURIComponent(
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect width="10" height="10"/></svg>`,
    );
    const scene = read(`<image id="i" width="50" height="50" href="data:image/svg+xml,${inner}"/>`);
    const node = find(scene, "i");
    expect(node === undefined ? null : fillBox(node)).toEqual({ x: 0, y: 0, width: 50, height: 50 });
  });
});

describe("boxes", () => {
  it("count strokes, miters and clips as they are seen", () => {
    const scene = read(`
      <clipPath id="c"><rect width="30" height="5"/></clipPath>
      <rect id="r" x="10" y="10" width="20" height="20" stroke="red" stroke-width="4"/>
      <rect id="s" width="50" height="50" clip-path="url(#c)"/>`);
    expect(paintBox(shape(scene, "r"))).toEqual({ x: 8, y: 8, width: 24, height: 24 });
    expect(paintBox(shape(scene, "s"))).toEqual({ x: 0, y: 0, width: 30, height: 5 });
  });
});

import { describe, expect, it } from "vitest";
import { paintBox } from "@/lib/pipelines/deck/bounds";
import { FontBook } from "@/lib/pipelines/deck/fonts";
import { parseSvg } from "@/lib/pipelines/deck/parse";
import type { SceneNode } from "@/lib/pipelines/deck/scene";

const fonts = new FontBook();
const read = (text: string) =>
  parseSvg(new TextEncoder().encode(text.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"')), {
    name: "a.svg",
    fonts,
  });

/** Box of all that is drawn, in the outermost viewport. */
function drawn(text: string) {
  const { root } = read(text).scene;
  return paintBox(root, root.transform);
}

function nodes(node: SceneNode): SceneNode[] {
  return node.kind === "group" ? [node, ...node.children.flatMap(nodes)] : [node];
}

const square = '<rect id="sq" width="10" height="10"/>';

describe("size of the picture", () => {
  it.each([
    ["its width and height", 'width="1in" height="48"', 96, 48],
    ["its viewBox", 'viewBox="5 5 30 20"', 30, 20],
    ["a share of its viewBox", 'width="50%" height="200%" viewBox="0 0 30 20"', 15, 40],
    ["its width, and as high as its viewBox is shaped", 'width="300" viewBox="0 0 100 50"', 300, 150],
    ["its height, and as wide as its viewBox is shaped", 'width="100%" height="1in" viewBox="0 0 100 50"', 192, 96],
    ["what it holds", "", 10, 10],
    ["100 by 100 when it is empty", 'width="0" height="0"', 100, 100],
  ])("is %s", (_, attributes, width, height) => {
    const { scene } = read(`<svg ${attributes}>${square}</svg>`);
    expect([scene.width, scene.height]).toEqual([width, height]);
  });
});

it("percentages of a picture without a size are of all that it holds, as programs in a browser write it", () => {
  const back = '<rect width="100%" height="100%" fill="#eee"/>';
  const shade = '<filter id="f" filterUnits="userSpaceOnUse"><feOffset dx="3"/></filter>';
  const svg = `<svg width="100%" height="100%">${shade}${back}<path d="M60 20h240v130H60z" filter="url(#f)"/></svg>`;
  const { scene } = read(svg);
  expect([scene.width, scene.height]).toEqual([300, 150]);
  const [behind, before] = scene.root.kind === "group" ? scene.root.children : [];
  expect(paintBox(behind)).toEqual({ x: 0, y: 0, width: 300, height: 150 });
  expect(before.filter?.region).toEqual({ x: -30, y: -15, width: 360, height: 180 });
});

describe("where things stand", () => {
  const box = (x: number, y: number, width: number, height: number) => ({ x, y, width, height });
  it.each([
    ["viewBox, in the middle", `<svg width="40" height="20" viewBox="0 0 10 10">${square}</svg>`, box(10, 0, 20, 20)],
    [
      "viewBox, stretched",
      `<svg width="40" height="20" viewBox="0 0 10 10" preserveAspectRatio="none">${square}</svg>`,
      box(0, 0, 40, 20),
    ],
    [
      "inner svg",
      `<svg viewBox="0 0 99 99"><svg x="5" y="6" width="20" height="20" viewBox="0 0 10 10">${square}</svg></svg>`,
      box(5, 6, 20, 20),
    ],
    ["inner svg cuts", `<svg viewBox="0 0 99 99"><svg width="5" height="5">${square}</svg></svg>`, box(0, 0, 5, 5)],
    [
      "inner svg lets out",
      `<svg viewBox="0 0 99 99"><svg width="5" height="5" overflow="visible">${square}</svg></svg>`,
      box(0, 0, 10, 10),
    ],
    [
      "use",
      `<svg viewBox="0 0 99 99"><defs>${square}</defs><use href="#sq" x="3" transform="scale(2)"/></svg>`,
      box(6, 0, 20, 20),
    ],
    [
      "symbol",
      `<svg viewBox="0 0 99 99"><symbol id="s" viewBox="0 0 10 10">${square}</symbol><use href="#s" x="1" width="30" height="30"/></svg>`,
      box(1, 0, 30, 30),
    ],
    [
      "transform-origin",
      '<svg viewBox="0 0 20 20"><rect width="10" height="10" transform="scale(2)" transform-origin="10 10"/></svg>',
      box(0, 0, 10, 10),
    ],
    [
      "transform of the outermost svg, about its middle",
      '<svg viewBox="0 0 20 20" width="40" transform="scale(-1 1)"><rect width="5" height="5"/></svg>',
      box(30, 0, 10, 10),
    ],
    [
      "transform of the outermost svg, about an origin of its own",
      '<svg viewBox="0 0 20 20" style="transform:scale(.5);transform-origin:0 0"><rect width="8" height="8"/></svg>',
      box(0, 0, 4, 4),
    ],
    [
      "transform by CSS",
      '<svg viewBox="0 0 20 20"><rect width="5" height="5" style="transform:translate(2px,3px)"/></svg>',
      box(2, 3, 5, 5),
    ],
    [
      "transform by shares of the viewport",
      '<svg viewBox="0 0 20 40"><rect width="5" height="5" style="transform:translate(50%,10%) translateX(5%)"/></svg>',
      box(11, 4, 5, 5),
    ],
    [
      "transform by shares of the element's own box",
      '<svg viewBox="0 0 20 20"><rect x="4" width="6" height="2" style="transform-box:fill-box;transform:translate(-50%,100%)"/></svg>',
      box(1, 2, 6, 2),
    ],
    [
      "transform without spaces",
      '<svg viewBox="0 0 20 20"><rect width="5" height="5" transform="translate(2.5.5)matrix(1-0-0 1-.5.5)"/></svg>',
      box(2, 1, 5, 5),
    ],
  ])("%s", (_, text, expected) => {
    expect(drawn(text)).toEqual(expected);
  });
});

describe("what is drawn", () => {
  it("draws the first child of a switch that an English reader sees", () => {
    const { scene } = read(
      '<svg viewBox="0 0 9 9"><switch><rect id="fr" systemLanguage="fr" width="1" height="1"/><rect id="en" systemLanguage="en-GB" width="1" height="1"/><rect id="other" width="1" height="1"/></switch></svg>',
    );
    expect(nodes(scene.root).map(({ origin }) => origin.id)).toContain("en");
    expect(nodes(scene.root).filter(({ kind }) => kind === "shape")).toHaveLength(1);
  });

  it("notes what it leaves out", () => {
    const { scene } = read(
      '<svg viewBox="0 0 9 9"><foreignObject><img xmlns="http://www.w3.org/1999/xhtml"/></foreignObject><blink/><rect display="none"/><rect visibility="hidden" width="1" height="1"/><use href="#nowhere"/></svg>',
    );
    const reasons = scene.notes.map(({ reason }) => reason);
    expect(reasons).toEqual(["foreign_object", "element_unknown", "display_none", "not_visible", "use_not_found"]);
  });

  it("follows web and mail addresses only", () => {
    const { scene } = read(
      `<svg viewBox="0 0 9 9"><a href="https://example.org/">${square}</a><a href="javascript:alert(1)"><path d="M0 0h5v5z"/></a></svg>`,
    );
    const links = nodes(scene.root).flatMap((node) => (node.kind === "shape" ? [node.link] : []));
    expect(links).toEqual(["https://example.org/", ""]);
  });

  it("gives a copy the style of the use and its own id", () => {
    const { scene } = read(`<svg viewBox="0 0 99 99"><defs>${square}</defs><use id="u" href="#sq" fill="#00f"/></svg>`);
    const shape = nodes(scene.root).find((node) => node.kind === "shape");
    expect(shape?.origin.id).toBe("u/sq");
    expect(shape?.kind === "shape" && shape.fill?.paint).toMatchObject({ colour: { blue: 255 } });
  });
});

describe("a part cut out of the document", () => {
  const text = `<svg viewBox="0 0 99 99"><style>.a{fill:oklch(0.6 0.1 200)}</style>
    <g id="around" opacity=".5" clip-path="url(#clip)"><clipPath id="clip"><rect width="50" height="50"/></clipPath>
      <rect id="one" class="a" width="10" height="10"/><rect id="two" width="10" height="10"/></g>
    <linearGradient id="unused"/></svg>`;
  const { source } = read(text);
  const key = source.document.byId.get("one")!.key;
  const cut = source.cut([key], { x: 1, y: 2, width: 30, height: 40 });

  it("draws only what was asked for, in its region", () => {
    expect(cut).toMatch(/^<svg [^>]*width="30" height="40" viewBox="1 2 30 40">/);
    expect(cut.match(/<rect/g)).toHaveLength(2);
    expect(cut).not.toContain("unused");
  });

  it("keeps what is around it, and what that refers to", () => {
    expect(cut).toContain('opacity=".5"');
    expect(cut).toContain('<defs><clipPath id="clip">');
    expect(cut).toMatch(/fill="rgb\(\d+,\d+,\d+\)"/);
  });

  it("is read back as the same picture", () => {
    expect(drawn(cut.replace(' xmlns="http://www.w3.org/2000/svg"', ""))).not.toBeNull();
  });

  it("writes see-through colours as colours with an opacity, which is all that office programs read", () => {
    const cutOf = (inner: string) => {
      const { source } = read(`<svg viewBox="0 0 99 99">${inner}</svg>`);
      return source.cut([source.document.byId.get("one")!.key], { x: 0, y: 0, width: 99, height: 99 });
    };
    const attribute = 'fill="#f008" fill-opacity="0.5" stroke="rgba(0, 0, 255, 0.2)"';
    for (const inner of [
      `<path id="one" d="M0 0H9V9" ${attribute}/>`,
      `<g ${attribute}><path id="one" d="M0 0H9V9"/></g>`,
    ]) {
      const [, path] = cutOf(inner).split("<path");
      expect(path).toContain('fill="rgb(255,0,0)"');
      expect(path).toContain(`fill-opacity="${(0.5 * 0x88) / 255}"`);
      expect(path).toContain('stroke="rgb(0,0,255)" stroke-opacity="0.2"');
    }
    expect(cutOf('<g fill="#f008"><path id="one" d="M0 0H9V9" fill="#00f"/></g>')).not.toContain("fill-opacity");
  });

  it("cuts one copy of many", () => {
    const copies = read(
      `<svg viewBox="0 0 99 99"><defs>${square}</defs><use id="u" href="#sq" x="5"/><use id="v" href="#sq"/></svg>`,
    );
    const copy = nodes(copies.scene.root).find(({ origin }) => origin.id === "u/sq")!;
    const text = copies.source.cut([copy.origin.source], { x: 0, y: 0, width: 99, height: 99 });
    expect(text.match(/<rect/g)).toHaveLength(1);
    expect(text).toContain("matrix(1 0 0 1 5 0)");
  });
});

import { describe, expect, it } from "vitest";
import { FontBook } from "@/lib/pipelines/deck/fonts";
import { parseSvg } from "@/lib/pipelines/deck/parse";
import type { Colour, SceneNode, Shape, TextRun } from "@/lib/pipelines/deck/scene";

const fonts = new FontBook();

function rootOf(inner: string): SceneNode {
  const text = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50">${inner}</svg>`;
  return parseSvg(new TextEncoder().encode(text), { name: "logo.svg", fonts }).scene.root;
}

const shapesOf = (inner: string): Shape[] => shapesIn(rootOf(inner));

function runsOf(inner: string): TextRun[] {
  const runsIn = (node: SceneNode): TextRun[] =>
    node.kind === "group"
      ? node.children.flatMap(runsIn)
      : node.kind === "text"
        ? node.chunks.flatMap(({ runs }) => runs)
        : [];
  return runsIn(rootOf(inner));
}

function shapesIn(node: SceneNode): Shape[] {
  if (node.kind === "group") return node.children.flatMap(shapesIn);
  return node.kind === "shape" ? [node] : [];
}

/** Fill of the first shape as `r,g,b` or `r,g,b,alpha`. */
function fillOf(inner: string): string {
  const paint = shapesOf(inner)[0]?.fill?.paint;
  return paint?.kind === "solid" ? written(paint.colour) : String(paint?.kind);
}

function written({ red, green, blue, alpha }: Colour): string {
  return [red, green, blue, ...(alpha === 1 ? [] : [alpha])].map((value) => Math.round(value * 100) / 100).join(",");
}

const rect = (attributes: string) => `<rect width="9" height="9" ${attributes}/>`;

describe("which rule wins", () => {
  it.each([
    ["a rule over an attribute", `<style>rect{fill:#00f}</style>${rect('fill="red"')}`, "0,0,255"],
    ["an id over a class", `<style>#a{fill:#00f}.b{fill:red}</style>${rect('id="a" class="b"')}`, "0,0,255"],
    ["the later of equals", `<style>.a{fill:red}.b{fill:#00f}</style>${rect('class="b a"')}`, "0,0,255"],
    ["style over rules", `<style>#a{fill:red}</style>${rect('id="a" style="fill:#00f"')}`, "0,0,255"],
    ["important over style", `<style>rect{fill:#00f !important}</style>${rect('style="fill:red"')}`, "0,0,255"],
    ["a readable value over a broken one", `${rect('fill="#00f" style="opacity:lots"')}`, "0,0,255"],
    ["a nearer parent", `<g fill="red"><g fill="#00f">${rect("")}</g></g>`, "0,0,255"],
    ["a child combinator", `<style>g > rect{fill:#00f}</style><g>${rect("")}</g>`, "0,0,255"],
    ["inherit said by name", `<g fill="#00f">${rect('fill="inherit"')}</g>`, "0,0,255"],
    ["initial", `<g fill="red">${rect('style="fill:initial"')}</g>`, "0,0,0"],
  ])("%s", (_, inner, expected) => {
    expect(fillOf(inner)).toBe(expected);
  });

  it.each([
    ["@media screen{rect{fill:#00f}}", "0,0,255"],
    ["@media print{rect{fill:#00f}}", "0,0,0"],
    ["@media not print{rect{fill:#00f}}", "0,0,255"],
    ["@media (min-width: 50px) and (max-width: 150px){rect{fill:#00f}}", "0,0,255"],
    ["@media (min-width: 500px){rect{fill:#00f}}", "0,0,0"],
    ["@import 'other.css'; rect{fill:#00f}", "0,0,255"],
    ["rect{fill:#00f; &:hover{fill:red}}", "0,0,255"],
    ["svg{& rect{fill:#00f}}", "0,0,255"],
    ["svg{rect{fill:#00f}}", "0,0,255"],
    ["svg, g{> rect{fill:#00f} fill:red}", "0,0,255"],
    ["rect{@media screen{fill:#00f}}", "0,0,255"],
    ["@supports (color: light-dark(#fff, #000)){rect{fill:light-dark(#00f, red)}}", "0,0,255"],
    ["@supports (display: grid) and (not (-moz-appearance: none)){rect{fill:#00f}}", "0,0,255"],
    ["@supports (color: no-colour) or (fill: #00f){rect{fill:#00f}}", "0,0,255"],
    ["@supports (color: no-colour){rect{fill:red}}", "0,0,0"],
    ["@supports not ((fill: red) and (color: no-colour)){rect{fill:#00f}}", "0,0,255"],
    ["@supports selector(rect > g){rect{@supports (fill: red){fill:#00f}}}", "0,0,255"],
    ["@supports anything(1){rect{fill:red}}", "0,0,0"],
    ["rect{@media print{fill:red} svg &{fill:#00f}}", "0,0,255"],
  ])("%s", (sheet, expected) => {
    expect(fillOf(`<style>${sheet}</style>${rect("")}`)).toBe(expected);
  });
});

describe("a length of text without a unit", () => {
  it.each([
    ["a rule", "<style>text { font-size: 10; letter-spacing: 9 }</style><text>tide</text>", [16, 0]],
    ["a rule, of nothing", '<style>text { letter-spacing: 0 }</style><text letter-spacing="3">tide</text>', [16, 0]],
    ["a style attribute", '<text style="font-size: 10; letter-spacing: 9">tide</text>', [10, 9]],
    ["attributes", '<text font-size="10" letter-spacing="9">tide</text>', [10, 9]],
  ])("is read in %s as browsers do", (_, inner, expected) => {
    const { size, spacing } = runsOf(inner)[0];
    expect([size, spacing]).toEqual(expected);
  });
});

describe("custom properties and currentColor", () => {
  it.each([
    ["a property", `<g style="--ink:#00f">${rect('style="fill:var(--ink)"')}</g>`, "0,0,255"],
    ["its fallback", rect('style="fill:var(--none, #00f)"'), "0,0,255"],
    ["one through another", `<g style="--a:var(--b);--b:#00f">${rect('style="fill:var(--a)"')}</g>`, "0,0,255"],
    [
      "a circle, which is as if unset",
      `<g style="--a:var(--b);--b:var(--a)">${rect('style="fill:var(--a)"')}</g>`,
      "0,0,0",
    ],
    ["currentColor of the shape", `<g color="red" fill="currentColor">${rect('color="#00f"')}</g>`, "0,0,255"],
  ])("%s", (_, inner, expected) => {
    expect(fillOf(inner)).toBe(expected);
  });

  it.each([
    ["a whole font", 'style="--label:italic bold 40px serif;font:var(--label)"', [40, true, true]],
    ["words of it", 'style="--weight:bold;font:var(--weight) 30px/1 var(--f, serif)"', [30, true, false]],
    ["a broken one, which is as if unset", 'style="--label:bold;font:var(--label)"', [12, false, false]],
  ])("stand for %s", (_, attributes, expected) => {
    const { size, font } = runsOf(`<g font-size="12"><text ${attributes}>tide</text></g>`)[0];
    expect([size, font.bold, font.italic]).toEqual(expected);
  });

  it("stand for the lines of a decoration, which a nearer one says anew", () => {
    const inner = '<g style="--d:none;--e:underline red"><text style="text-decoration:var(--e)">tide</text></g>';
    expect(runsOf(inner)[0].decorations.map(({ line }) => line)).toEqual(["underline"]);
    expect(runsOf(inner.replace("var(--e)", "var(--d)"))[0].decorations).toEqual([]);
  });

  it("is not slowed by properties that double each other", () => {
    const doubling = Array.from({ length: 30 }, (_, n) => `--p${n}:var(--p${n + 1}) var(--p${n + 1})`).join(";");
    // Written out, these would be a billion words.
    expect(shapesOf(`<g style="${doubling};--p30: ">${rect('style="fill:var(--p0)"')}</g>`)).toHaveLength(1);
  });
});

describe("colours", () => {
  it.each([
    ["#0f08", "0,255,0,0.53"],
    ["rgba(0, 0, 255, 50%)", "0,0,255,0.5"],
    ["rgb(0 0 255 / 0.5)", "0,0,255,0.5"],
    ["hsl(240, 100%, 50%)", "0,0,255"],
    ["hwb(240 0% 0%)", "0,0,255"],
    ["RebeccaPurple", "102,51,153"],
    ["rgb(300, -5, 0)", "255,0,0"],
    ["light-dark(rgb(218, 232, 252), rgb(29, 41, 59))", "218,232,252"],
    ["color-mix(in srgb, red, blue)", "128,0,128"],
    ["color-mix(in srgb, red 25%, light-dark(blue, white))", "64,0,191"],
    ["color-mix(in srgb, red 20%, 30% blue)", "102,0,153,0.5"],
    ["color-mix(in oklab, white, black)", "99,99,99"],
    ["color-mix(in oklab, nonsense, black)", "0,0,0"],
  ])("%s", (text, expected) => {
    expect(fillOf(rect(`fill="${text}"`))).toBe(expected);
  });

  it.each([
    ["an attribute", rect('fill="#00f" style="fill: device-colour(3)"')],
    ["what is around it", `<g fill="#00f">${rect('fill="nonsense"')}</g>`],
  ])("one that is none leaves %s", (_, inner) => {
    expect(fillOf(inner)).toBe("0,0,255");
  });
});

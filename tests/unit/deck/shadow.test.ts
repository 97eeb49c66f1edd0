import { describe, expect, it } from "vitest";
import { FontBook } from "@/lib/pipelines/deck/fonts";
import { parseSvg } from "@/lib/pipelines/deck/parse";
import { targets } from "@/lib/pipelines/deck/policy";
import type { SceneNode, Shadow } from "@/lib/pipelines/deck/scene";
import { settle } from "@/lib/pipelines/deck/settle";

const fonts = new FontBook();
const region = 'id="f" filterUnits="userSpaceOnUse" x="0" y="0" width="100" height="100"';

/** The shadow that the one shape of an SVG is given; undefined for none. */
function shadowOf(
  filter: string,
  shape = '<rect x="30" y="30" width="30" height="30" filter="url(#f)"/>',
  at = region,
) {
  const text = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><filter ${at}>${filter}</filter>${shape}</svg>`;
  const { scene } = parseSvg(new TextEncoder().encode(text), { name: "a.svg", fonts });
  return firstShadow(settle(scene, targets.balanced).scene.root);
}

function firstShadow(node: SceneNode): Shadow | undefined {
  if (node.kind === "shape") return node.shadow;
  return node.kind === "group" ? node.children.map(firstShadow).find((shadow) => shadow !== undefined) : undefined;
}

const classic = `<feGaussianBlur in="SourceAlpha" stdDeviation="3"/><feOffset dx="4" dy="2" result="moved"/>
  <feFlood flood-color="red" flood-opacity=".5"/><feComposite in2="moved" operator="in"/>
  <feMerge><feMergeNode/><feMergeNode in="SourceGraphic"/></feMerge>`;
const red = { red: 255, green: 0, blue: 0, alpha: 0.5 };

describe("a drop shadow of the slide's own", () => {
  it("is made of feDropShadow, with its colour, offset and blur", () => {
    const drop = '<feDropShadow dx="4" dy="2" stdDeviation="3" flood-color="red" flood-opacity=".5"/>';
    expect(shadowOf(drop)).toEqual({ colour: red, dx: 4, dy: 2, deviation: 3 });
  });

  it("is made of blur, offset and flood merged under the element", () => {
    expect(shadowOf(classic)).toEqual({ colour: red, dx: 4, dy: 2, deviation: 3 });
  });

  it("is made of a blur of the element under itself: a glow in its colour", () => {
    const glow =
      '<feGaussianBlur stdDeviation="3" result="halo"/><feMerge><feMergeNode in="halo"/><feMergeNode in="SourceGraphic"/></feMerge>';
    const teal = '<rect x="30" y="30" width="30" height="30" fill="teal" filter="url(#f)"/>';
    const colour = { red: 0, green: 128, blue: 128, alpha: 1 };
    expect(shadowOf(glow, teal)).toEqual({ colour, dx: 0, dy: 0, deviation: 3 });
    const mixed = '<linearGradient id="g"><stop/><stop offset="1" stop-color="red"/></linearGradient>';
    expect(shadowOf(glow, mixed + teal.replace("teal", "url(#g)"))).toBeUndefined();
  });

  it("is made for a group that holds one shape", () => {
    const group = '<g filter="url(#f)"><g><rect x="30" y="30" width="30" height="30"/></g></g>';
    expect(shadowOf(classic, group)?.deviation).toBe(3);
  });

  it.each([
    ["a see-through shape", classic, '<rect x="30" y="30" width="30" height="30" fill-opacity=".5" filter="url(#f)"/>'],
    ["a shape with a line", classic, '<rect x="30" y="30" width="30" height="30" stroke="red" filter="url(#f)"/>'],
    [
      "a shape that is cut",
      classic,
      '<rect x="30" y="30" width="30" height="30" style="clip-path:url(#c)" filter="url(#f)"/><clipPath id="c"><circle cx="45" cy="45" r="9"/></clipPath>',
    ],
    [
      "two shapes",
      classic,
      '<g filter="url(#f)"><rect x="30" y="30" width="9" height="9"/><rect x="50" y="50" width="9" height="9"/></g>',
    ],
    ["a blur wider one way", '<feDropShadow dx="4" dy="2" stdDeviation="3 1"/>', undefined],
    [
      "a shadow over the element",
      classic.replace(
        '<feMergeNode/><feMergeNode in="SourceGraphic"/>',
        '<feMergeNode in="SourceGraphic"/><feMergeNode/>',
      ),
      undefined,
    ],
    ["a blur of the element itself", '<feGaussianBlur stdDeviation="3"/>', undefined],
  ])("is not made for %s", (_, filter, shape) => {
    expect(shadowOf(filter, shape)).toBeUndefined();
  });

  it("is not made where the filter's region cuts it", () => {
    const tight = 'id="f" filterUnits="userSpaceOnUse" x="28" y="28" width="34" height="34"';
    expect(shadowOf(classic, undefined, tight)).toBeUndefined();
  });
});

import { describe, expect, it } from "vitest";
import { paintBox } from "@/lib/pipelines/deck/bounds";
import { multiply } from "@/lib/pipelines/deck/matrix";
import type { Matrix, SceneNode, Text } from "@/lib/pipelines/deck/scene";
import { sceneOf, wordsOf } from "../../support/deck-text";

const html = (inside: string) =>
  `<foreignObject x="0" y="0" width="200" height="100"><div xmlns="http://www.w3.org/1999/xhtml" style="font: 10px/10px 'Noto Sans'">${inside}</div></foreignObject>`;
const box = 'xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"';
const red = `<svg ${box} width="20" height="20"><rect width="1" height="1" fill="red"/></svg>`;

type Leaf = { node: Exclude<SceneNode, { kind: "group" }>; matrix: Matrix };

function leavesOf(node: SceneNode, around: Matrix): Leaf[] {
  const matrix = multiply(around, node.transform);
  return node.kind === "group" ? node.children.flatMap((child) => leavesOf(child, matrix)) : [{ node, matrix }];
}

const leavesIn = (inside: string) => leavesOf(sceneOf(html(inside)).root, [1, 0, 0, 1, 0, 0]);

/** Of each shape `x, y width x height` on the drawing, in whole units. */
const shapesIn = (inside: string) =>
  leavesIn(inside).flatMap(({ node, matrix }) => {
    const at = node.kind === "shape" ? paintBox(node, matrix) : null;
    return at === null ? [] : [[at.x, at.y, at.width, at.height].map(Math.round).join(" ")];
  });

/** Each piece of text by its words, with where it starts, in whole units. */
function wordsIn(inside: string): Record<string, string> {
  const texts = leavesIn(inside).flatMap(({ node }) => (node.kind === "text" ? [node] : []));
  const starts = (text: Text) =>
    text.chunks.map((chunk) => {
      const left = chunk.at.x - { left: 0, centre: 0.5, right: 1 }[chunk.align] * chunk.width;
      return [wordsOf(chunk), `${Math.round(left)} ${Math.round(chunk.at.y)}`];
    });
  return Object.fromEntries(texts.flatMap(starts));
}

describe("a picture in HTML", () => {
  it("stands in its line, and the words around it beside it", () => {
    const inside = `ab ${red} cd`;
    const { ab, cd } = wordsIn(inside);
    const [icon] = shapesIn(inside);
    const [x, y] = icon.split(" ").map(Number);
    expect(icon).toMatch(/ 20 20$/);
    expect(Number(ab.split(" ")[0])).toBe(0);
    expect(x).toBeGreaterThan(10);
    expect(Number(cd.split(" ")[0])).toBeGreaterThanOrEqual(x + 20);
    expect(y + 20).toBe(Number(ab.split(" ")[1]));
    expect(cd.split(" ")[1]).toBe(ab.split(" ")[1]);
  });

  it("is as large as its style says, one missing length by its proportions", () => {
    const one = (attributes: string) => shapesIn(`<svg ${box} ${attributes}><rect width="1" height="1"/></svg>`)[0];
    expect(one('style="height:1.5em;width:3em"')).toMatch(/ 15 15$/);
    expect(one('height="30"')).toMatch(/ 30 30$/);
  });

  it("is as large as a share of the box that its style makes, and so is what stands in it", () => {
    const dot = '<svg xmlns="http://www.w3.org/2000/svg" width="100%" height="50%">';
    const inside = `${dot}<rect width="50%" height="4" style="transform:translate(25%, 50%)"/></svg>`;
    const framed = `<div style="display:flex"><span style="display:flex;width:16px;height:16px">${inside}</span>ab</div>`;
    expect(shapesIn(framed)).toEqual(["4 4 8 4"]);
    expect(wordsIn(framed).ab).toMatch(/^16 /);
  });

  it("stands beside words in a row, and above them as a block", () => {
    expect(shapesIn(`<div style="display:flex;gap:5px">${red}<span>ab</span></div>`)).toEqual(["0 0 20 20"]);
    expect(wordsIn(`<div style="display:flex;gap:5px">${red}<span>ab</span></div>`).ab).toMatch(/^25 /);
    const under = wordsIn(`${red.replace("<svg", '<svg style="display:block"')}<div>ab</div>`).ab;
    expect(under.split(" ").map(Number)[1]).toBeGreaterThan(20);
  });

  it("has the colour of the words around it", () => {
    const painted = `<svg ${box} width="20" height="20"><rect width="1" height="1" fill="currentColor"/></svg>`;
    const [leaf] = leavesIn(`<b style="color:#00f">${painted}</b>`);
    const fill = leaf.node.kind === "shape" ? leaf.node.fill : null;
    expect(fill?.paint).toMatchObject({ colour: { red: 0, green: 0, blue: 255 } });
  });

  it("may be an img that brings its picture along; another is noted", () => {
    const data = `data:image/svg+xml,${encodeURIComponent(red)}`;
    expect(shapesIn(`<img width="8" height="8" src="${data}"/>`)).toEqual([expect.stringMatching(/ 8 8$/)]);
    const { notes } = sceneOf(html('ab <img width="8" height="8" src="a.png"/>'));
    expect(notes).toContainEqual(expect.objectContaining({ reason: "foreign_object", detail: "img" }));
  });
});

describe("boxes of HTML in places of their own", () => {
  const frame = (inside: string) => `<div style="position:relative;width:100px;height:80px">${inside}</div>`;
  const apart = (style: string) => shapesIn(frame(`<div style="position:absolute;background:red;${style}"></div>`));

  it.each([
    ["left:10px;top:20px;width:30px;height:5px", "10 20 30 5"],
    ["right:10px;bottom:20px;width:30px;height:5px", "60 55 30 5"],
    ["left:10%;top:25%;width:50%;height:50%", "10 20 50 40"],
    ["left:10px;right:10px;top:0;height:5px", "10 0 80 5"],
    ["left:50%;top:50%;width:30px;height:10px;transform:translate(-50%, -50%)", "35 35 30 10"],
    ["transform:translate(7px, 8px);width:30px;height:5px", "7 8 30 5"],
  ])("%s", (style, expected) => {
    expect(apart(style)).toEqual([expected]);
  });

  it("leave what stands around them where it is", () => {
    expect(wordsIn(`<div style="position:absolute;left:50px;top:50px">ab</div><div>cd</div>`)).toEqual({
      ab: expect.stringMatching(/^50 /),
      cd: expect.stringMatching(/^0 (?:8|9)$/),
    });
  });

  it("are drawn away from their place where they are moved from it", () => {
    const style = "position:relative;left:10px;top:5px;width:30px;height:5px;background:red";
    expect(shapesIn(`<div style="${style}"></div>`)).toEqual(["10 5 30 5"]);
  });

  it("stand under each other in a column, with all of their margins between them", () => {
    const column = '<div style="display:flex;flex-direction:column;gap:3px">';
    const { ab, cd } = wordsIn(`${column}<span style="margin:4px">ab</span><b style="margin:4px">cd</b></div>`);
    const [one, other] = [ab, cd].map((place) => place.split(" ").map(Number));
    expect(other[1] - one[1]).toBe(10 + 4 + 3 + 4);
    expect([one[0], other[0]]).toEqual([4, 4]);
  });

  it("stand in the columns of a grid", () => {
    const cell = '<div style="height:10px;background:red"></div>';
    const grid = (columns: string) =>
      shapesIn(`<div style="display:grid;gap:10px;grid-template-columns:${columns}">${cell.repeat(3)}</div>`);
    expect(grid("50px 1fr")).toEqual(["0 0 50 10", "60 0 140 10", "0 20 50 10"]);
    expect(grid("repeat(3, minmax(0, 1fr))")).toEqual(["0 0 60 10", "70 0 60 10", "140 0 60 10"]);
    expect(grid("repeat(auto-fill, minmax(90px, 1fr))")).toEqual(["0 0 95 10", "105 0 95 10", "0 20 95 10"]);
    expect(grid("none")).toEqual(["0 0 200 10", "0 20 200 10", "0 40 200 10"]);
  });
});

describe("text in a box that was made for another font", () => {
  const words = "sales of the harbour";
  /** How many lines it takes in a font, in a box that is so much narrower than it is long. */
  function linesIn(family: string, narrower: number): number {
    const style = `font: 10px/10px '${family}'; display: inline-block`;
    const [{ width }] = chunksIn(`<div style="${style}; width: 190px">${words}</div>`);
    return chunksIn(`<div style="${style}; width: ${width / narrower}px">${words}</div>`).length;
  }
  const chunksIn = (inside: string) =>
    leavesIn(inside).flatMap(({ node }) => (node.kind === "text" ? [...node.chunks] : []));

  it("stays on its line where what stands in is a little too wide", () => {
    expect(linesIn("No Such Font", 1.1)).toBe(1);
    expect(linesIn("No Such Font", 1.4)).toBe(2);
  });

  it("is broken where the font is there", () => {
    expect(linesIn("Noto Sans", 1.1)).toBe(2);
  });
});

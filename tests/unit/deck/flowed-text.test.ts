import { describe, expect, it } from "vitest";
import { chunksOf, sceneOf, wordsOf } from "../../support/deck-text";

const words = "The quick brown fox jumps over the lazy dog";
const shape = '<defs><rect id="box" x="50" y="20" width="120" height="150"/></defs>';

/** Of each line its words. */
const linesOf = (inside: string) => chunksOf(inside).map(wordsOf);
const flowed = (inside: string) => sceneOf(inside).notes.filter(({ reason }) => reason === "text_flowed").length === 1;

describe("text that says how wide its lines may be", () => {
  it.each([
    ["by inline-size", `<text x="50" y="40" style="inline-size:120px">${words}</text>`],
    ["by a shape around it", `${shape}<text style="shape-inside:url(#box)">${words}</text>`],
    [
      "by a region of Inkscape's",
      `<flowRoot><flowRegion><rect x="50" y="20" width="120" height="150"/></flowRegion><flowPara>${words}</flowPara></flowRoot>`,
    ],
  ])("has its lines broken there: %s", (_, inside) => {
    const chunks = chunksOf(inside);
    expect(chunks.length).toBeGreaterThan(2);
    expect(chunks.map(wordsOf).join(" ")).toBe(words);
    for (const { at, width, align } of chunks) {
      expect([at.x, align]).toEqual([50, "left"]);
      expect(width).toBeLessThanOrEqual(120);
    }
    for (const [at, { at: point }] of chunks.slice(1).entries()) expect(point.y).toBeGreaterThan(chunks[at].at.y + 20);
    expect(flowed(inside)).toBe(true);
  });

  it("begins on the baseline it names, or below its shape's upper edge", () => {
    expect(chunksOf(`<text x="50" y="40" style="inline-size:120px">${words}</text>`)[0].at.y).toBeCloseTo(40);
    const { y } = chunksOf(`${shape}<text style="shape-inside:url(#box)">${words}</text>`)[0].at;
    expect(y).toBeGreaterThan(30);
    expect(y).toBeLessThan(50);
  });

  it("stands in the middle or at the end of its lines, as it asks", () => {
    const [middle] = chunksOf(`<text x="200" style="inline-size:120px;text-anchor:middle">${words}</text>`);
    expect([middle.at.x, middle.align]).toEqual([200, "centre"]);
    const [end] = chunksOf(`${shape}<text style="shape-inside:url(#box);text-align:end">${words}</text>`);
    expect([end.at.x, end.align]).toEqual([170, "right"]);
  });

  it("keeps the paragraphs of a region apart, and the colours of its spans", () => {
    const region = '<flowRegion><rect width="300" height="150"/></flowRegion>';
    const inside = `<flowRoot fill="#00f">${region}<flowPara>one</flowPara><flowPara/><flowPara>two <flowSpan fill="red">three</flowSpan></flowPara></flowRoot>`;
    const chunks = chunksOf(inside);
    expect(chunks.map(wordsOf)).toEqual(["one", "two three"]);
    expect(chunks[1].at.y - chunks[0].at.y).toBeCloseTo(2 * 20 * 1.362, 0);
    const colours = chunks[1].runs.map(({ fill }) => fill?.paint.kind === "solid" && fill.paint.colour.red);
    expect(colours).toEqual([0, 255]);
  });

  it("shows words that stand in a division itself, beside one with paragraphs", () => {
    const region = '<flowRegion><path d="M10 10h300v90h-300z"/></flowRegion>';
    const divisions =
      '<flowDiv>bare <flowSpan fill="red">words</flowSpan></flowDiv><flowDiv><flowPara>one</flowPara><flowPara>two</flowPara></flowDiv>';
    expect(linesOf(`<flowRoot>${region}${divisions}</flowRoot>`)).toEqual(["bare words", "one", "two"]);
  });

  it("is left as it is where its lines have places already", () => {
    const lines =
      '<tspan x="50" y="40">The quick brown fox jumps</tspan><tspan x="50" y="60">over the lazy dog</tspan>';
    const inside = `${shape}<text style="shape-inside:url(#box)">${lines}</text>`;
    expect(linesOf(inside)).toEqual(["The quick brown fox jumps", "over the lazy dog"]);
    expect(flowed(inside)).toBe(false);
  });

  it("is left as it is where there is no such shape", () => {
    expect(linesOf(`<text x="50" y="40" style="shape-inside:url(#none)">${words}</text>`)).toEqual([words]);
  });
});

import { describe, expect, it } from "vitest";
import { boxOf } from "@/lib/pipelines/coloring/sketch/curves";
import { readSketch } from "@/lib/pipelines/coloring/sketch/sketch";

const svg = (inside: string, view = 'viewBox="0 0 100 80"') =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${view}>${inside}</svg>`;
const lines = (inside: string) => svg(`<g fill="none" stroke="black">${inside}</g>`);

describe("line art is read out of an answer", () => {
  it("whatever is written round it", () => {
    const { curves } = readSketch(`Here you are:\n\`\`\`svg\n${lines('<path d="M10 10L90 70"/>')}\n\`\`\`\nEnjoy!`);
    expect(curves).toEqual([{ closed: false, points: expect.arrayContaining([10, 10, 90, 70]) }]);
  });

  it.each([
    ['<rect x="10" y="20" width="30" height="40"/>', [10, 20, 40, 60]],
    ['<rect x="10" y="20" width="30" height="40" rx="5"/>', [10, 20, 40, 60]],
    ['<circle cx="50" cy="40" r="20"/>', [30, 20, 70, 60]],
    ['<ellipse cx="50" cy="40" rx="30" ry="20"/>', [20, 20, 80, 60]],
    ['<line x1="10" y1="20" x2="30" y2="40"/>', [10, 20, 30, 40]],
    ['<polyline points="10,20 30,40 50 10"/>', [10, 10, 50, 40]],
    ['<polygon points="10,20 30,40 50,10"/>', [10, 10, 50, 40]],
    ['<path d="M10 20q10 20 20 0z"/>', [10, 20, 30, 33.33]],
    ['<path d="M10 20h30v40h-30z"/>', [10, 20, 40, 60]],
  ])("shape by shape: %s", (shape, [left, top, right, bottom]) => {
    const box = boxOf(readSketch(lines(shape)).curves);
    for (const [one, other] of [
      [box.left, left],
      [box.top, top],
      [box.right, right],
      [box.bottom, bottom],
    ]) {
      expect(one).toBeCloseTo(other, 1);
    }
  });

  it("heeds transforms from the outside in", () => {
    const { curves } = readSketch(
      lines('<g transform="translate(20 10)"><path transform="scale(2)" d="M0 0L10 10"/></g>'),
    );
    expect(boxOf(curves)).toEqual({ left: 20, top: 10, right: 40, bottom: 30 });
  });

  it("goes on after a closed part without a new start", () => {
    const { curves } = readSketch(lines('<path d="M10 10h20v20zL50 50"/>'));
    expect(curves.map(({ closed }) => closed)).toEqual([true, false]);
    expect(curves[1].points.slice(0, 2)).toEqual([10, 10]);
  });

  it("makes lines black and filled shapes hollow, and tells how many", () => {
    const { found, curves } = readSketch(
      svg(
        '<path d="M10 10h20v20z" fill="red"/><path d="M50 10h20" fill="none" stroke="#36c"/>' +
          '<path d="M10 50h20v20z" style="fill:#eee; stroke: black"/>',
      ),
    );
    expect(found).toMatchObject({ shapes: 3, hollowed: 2, recoloured: 1 });
    expect(curves).toHaveLength(3);
  });

  it("leaves out what is not to be seen, and the paper", () => {
    const { found } = readSketch(
      svg(
        '<rect width="100" height="80" fill="#fafafa"/><path d="M1 1h9" fill="none" stroke="white"/><path d="M1 1h9v9z" fill="white"/>' +
          '<g display="none" stroke="black"><path d="M1 1h9"/></g><path d="M1 1h9" fill="none"/>' +
          '<circle cx="50" cy="40" r="10" fill="none" stroke="black"/>',
      ),
    );
    expect(found).toMatchObject({ shapes: 1, grounds: 1 });
  });

  it("cuts lines at the picture's edge", () => {
    const { curves, found } = readSketch(
      lines('<path d="M50 40C150 40 150 60 50 60"/><path d="M200 10h50"/><path d="M-10 10h200"/>'),
    );
    const box = boxOf(curves);
    expect(found.cut).toBe(3);
    expect(box.left).toBeGreaterThanOrEqual(0);
    expect(box.right).toBeLessThanOrEqual(100);
    expect(box.right).toBeGreaterThan(99.9);
    expect(curves.every(({ closed }) => !closed)).toBe(true);
  });

  it("keeps geometry and nothing else", () => {
    const hostile = lines(
      '<script>alert(1)</script><image href="http://evil.example/x.png" width="9" height="9"/>' +
        '<foreignObject><body onload="alert(1)"/></foreignObject><text x="9" y="9">hello</text>' +
        '<use href="#a"/><style>@import url(http://evil.example)</style><path onclick="alert(1)" d="M10 10L90 70"/>',
    );
    const { curves, found } = readSketch(hostile);
    expect(curves).toHaveLength(1);
    expect(found.dropped.sort()).toEqual(["body", "foreignObject", "image", "script", "style", "text", "use"]);
  });
});

describe("an answer that is no drawing is refused", () => {
  const bomb = `<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>${lines('<path d="M1 1h9"/>')}`;
  it.each([
    ["words", "I am sorry, I cannot draw that.", "holds no SVG"],
    ["half of one", '<svg viewBox="0 0 9 9"><path d="M1', "cut off"],
    ["broken markup", '<svg viewBox="0 0 9 9"><g></svg>', "not well-formed"],
    ["a type of its own", bomb.replace("<!DOCTYPE", "<svg><!DOCTYPE"), "declares a document type"],
    ["no lines", svg("<title>cat</title>"), "no lines"],
    ["lines outside", lines('<path d="M200 200h50"/>'), "no lines"],
    ["no size", svg('<path d="M1 1h9"/>', ""), "how large it is"],
    ["groups without end", lines("<g>".repeat(80) + "</g>".repeat(80)), "nested too deep"],
    ["elements without end", lines("<g/>".repeat(20_001)), "too many elements"],
    ["numbers that are none", lines('<path d="M NaN 1 h 1e999"/>'), "no lines"],
    ["lines without end", lines(`<path d="${"M1 1h9".repeat(50_001)}"/>`), "too many lines"],
    ["a novel", lines(`<path d="${"M1 1h9".repeat(400_000)}"/>`), "too long"],
  ])("%s", (_, answer, why) => {
    expect(() => readSketch(answer)).toThrow(why);
  });
});

import { describe, expect, it } from "vitest";
import { pathBox } from "@/lib/pipelines/deck/bounds";
import { FontBook } from "@/lib/pipelines/deck/fonts";
import { parseSvg } from "@/lib/pipelines/deck/parse";
import type { TextChunk } from "@/lib/pipelines/deck/scene";
import { chunksOf, sceneOf, textsIn, textsOf, wordsOf } from "../../support/deck-text";

const left = ({ at, align, width }: TextChunk) => at.x - { left: 0, centre: 0.5, right: 1 }[align] * width;

describe("where text stands", () => {
  it("starts, is centred or ends at its point, as text-anchor says", () => {
    const [start, middle, end] = ["start", "middle", "end"].map(
      (anchor) => chunksOf(`<text x="100" y="50" text-anchor="${anchor}">Hello</text>`)[0],
    );
    for (const { at } of [start, middle, end]) expect([at.x, at.y]).toEqual([expect.closeTo(100), 50]);
    expect([start.align, middle.align, end.align]).toEqual(["left", "centre", "right"]);
    expect(left(end)).toBeCloseTo(100 - start.width);
    expect(start.runs[0].glyphs).toHaveLength(5);
    const ink = pathBox(end.runs[0].glyphs[4].outline);
    expect(ink?.x).toBeLessThan(100);
    expect(ink?.x).toBeGreaterThan(80);
  });

  it("starts on the right when it is read from right to left", () => {
    const [chunk] = chunksOf(`<text x="300" y="50" direction="rtl">שלום</text>`);
    expect(chunk).toMatchObject({ at: { x: 300, y: 50 }, align: "right", rightToLeft: true });
    expect(wordsOf(chunk)).toBe("שלום");
  });

  it.each([
    ["Noto Sans Hebrew", "שלום"],
    ["Noto Sans JP", "日本の海"],
    ["Noto Sans KR", "한국어"],
    ["Noto Sans Thai", "ไทย"],
    ["Noto Sans Tamil", "தமிழ்"],
  ])("is written in the faces that come with us: %s", (family, words) => {
    const scene = sceneOf(`<text x="200" y="50" font-family="${family}">${words}</text>`);
    expect(scene.notes).toEqual([]);
    const [{ runs }] = chunksOf(`<text x="200" y="50" font-family="${family}">${words}</text>`);
    expect(runs).toMatchObject([{ text: words, font: { typeface: family, missing: "" } }]);
    expect(runs[0].glyphs.every(({ outline }) => outline.length > 0)).toBe(true);
  });

  it("is as bold in those faces as it asks to be", () => {
    const ink = (weight: number) => {
      const [{ runs }] = chunksOf(`<text y="50" font-family="Noto Sans KR" font-weight="${weight}">ㅡ</text>`);
      return pathBox(runs[0].glyphs[0].outline)?.height ?? Number.NaN;
    };
    expect(ink(100)).toBeLessThan(0.7 * ink(400));
    expect(ink(700)).toBeGreaterThan(1.3 * ink(400));
  });

  it("loses no letter of a script that the family asked for does not have", () => {
    const scene = sceneOf(`<text y="50">한국 ไทย தமிழ் বাংলা</text>`);
    expect(scene.notes.map(({ reason }) => reason)).not.toContain("glyph_missing");
  });

  it("keeps words of several styles on one line in one piece", () => {
    const chunks = chunksOf(`<text x="10" y="50">one <tspan font-weight="bold" fill="red">two</tspan> three</text>`);
    expect(chunks).toHaveLength(1);
    const { runs, width } = chunks[0];
    expect(runs.map(({ text }) => text)).toEqual(["one ", "two", " three"]);
    expect(runs.map(({ font }) => font.bold)).toEqual([false, true, false]);
    expect(runs[1].at.x).toBeCloseTo(10 + runs[0].width);
    expect(width).toBeCloseTo(runs.reduce((sum, run) => sum + run.width, 0));
    expect(runs[1].fill?.paint).toMatchObject({ kind: "solid", colour: { red: 255 } });
  });

  it("parts lines, and words that are moved away", () => {
    const lines = chunksOf(`<text><tspan x="10" y="20">first</tspan><tspan x="10" dy="30">second</tspan></text>`);
    expect(lines.map((line) => [wordsOf(line), line.at])).toEqual([
      ["first", { x: 10, y: 20 }],
      ["second", { x: 10, y: 50 }],
    ]);
    const [near, far] = chunksOf(`<text x="10" y="50">near<tspan dx="40">far</tspan></text>`);
    expect(far.at.x).toBeCloseTo(10 + near.width + 40);
    const [, raised] = chunksOf(`<text x="10" y="50">x<tspan baseline-shift="super">2</tspan></text>`);
    expect(raised.at.y).toBeLessThan(46);
  });

  it("reads letters that are placed one by one as words", () => {
    const chunks = chunksOf(`<text x="10 21.4 33.6 43.3 48.5 60.9" y="50">abc de</text>`);
    expect(chunks.map(wordsOf)).toEqual(["abc de"]);
    expect(chunks[0].runs.map(({ glyphs }) => glyphs.length)).toEqual([6]);
    expect(chunksOf(`<text x="10 60 110" y="50">abc</text>`).map(wordsOf)).toEqual(["a", "b", "c"]);
  });

  it("collapses white space unless it is asked to keep it", () => {
    const [plain] = chunksOf(`<text x="10" y="50">\n  one\n   two  \n</text>`);
    expect(wordsOf(plain)).toBe("one two");
    const [kept] = chunksOf(`<text x="10" y="50" xml:space="preserve">one   two</text>`);
    expect(wordsOf(kept)).toBe("one   two");
    const [unprefixed] = chunksOf(`<text x="10" y="50" space="preserve">one   two</text>`);
    expect(wordsOf(unprefixed)).toBe("one two");
  });

  it("leaves room for what is hidden", () => {
    const [first, last] = chunksOf(`<text y="50">a<tspan visibility="hidden">bbbb</tspan>c</text>`);
    expect([wordsOf(first), wordsOf(last)]).toEqual(["a", "c"]);
    expect(last.at.x).toBeGreaterThan(first.width + 30);
  });

  it("adds letter and word spacing, and keeps joined scripts joined", () => {
    const [plain] = chunksOf(`<text y="50">a bc</text>`);
    const [letters] = chunksOf(`<text y="50" letter-spacing="3">a bc</text>`);
    expect(letters.width).toBeCloseTo(plain.width + 12);
    expect(letters.runs.map(({ spacing }) => spacing)).toEqual([3]);
    const [words] = chunksOf(`<text y="50" word-spacing="7">a bc</text>`);
    expect(words.width).toBeCloseTo(plain.width + 7);
    expect(words.runs.map(({ text, spacing }) => [text, spacing])).toEqual([
      ["a", 0],
      [" ", 7],
      ["bc", 0],
    ]);
    const [arabic] = chunksOf(`<text y="50" letter-spacing="3">سلام</text>`);
    expect(arabic.runs[0].spacing).toBe(0);
  });

  it("spreads letters over textLength and stays text; stretched letters do not", () => {
    const [spread] = textsOf(`<text y="50" textLength="300">stretch</text>`);
    const spacing = spread.chunks[0].runs[0].spacing;
    expect(spread.chunks[0].width - spacing).toBeCloseTo(300);
    expect(spread.obstacles).toEqual([]);
    const [wide] = textsOf(`<text y="50" textLength="300" lengthAdjust="spacingAndGlyphs">stretch</text>`);
    expect(wide.obstacles).toEqual(["text_stretched"]);
    expect(wide.box?.width).toBeCloseTo(300);
  });

  it("runs along a path, each letter turned as the path is below it", () => {
    const [text] = textsOf(
      `<path id="down" d="M100 20 V190" fill="none"/><text><textPath href="#down" startOffset="10">lll</textPath></text>`,
    );
    expect(text.obstacles).toEqual(["text_on_path"]);
    const letters = text.chunks.flatMap(({ runs }) => runs.flatMap(({ glyphs }) => glyphs.map((one) => one.outline)));
    for (const letter of letters) {
      const ink = pathBox(letter);
      expect(ink?.width).toBeGreaterThan(2 * (ink?.height ?? 0));
      expect(ink?.y).toBeGreaterThan(29);
    }
    expect(letters).toHaveLength(3);
  });

  it("begins anew along a path where x says so, as the halo of a chart's label and the label do", () => {
    const path = '<path id="p" d="M0 50 H180" fill="none"/>';
    const said = (inside: string) =>
      textsOf(
        `${path}<text x="7" dy="5" text-anchor="middle"><textPath href="#p" startOffset="50%">${inside}</textPath></text>`,
      );
    const inkOf = (inside: string) =>
      said(inside)[0].chunks.flatMap(({ runs }) =>
        runs.flatMap(({ glyphs }) => glyphs.map((one) => pathBox(one.outline))),
      );
    const [alone] = inkOf("H");
    const [halo, label] = inkOf('H<tspan x="0" dy="0">H</tspan>');
    expect(halo).toEqual(alone);
    expect(label).toEqual(alone);
    const [, further] = inkOf('H<tspan x="20">H</tspan>');
    expect((further?.x ?? 0) - (alone?.x ?? 0)).toBeCloseTo(20, 6);
    expect(further?.y).toBeCloseTo(alone?.y ?? 0, 6);
  });

  it("leaves out what hangs over the end of a path, and says when there is none", () => {
    const short = `<path id="p" d="M0 50 H25" fill="none"/><text><textPath href="#p">Wide words</textPath></text>`;
    const shown = textsOf(short)[0].chunks.map(wordsOf).join("");
    expect("Wide words".startsWith(shown)).toBe(true);
    expect(shown.length).toBeLessThan(3);
    const { notes } = sceneOf(`<text><textPath href="#gone">lost</textPath></text>`);
    expect(notes.map(({ reason }) => reason)).toContain("text_path_not_found");
  });

  it("stands as close and joined across spans of other colours as in one", () => {
    const endOf = (inside: string) => {
      const chunk = chunksOf(`<text y="50" font-family="Noto Sans" font-size="40">${inside}</text>`)[0];
      return chunk.at.x + chunk.width;
    };
    expect(endOf(`A<tspan fill="red">V</tspan>A`)).toBeCloseTo(endOf("AVA"), 6);
    expect(endOf(`A<tspan font-size="41">V</tspan>A`)).toBeGreaterThan(endOf("AVA"));
    const letters = (inside: string) =>
      chunksOf(`<text y="50" x="200" font-family="Noto Sans Arabic">${inside}</text>`)
        .flatMap(({ runs }) => runs.flatMap(({ glyphs }) => glyphs.map(({ outline }) => outline.length)))
        .sort((one, other) => one - other);
    expect(letters(`سل<tspan fill="red">ام</tspan>`)).not.toEqual([]);
    expect(letters(`س<tspan fill="red">م</tspan>ع`)).toEqual(letters("سمع"));
  });

  it("keeps a span's letter out of a ligature with one of another colour", () => {
    const [{ runs }] = chunksOf(`<text y="50" font-family="Noto Sans">f<tspan fill="red">i</tspan></text>`);
    expect(runs.map(({ text }) => text)).toEqual(["f", "i"]);
  });

  it("is a line turned by a quarter where it runs from top to bottom and its letters lie", () => {
    const [down] = textsOf(`<text x="100" y="20" writing-mode="tb">HH</text>`);
    const [{ turn, at, runs }] = down.chunks;
    expect(down.obstacles).toEqual([]);
    expect(turn).toBe(90);
    // Turned back, what was right is up: the feet of the letters stand on the line's left.
    const [first, second] = runs[0].glyphs.map(({ outline }) => pathBox(outline));
    expect(first?.x).toBeCloseTo(-at.y);
    expect(first?.y).toBeGreaterThan(at.x);
    expect(second?.y).toBeGreaterThan(first?.y ?? Number.NaN);
    expect(at.x).toBeCloseTo(20);
  });

  it("turns letters one by one, and sets standing ones from top to bottom", () => {
    expect(textsOf(`<text y="50" rotate="10 20">ab</text>`)[0].obstacles).toEqual(["text_turned"]);
    expect(textsOf(`<text y="50" rotate="ten">ab</text>`)[0].obstacles).toEqual([]);
    const [down] = textsOf(`<text x="100" y="20" writing-mode="tb">down 下</text>`);
    expect(down.obstacles).toEqual(["text_vertical"]);
    expect(down.box?.height).toBeGreaterThan(2 * (down.box?.width ?? 0));
  });

  it("stands on the baseline it asks for", () => {
    const yOf = (baseline: string) => chunksOf(`<text y="50" dominant-baseline="${baseline}">x</text>`)[0].at.y;
    expect(yOf("auto")).toBe(50);
    expect(yOf("hanging")).toBeGreaterThan(60);
    expect(yOf("middle")).toBeGreaterThan(53);
    expect(yOf("middle")).toBeLessThan(yOf("central"));
    expect(yOf("text-after-edge")).toBeLessThan(47);
  });

  it("is as large as the outermost svg says, whether that has a size of its own or not", () => {
    const sizeIn = (attributes: string) => {
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 700 400" ${attributes}><text>ten</text></svg>`;
      return textsIn(parseSvg(Buffer.from(svg), { name: "chart.svg", fonts: new FontBook() }).scene)[0].chunks[0]
        .runs[0].size;
    };
    for (const size of ["", 'width="700" height="400"', 'width="70em"']) {
      expect(sizeIn(`${size} style="max-width:100%;font:10px sans-serif"`)).toBe(10);
      expect(sizeIn(`${size} font-size="10"`)).toBe(10);
    }
  });

  it("has the font it asks for, or says which is missing", () => {
    const missing = chunksOf(`<text y="50" font-family="No Such Font">a</text>`)[0].runs[0].font;
    expect(missing.missing).toBe("No Such Font");
    expect(missing.typeface).not.toBe("No Such Font");
    expect(chunksOf(`<text y="50">a</text>`)[0].runs[0].font).toMatchObject({ typeface: "Noto Sans", missing: "" });
  });

  it("underlines as the element says that asks for it", () => {
    const [chunk] = chunksOf(
      `<text y="50" fill="red" text-decoration="underline">a<tspan fill="blue">b</tspan></text>`,
    );
    const fills = chunk.runs.map(({ decorations }) => decorations[0]?.fill?.paint);
    expect(fills).toEqual(Array(2).fill({ kind: "solid", colour: { red: 255, green: 0, blue: 0, alpha: 1 } }));
    const bar = pathBox(chunk.runs[0].decorations[0].bar);
    expect(bar?.y).toBeGreaterThan(50);
    expect(bar?.width).toBeCloseTo(chunk.runs[0].width);
  });

  it("notes a text without letters", () => {
    expect(sceneOf("<text> </text>").notes.map(({ reason }) => reason)).toEqual(["empty_text"]);
  });
});

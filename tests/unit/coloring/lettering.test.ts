import { existsSync, readFileSync } from "node:fs";
import * as fontkit from "fontkit";
import { describe, expect, test } from "vitest";
import { sfntFromWoff2 } from "@/lib/fonts/woff2";
import { layCaption } from "@/lib/pipelines/coloring/print/caption";
import { families, promises, slicesOf } from "@/lib/pipelines/coloring/print/type/families";
import { hanOrder } from "@/lib/pipelines/coloring/print/type/han";
import { setLine } from "@/lib/pipelines/coloring/print/type/lines";
import { breakable, cutAtWord, wrap } from "@/lib/pipelines/coloring/print/type/wrap";

/** Characters and their faces as they stand from left to right. */
const shown = (text: string) =>
  setLine(text, 650)
    .runs.flatMap(({ letters }) => letters.map((letter) => letter.text))
    .join("");
const facesOf = (text: string) => [
  ...new Set(setLine(text, 650).runs.map(({ letters }) => letters[0].face.slice.family)),
];
const sheet = { width: 279.4, height: 215.9, margin: 10, rim: 0 };

describe("typefaces", () => {
  test("every slice that a package lists is there", () => {
    for (const family of families) {
      for (const slice of slicesOf(family)) expect(existsSync(slice.file), slice.file).toBe(true);
    }
  });

  test("ranges are found", () => {
    const hebrew = slicesOf("hebrew").filter((slice) => promises(slice, 0x5d0));
    expect(hebrew.map(({ file }) => file.split("/").pop())).toEqual(["noto-sans-hebrew-hebrew-wght-normal.woff2"]);
    expect(slicesOf("hebrew").some((slice) => promises(slice, 0x4e00))).toBe(false);
  });

  test("a font unpacked from WOFF 2 draws what fontkit itself reads from the file", () => {
    for (const [family, character] of [
      ["common", "é"],
      ["arabic", "ة"],
      ["emoji", "🐶"],
      ["korean", "고"],
    ] as const) {
      const code = character.codePointAt(0) as number;
      const file = readFileSync(slicesOf(family).find((slice) => promises(slice, code))?.file ?? "");
      const outline = (font: fontkit.Font) =>
        font.layout(character).glyphs.map(({ path }) => path.commands.map(({ command, args }) => [command, ...args]));
      expect(outline(fontkit.create(sfntFromWoff2(file)))).toEqual(outline(fontkit.create(file)));
    }
  });
});

describe("every script is written", () => {
  for (const [text, face] of [
    ["My cat & dog", "studio"],
    ["Łódź ąę", "studio"],
    ["Việt Nam", "common"],
    ["Кошка и Ёж", "common"],
    ["Γάτα μου", "common"],
    ["חתול שלי", "hebrew"],
    ["قطة جميلة", "arabic"],
    ["हिन्दी बिल्ली", "common"],
    ["আমার বিড়াল", "bengali"],
    ["பூனை", "tamil"],
    ["แมวน้ำ", "thai"],
    ["ねこと猫", "japanese"],
    ["고양이 그림", "korean"],
    ["汉语小猫", "simplified"],
    ["漢語貓咪", "traditional"],
    ["🐶👨‍👩‍👧❤️", "emoji"],
  ] as const) {
    test(`${text} in ${face}`, () => {
      const line = setLine(text, 650);
      expect(line.missing).toBe(0);
      expect(line.width).toBeGreaterThan(1);
      expect(facesOf(text)).toEqual([face]);
      expect(layCaption(text, sheet, 150)?.missing).toBe(0);
    });
  }

  test("one line may mix them", () => {
    expect(setLine("Meine Katze & Ёж 猫 قطة 🐱", 650).missing).toBe(0);
  });

  test("what no face has is a box, and is counted", () => {
    const line = setLine("a𓀀b", 650);
    expect(line.missing).toBe(1);
    expect(line.runs.flatMap(({ letters }) => letters)).toHaveLength(3);
    expect(layCaption("a𓀀b𓀁", sheet, 150)).toMatchObject({ missing: 2 });
    expect(layCaption("a𓀀b𓀁", sheet, 150)?.paths).toHaveLength(4);
  });

  test("control characters, line breaks and halves of characters are no letters", () => {
    expect(shown("a\u0001\n\tb\ud800")).toBe("a b");
    expect(layCaption(" \n\u0007 ", sheet, 150)).toBeNull();
  });
});

describe("order", () => {
  test("Hebrew runs from right to left, its numbers and Latin words do not", () => {
    expect(shown("חתול 12 abc")).toBe("abc 12 לותח");
    expect(shown("abc חתול 12 def")).toBe("abc 12 לותח def");
  });

  test("brackets turn round with it", () => {
    expect(shown("(שלי)")).toBe("(ילש)");
  });

  test("Arabic letters are joined: shaped by their neighbours", () => {
    const glyphs = (text: string) => setLine(text, 650).runs[0].letters.filter(({ advance }) => advance > 0);
    const alone = glyphs("ب")[0].glyph;
    const joined = glyphs("ببب").map(({ glyph }) => glyph);
    expect(joined).toHaveLength(3);
    expect(new Set([alone, ...joined]).size).toBe(4);
  });

  test("a vowel that is written before its letter stands before it", () => {
    expect(shown("कि")).toBe("िक");
  });
});

test("Han characters are drawn as their text's language draws them", () => {
  expect(hanOrder("猫がいる")[0]).toBe("japanese");
  expect(hanOrder("고양이 猫")[0]).toBe("korean");
  expect(hanOrder("这是一只猫")[0]).toBe("simplified");
  expect(hanOrder("這是一隻貓")[0]).toBe("traditional");
  expect(hanOrder("駅前広場")[0]).toBe("japanese");
});

describe("lines", () => {
  const widthOf = (text: string) => text.length;

  test("break between words, evenly, and keep punctuation", () => {
    expect(wrap("the cat, the mat and me", 2, 16, widthOf)).toEqual(["the cat, the", "mat and me"]);
    expect(wrap("the cat", 2, 16, widthOf)).toEqual(["the cat"]);
    expect(breakable("(one) two, three!")).toEqual(["(one) ", "two, ", "three!"]);
  });

  test("break where a language without blanks has its words", () => {
    expect(breakable("แมวน้ำที่รัก").length).toBeGreaterThan(1);
    expect(breakable("私の猫。").at(-1)).toBe("猫。");
  });

  test("that are too much are cut at a word, and at a letter only if there is no other way", () => {
    expect(wrap("abcdefgh ijklmnop", 2, 7, widthOf)).toBeNull();
    expect(cutAtWord("the cat and the hat", (text) => text.length <= 12)).toBe("the cat …");
    expect(cutAtWord("abcdefgh", (text) => text.length <= 5)).toBe("abcd…");
  });

  test("a long caption takes two of them, a longer one ends at a word", () => {
    const rows = (text: string) => new Set(layCaption(text, sheet, 150)?.lines.map(({ place }) => place.baseline)).size;
    expect(rows("My cat")).toBe(1);
    const long = "A caption so long that it takes two lines of letters, since one line would be too small to color";
    expect(rows(long)).toBe(2);
    const cut = layCaption("the cat that sits on the mat looks at you ".repeat(20), sheet, 150);
    const text = cut?.lines.flatMap(({ line }) => line.runs.map((run) => run.text)).join(" ");
    expect(cut?.lines).toHaveLength(2);
    expect(text).toMatch(/\w …$/);
  });
});

import { describe, expect, test } from "vitest";
import { captionBand, placeOn, sheetFor } from "@/lib/pipelines/coloring/options";
import { optionsWith } from "./press";

const wide = { width: 400, height: 300 };
/** Half of 1.75 points, in mm. */
const rim = (1.75 * 25.4) / 72 / 2;

describe("sheet", () => {
  test("auto turns the page to the picture", () => {
    expect(sheetFor(optionsWith(), wide)).toEqual({ width: 279.4, height: 215.9, margin: 10, rim });
    expect(sheetFor(optionsWith(), { width: 300, height: 400 })).toMatchObject({ width: 215.9, height: 279.4 });
  });

  test("orientation may be forced", () => {
    const a4 = optionsWith({ page_size: "a4", orientation: "portrait" });
    expect(sheetFor(a4, wide)).toMatchObject({ width: 210, height: 297 });
  });

  test("original has the picture's proportions and no margin", () => {
    const sheet = sheetFor(optionsWith({ page_size: "original", margin_mm: 20 }), wide);
    expect(sheet.margin).toBe(0);
    expect(sheet.width / sheet.height).toBeCloseTo(4 / 3, 6);
  });
});

describe("placement", () => {
  test("fills the width or height between the margins, centred, with its outermost lines inside them", () => {
    const sheet = sheetFor(optionsWith({ orientation: "portrait" }), wide);
    const { scale, left, top } = placeOn(sheet, wide, false);
    expect(left).toBeCloseTo(10 + rim);
    expect(400 * scale).toBeCloseTo(195.9 - 2 * rim);
    expect(top).toBeCloseTo((279.4 - 300 * scale) / 2);
  });

  test("leaves room for a caption", () => {
    const tall = { width: 300, height: 600 };
    const sheet = sheetFor(optionsWith(), tall);
    expect(600 * placeOn(sheet, tall, true).scale).toBeCloseTo(279.4 - 20 - 2 * rim - captionBand);
  });
});

import { expect, it } from "vitest";
import type { PageMeasures } from "@/lib/pipelines/coloring/measure";
import { complaints } from "@/lib/pipelines/coloring/measure/bounds";
import { firstGood } from "@/lib/pipelines/coloring/redraw";

const region = { area: 100, radius: 4 };
const good: PageMeasures = {
  inkShare: 0.04,
  greyShare: 0,
  largestBlackShare: 0,
  specks: 0,
  openEnds: 6,
  regions: Array.from({ length: 50 }, () => region),
};

it("finds nothing wrong with an ordinary page", () => {
  expect(complaints(good, false)).toEqual([]);
});

it.each([
  [{ inkShare: 0.4 }, /40 %/],
  [{ greyShare: 0.02 }, /grey/],
  [{ largestBlackShare: 0.1 }, /black area/],
  [{ specks: 30 }, /30 specks/],
  [{ openEnds: 300 }, /300 lines end in nowhere/],
  [{ regions: Array.from({ length: 900 }, () => region) }, /900 regions/],
  [{ regions: Array.from({ length: 9 }, () => ({ area: 1, radius: 0.3 })) }, /too small for a crayon/],
] as [Partial<PageMeasures>, RegExp][])("names what is wrong: %o", (measures, sentence) => {
  expect(complaints({ ...good, ...measures }, false).join()).toMatch(sentence);
});

it("lets a few narrow places be on the page of one thing, where lines touch", () => {
  const regions = [0.5, 0.7].map((radius) => ({ area: 1, radius }));
  expect(complaints({ ...good, regions }, false)).toEqual([]);
});

it("lets many narrow places be beside large ones, as hairs, spokes and creases make them", () => {
  const slivers = Array.from({ length: 30 }, () => ({ area: 2, radius: 0.5 }));
  const jacket = Array.from({ length: 4 }, () => ({ area: 2000, radius: 9 }));
  expect(complaints({ ...good, regions: [...jacket, ...slivers] }, false)).toEqual([]);
  const fur = Array.from({ length: 450 }, () => ({ area: 4, radius: 0.5 }));
  expect(complaints({ ...good, regions: [...jacket.slice(2), ...fur] }, false).join()).toMatch(
    /too small for a crayon/,
  );
});

it("asks of a dashed worksheet only what dashes can give", () => {
  expect(complaints({ ...good, openEnds: 900, regions: [] }, true)).toEqual([]);
});

it("draws again until the page is good", async () => {
  const asked: number[] = [];
  const draw = async (redrawn: number) => {
    asked.push(redrawn);
    return { wrong: redrawn < 2 ? ["it has 30 specks"] : [], page: redrawn };
  };
  expect(await firstGood(draw, "cat.jpg")).toEqual({ wrong: [], page: 2 });
  expect(asked).toEqual([0, 1, 2]);
});

it("says why when no drawing will do", async () => {
  const draw = async () => ({ wrong: ["it has 30 specks", "it has a black area"] });
  await expect(firstGood(draw, "noise.png")).rejects.toMatchObject({
    code: "page_rejected",
    stage: "inspect",
    message: expect.stringMatching(/noise\.png.*30 specks, it has a black area/),
  });
});

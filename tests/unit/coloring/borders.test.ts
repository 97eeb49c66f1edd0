import { describe, expect, test } from "vitest";
import { settleBorders } from "@/lib/pipelines/coloring/regions/settle";
import { draw, press } from "./press";

describe("a border between two regions", () => {
  const width = 80;
  const height = 60;
  const edge = 30;
  /** Two regions of which the upper one ends at `edge`, but where `isOdd` gives a pixel to the other. */
  const regions = (isOdd: (x: number, y: number) => boolean) =>
    Int32Array.from({ length: width * height }, (_, i) => {
      const [x, y] = [i % width, Math.floor(i / width)];
      return Number(y >= edge !== isOdd(x, y));
    });
  /** A gradient that is highest along the edge, and rises around what `island` says. */
  const relief = (island: (x: number, y: number) => number = () => 0) =>
    Float32Array.from({ length: width * height }, (_, i) => {
      const [x, y] = [i % width, Math.floor(i / width)];
      return Math.max(0, 40 - 12 * Math.abs(y - edge + 0.5), island(x, y));
    });
  const wrong = (labels: Int32Array) => labels.filter((label, i) => label !== Number(Math.floor(i / width) >= edge));

  test("loses the nubs and notches that crumbs of its blur left in it", () => {
    const nub = (x: number, y: number) => x >= 40 && x < 48 && y >= edge - 6 && y < edge;
    const notch = (x: number, y: number) => x >= 15 && x < 19 && y >= edge && y < edge + 3;
    const labels = regions((x, y) => nub(x, y) || notch(x, y));
    expect(wrong(labels).length).toBeGreaterThan(50);
    expect(wrong(settleBorders({ labels, count: 2 }, relief(), width, height, 5))).toHaveLength(0);
  });

  test("keeps what reaches far out of a region, however narrow", () => {
    const arm = (x: number, y: number) => Math.abs(x - 40) <= 2 && y >= 4 && y < edge;
    const rim = (x: number, y: number) => (y < edge && y >= 4 && Math.abs(Math.abs(x - 40) - 2.5) < 1 ? 30 : 0);
    const settled = settleBorders({ labels: regions(arm), count: 2 }, relief(rim), width, height, 5);
    for (let y = 6; y < edge; y++) expect(settled[y * width + 40]).toBe(1);
  });
});

describe("a picture's edge", () => {
  const hasFrame = async (inside: string) => {
    const picture = await draw(400, 300, inside).png().toBuffer();
    return (await press(picture, { options: { page_size: "a4" } })).attributes.vectorize["frame.drawn"];
  };

  test("is drawn where only it closes what is to be colored", async () => {
    const hill = '<rect width="400" height="300" fill="#9cd"/><path d="M0 220 Q200 60 400 200V300H0Z" fill="#384"/>';
    expect(await hasFrame(hill)).toBe(true);
  });

  test("is not drawn for one thing that is cut off at one side", async () => {
    const bust = '<rect width="400" height="300" fill="#fff"/><path d="M120 300Q200-60 280 300Z" fill="#c42"/>';
    expect(await hasFrame(bust)).toBe(false);
  });
});

import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import type { ColoringOptions } from "@/lib/contracts/coloring";
import { coloring } from "@/lib/pipelines/coloring";
import { proofStages } from "@/lib/pipelines/coloring/proofs/names";
import { draw, type Pressed, press, shapes } from "./press";

let picture: Buffer;
beforeAll(async () => {
  picture = await shapes().png().toBuffer();
});

const pngName = "pages/001-picture.png";
const svgName = "pages/001-picture.svg";

const svgOf = async (pressed: Pressed) => (await pressed.bytesOf(svgName)).toString("utf8");
const svgWith = async (options: Partial<ColoringOptions>, prompt = "") =>
  svgOf(await press(picture, { options: { formats: ["svg"], ...options }, prompt }));

describe("an ordinary page", () => {
  let page: Pressed;
  beforeAll(async () => {
    page = await press(picture, { prompt: "two shapes" });
  });

  test("goes through all stages in order, each writing into its span", () => {
    expect(page.stages).toEqual(coloring.itemStages);
    for (const stage of page.stages) expect(Object.keys(page.attributes[stage]).length).toBeGreaterThan(2);
  });

  test("is a greyscale PNG of a letter sheet at 300 dpi", async () => {
    const header = await sharp(await page.bytesOf(pngName)).metadata();
    expect(header).toMatchObject({
      width: 3300,
      height: 2550,
      density: 300,
      space: "b-w",
      channels: 1,
      hasAlpha: false,
    });
  });

  test("is black lines on white: hardly any ink, no area of it, white margins", async () => {
    const { data, info } = await sharp(await page.bytesOf(pngName))
      .raw()
      .toBuffer({ resolveWithObject: true });
    let dark = 0;
    for (let i = 0; i < data.length; i++) if (data[i] < 128) dark++;
    expect(dark / data.length).toBeGreaterThan(0.002);
    expect(dark / data.length).toBeLessThan(0.05);
    const margin = Math.floor((9.5 / 25.4) * 300);
    for (let x = 0; x < info.width; x++) expect(data[margin * info.width + x]).toBe(255);
  });

  test("has both shapes, as strokes of one width in millimetres, and no fill but the sheet's", async () => {
    const svg = await svgOf(page);
    expect(svg).toContain('width="279.4mm" height="215.9mm" viewBox="0 0 279.4 215.9"');
    expect(svg).toContain('stroke-width="0.617"');
    expect(svg.match(/fill="(?!none)[^"]*"/g)).toEqual(['fill="#fff"']);
    expect(svg.match(/<path/g)).toHaveLength(2);
    expect(svg).toContain("<title>two shapes</title>");
  });

  test("is the same bytes every time", async () => {
    const again = await press(picture, { prompt: "two shapes" });
    expect(again.artifacts).toEqual(page.artifacts);
  });
});

describe("options", () => {
  test("line weight is real points on paper", async () => {
    expect(await svgWith({ line_weight: "thin" })).toContain('stroke-width="0.353"');
    expect(await svgWith({ line_weight: "bold" })).toContain('stroke-width="1.058"');
  });

  test("dashed draws dashes, asked for by option or by prompt", async () => {
    expect(await svgWith({})).not.toContain("dasharray");
    expect(await svgWith({ style: "dashed" })).toContain("stroke-dasharray");
    expect(await svgWith({}, "a tracing page")).toContain("stroke-dasharray");
  });

  test("only the formats asked for come out, besides the page's document", async () => {
    const { artifacts } = await press(picture, { options: { formats: ["png"] } });
    expect(artifacts.filter(({ role }) => role === "output").map(({ name }) => name)).toEqual([pngName]);
    const kept = artifacts.filter(({ role, name }) => role === "intermediate" && !name.startsWith("proofs/"));
    expect(kept).toHaveLength(1);
  });

  test("page size and orientation", async () => {
    expect(await svgWith({ page_size: "a4" })).toContain('width="297mm" height="210mm"');
    expect(await svgWith({ page_size: "a4", orientation: "portrait" })).toContain('width="210mm" height="297mm"');
    expect(await svgWith({ page_size: "square" })).toContain('width="203.2mm" height="203.2mm"');
  });

  test("original lays the lines exactly over the picture", async () => {
    const square = await draw(
      400,
      300,
      '<rect width="400" height="300" fill="#fff"/><rect x="100" y="60" width="120" height="90" fill="#a33"/>',
    )
      .png()
      .toBuffer();
    const pressed = await press(square, { options: { page_size: "original" } });
    const png = await pressed.bytesOf(pngName);
    const { width = 0, height = 0 } = await sharp(png).metadata();
    expect(width / height).toBeCloseTo(4 / 3, 3);
    const { data, info } = await sharp(png)
      .resize(400, 300, { fit: "fill" })
      .toColourspace("b-w")
      .raw()
      .toBuffer({ resolveWithObject: true });
    const box = { left: info.width, right: 0, top: info.height, bottom: 0 };
    for (let i = 0; i < data.length; i++) {
      if (data[i] > 200) continue;
      box.left = Math.min(box.left, i % 400);
      box.right = Math.max(box.right, i % 400);
      box.top = Math.min(box.top, Math.floor(i / 400));
      box.bottom = Math.max(box.bottom, Math.floor(i / 400));
    }
    for (const [side, wanted] of Object.entries({ left: 100, right: 220, top: 60, bottom: 150 })) {
      expect(Math.abs(box[side as keyof typeof box] - wanted)).toBeLessThanOrEqual(2);
    }
  });

  test("a caption is letters as outlines; without one there are none", async () => {
    const strokes = async (svg: string) => (svg.match(/<path/g) ?? []).length;
    const plain = await strokes(await svgWith({}, "My cat"));
    expect(await strokes(await svgWith({ caption: "prompt" }, "My cat"))).toBe(plain + 5);
    expect(await strokes(await svgWith({ caption: "name" }))).toBe(plain + "picture".length);
    expect(await strokes(await svgWith({ caption: "prompt" }, ""))).toBe(plain);
  });

  test("a very long caption stays on the sheet", async () => {
    const svg = await svgWith({ caption: "prompt" }, "a cat that sits on the mat and looks at you ".repeat(40));
    const starts = [...svg.matchAll(/d="M([\d.]+)/g)].map(([, x]) => Number(x));
    expect(Math.max(...starts)).toBeLessThan(279.4 - 10);
    expect(Math.min(...starts)).toBeGreaterThan(10);
  });

  test("detail aims at more regions, quality at more pixels", async () => {
    let tiles = "";
    for (let i = 0; i < 144; i++) {
      const hue = (i * 83) % 360;
      tiles += `<rect x="${(i % 12) * 50}" y="${Math.floor(i / 12) * 50}" width="50" height="50" fill="hsl(${hue} ${30 + (i % 5) * 15}% ${35 + (i % 4) * 14}%)"/>`;
    }
    const mosaic = await draw(600, 600, tiles).png().toBuffer();
    const regions = async (options: Partial<ColoringOptions>) =>
      (await press(mosaic, { options: { formats: ["svg"], ...options } })).attributes.clean["regions.kept"] as number;
    const simple = await regions({ detail: "simple" });
    const standard = await regions({ detail: "standard" });
    const detailed = await regions({ detail: "detailed" });
    expect(simple).toBeGreaterThanOrEqual(10);
    expect(simple).toBeLessThanOrEqual(30);
    expect(standard).toBeGreaterThanOrEqual(40);
    expect(standard).toBeLessThanOrEqual(80);
    expect(detailed).toBeGreaterThanOrEqual(100);
    expect(detailed).toBeLessThanOrEqual(200);
    const draft = await press(mosaic, { options: { quality: "draft" } });
    const high = await press(mosaic, { options: { quality: "high" } });
    expect(draft.attributes.decode["working.width"]).toBeLessThan(high.attributes.decode["working.width"] as number);
  });
});

describe("what is hard to draw", () => {
  test("a picture of one colour says so instead of an empty page", async () => {
    const blank = await sharp({ create: { width: 300, height: 200, channels: 3, background: "#789" } })
      .png()
      .toBuffer();
    await expect(press(blank, { name: "fog.png" })).rejects.toMatchObject({
      code: "page_rejected",
      stage: "vectorize",
      message: expect.stringContaining("fog.png has nothing to draw"),
    });
  });

  for (const [width, height] of [
    [1, 1],
    [2, 3],
    [8, 8],
    [3000, 20],
    [20, 3000],
    [1, 500],
  ]) {
    test(`${width} × ${height} pixels give a page or a sentence`, async () => {
      const half = `<rect width="100%" height="100%" fill="#fff"/><rect width="50%" height="50%" fill="#111"/>`;
      const tiny = await draw(width, height, half).png().toBuffer();
      const outcome = await press(tiny).catch((error: unknown) => error);
      if (outcome instanceof Error) expect(outcome).toMatchObject({ code: "page_rejected" });
      else expect((outcome as Pressed).artifacts).toHaveLength(3 + proofStages.length);
    });
  }

  test("a drawn line comes out once, along its middle", async () => {
    const line = await draw(
      400,
      300,
      '<rect width="400" height="300" fill="#fff"/><circle cx="200" cy="150" r="90" fill="none" stroke="#000" stroke-width="7"/>',
    )
      .png()
      .toBuffer();
    const { attributes } = await press(line);
    expect(attributes.outline.kind).toBe("drawing");
    expect(attributes.vectorize["strokes.count"]).toBe(1);
  });

  test("a slow ramp is not cut into regions", async () => {
    const ramp = await draw(
      600,
      400,
      '<defs><linearGradient id="g" x2="0" y2="1"><stop offset="0" stop-color="#3a7bd5"/><stop offset="1" stop-color="#f5e6c8"/></linearGradient></defs><rect width="600" height="400" fill="url(#g)"/><circle cx="300" cy="200" r="80" fill="#b22"/>',
    )
      .png()
      .toBuffer();
    const { attributes } = await press(ramp);
    expect(attributes.clean["regions.kept"]).toBe(2);
  });
});

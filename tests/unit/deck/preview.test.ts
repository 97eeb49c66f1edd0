import { beforeEach, describe, expect, it } from "vitest";
import { FontBook } from "@/lib/pipelines/deck/fonts";
import { previewPng, previewSvg } from "@/lib/pipelines/deck/preview";
import { loadRasterizer, type Rasterizer } from "@/lib/pipelines/deck/raster";
import type { SlideMedia, SlideShape } from "@/lib/pipelines/deck/slide";
import {
  corners,
  emu,
  form,
  Look,
  line,
  picture,
  place,
  run,
  slide,
  solid,
  stops,
  turn,
  twoHalves,
  words,
} from "../../support/deck-slide";

const white = "FFFFFF";
const red = "FF0000";
const green = "00FF00";
const blue = "0000FF";
const fonts = new FontBook();
let rasterizer: Rasterizer;
beforeEach(async () => {
  rasterizer = await loadRasterizer(fonts);
});

const look = (shapes: SlideShape[], media: SlideMedia[] = []) => Look.at(slide(shapes, media), rasterizer);

describe("a preview", () => {
  it("is as wide as asked and has the slide's aspect, also with effects on it", async () => {
    const shadow = { colour: { rgb: "000000", alpha: 1 }, blur: 0, distance: emu(5), direction: 0 };
    const seen = await look([form(place(0, 0, 9, 9), { effects: { shadow, glow: null, softEdge: null } })]);
    expect([seen.width, seen.height]).toEqual([400, 200]);
  });

  it("keeps none of its pixels once it is a PNG", async () => {
    const painted: Uint8Array[] = [];
    const kept: Rasterizer = {
      ...rasterizer,
      paint: (...asked) => {
        const painting = rasterizer.paint(...asked);
        painted.push(painting.pixels);
        return painting;
      },
    };
    const png = await previewPng(previewSvg(slide([form(place(0, 0, 20, 20))])), 400, kept);
    expect(png.length).toBeGreaterThan(100);
    expect(painted.map(({ byteLength }) => byteLength)).toEqual([0]);
    await expect(previewPng("<svg/>", 400, kept)).rejects.toMatchObject({ code: "internal" });
  });

  it("marks each shape with its id", () => {
    const inner = form(place(0, 0, 9, 9), { id: 7 });
    const group = { kind: "group", id: 6, name: "", alt: "", link: "", element: "g", children: [inner] } as const;
    const svg = previewSvg(slide([{ ...group, children: [inner] }, form(place(9, 9, 9, 9), { id: 8 })]));
    expect([...svg.matchAll(/data-shape="(\d+)"/g)].map(([, id]) => id)).toEqual(["6", "7", "8"]);
  });

  it("paints later shapes over earlier ones", async () => {
    const seen = await look([form(place(0, 0, 20, 20)), form(place(10, 0, 20, 20), { fill: solid(blue) })]);
    expect([seen.colour(5, 5), seen.colour(15, 5)]).toEqual([red, blue]);
  });
});

describe("the outline of a shape", () => {
  const flag = corners([
    [0, 0],
    [40, 0],
    [0, 40],
  ]);

  it("is flipped, then turned about its middle", async () => {
    const filled = async (more: Parameters<typeof place>[4]) => {
      const seen = await look([form(place(20, 20, 40, 40, more), { geometry: flag })]);
      const [topLeft, topRight, bottomRight, bottomLeft] = [
        [25, 25],
        [55, 25],
        [55, 55],
        [25, 55],
      ].map(([x, y]) => seen.colour(x, y) === red);
      return { falling: [topLeft, bottomRight], rising: [topRight, bottomLeft] };
    };
    expect((await filled({})).falling).toEqual([true, false]);
    expect((await filled({ flipX: true })).rising).toEqual([true, false]);
    expect((await filled({ flipX: true, turn: turn(90) })).falling).toEqual([false, true]);
  });

  it("has holes where its contours lie in each other", async () => {
    const geometry = corners(
      [
        [0, 0],
        [40, 0],
        [40, 40],
        [0, 40],
      ],
      [
        [10, 10],
        [30, 10],
        [30, 30],
        [10, 30],
      ],
    );
    const seen = await look([form(place(0, 0, 40, 40), { geometry })]);
    expect([seen.colour(5, 5), seen.colour(20, 20)]).toEqual([red, white]);
  });

  it("is round where it is an ellipse or a rounded rectangle", async () => {
    const seen = await look([
      form(place(0, 0, 40, 40), { geometry: { kind: "ellipse" } }),
      form(place(50, 0, 40, 40), { geometry: { kind: "roundRect", radius: 0.5 } }),
    ]);
    expect([seen.colour(2, 2), seen.colour(52, 2), seen.colour(20, 1), seen.colour(70, 1)]).toEqual([
      white,
      white,
      red,
      red,
    ]);
  });
});

describe("a fill", () => {
  it("runs along its angle from corner to corner", async () => {
    const fill = { kind: "linear", stops: stops(red, blue), angle: turn(90) } as const;
    const seen = await look([form(place(0, 0, 40, 100), { fill })]);
    expect([seen.colour(20, 1), seen.colour(20, 50), seen.colour(20, 99)]).toEqual([red, "800080", blue]);
  });

  it("runs from its centre to the corners when it is radial", async () => {
    const fill = { kind: "radial", stops: stops(red, blue), centre: { x: 0.5, y: 0.5 } } as const;
    const seen = await look([form(place(0, 0, 100, 100), { fill })]);
    expect([seen.colour(50, 50), seen.colour(1, 1), seen.colour(1, 50)]).toEqual([red, blue, "4000C0"]);
  });

  it("is see-through by its alpha", async () => {
    expect((await look([form(place(0, 0, 9, 9), { fill: solid(red, 0.5) })])).colour(5, 5)).toBe("FF8080");
  });

  it("shows a picture over its part of the shape, and nothing beside it", async () => {
    const over = { left: 0, top: 0, right: 0.5, bottom: 1 };
    const fill = { kind: "picture", media: 0, opacity: 1, over } as const;
    const seen = await look([form(place(0, 0, 80, 40), { fill })], [await twoHalves()]);
    expect([seen.colour(5, 20), seen.colour(35, 20), seen.colour(60, 20)]).toEqual([green, blue, white]);
  });

  it("repeats a picture from its upper left corner when it is tiled", async () => {
    const fill = { kind: "tiles", media: 0, opacity: 1, offsetX: 0, offsetY: 0, scaleX: 0.5, scaleY: 1 } as const;
    const seen = await look([form(place(20, 0, 80, 40), { fill })], [await twoHalves()]);
    expect([25, 35, 45, 55].map((x) => seen.colour(x, 10))).toEqual([green, blue, green, blue]);
  });
});

describe("a line", () => {
  const level = (more: Parameters<typeof line>[2]) =>
    form(place(20, 50, 100, 0), { geometry: { kind: "line" }, fill: null, line: line(red, 10, more) });

  it("is as wide as it says and ends as its cap says", async () => {
    expect((await look([level({})])).ink()).toEqual({ left: 20, top: 45, right: 120, bottom: 55 });
    expect((await look([level({ cap: "square" })])).ink()).toMatchObject({ left: 15, right: 125 });
  });

  it("has dashes and gaps as shares of its width", async () => {
    const seen = await look([level({ dashes: [{ dash: 2, gap: 1 }] })]);
    expect([30, 45, 55].map((x) => seen.colour(x, 50))).toEqual([red, white, red]);
  });

  it("has arrow heads at its ends", async () => {
    const arrow = { type: "triangle", width: "lg", length: "med" } as const;
    const seen = await look([level({ tail: arrow })]);
    expect([seen.colour(93, 30), seen.colour(25, 30)]).toEqual([red, white]);
    expect((await look([level({ head: { ...arrow, type: "oval" } })])).ink()).toMatchObject({ left: 5, top: 25 });
  });

  it("has the corners of its join", async () => {
    const pointed = { fill: null, geometry: { kind: "rect" } } as const;
    const corner = async (join: Parameters<typeof line>[2]) =>
      (await look([form(place(20, 20, 40, 40), { ...pointed, line: line(red, 10, join) })])).colour(16, 16);
    expect(await corner({ join: { kind: "miter", limit: 4 } })).toBe(red);
    expect(await corner({ join: { kind: "bevel" } })).toBe(white);
  });
});

describe("a picture", () => {
  it("is cropped by shares of itself", async () => {
    const crop = { left: 0.5, top: 0, right: 0, bottom: 0 };
    const seen = await look([picture(place(0, 0, 40, 40), { crop })], [await twoHalves()]);
    expect([seen.colour(5, 20), seen.colour(35, 20), seen.colour(45, 20)]).toEqual([blue, blue, white]);
  });

  it("is cut to its geometry, mirrored and see-through", async () => {
    const shape = picture(place(0, 0, 40, 40, { flipX: true }), { geometry: { kind: "ellipse" }, opacity: 0.5 });
    const seen = await look([shape], [await twoHalves()]);
    expect([seen.colour(1, 1), seen.colour(10, 20), seen.colour(30, 20)]).toEqual([white, "8080FF", "80FF80"]);
  });
});

describe("effects", () => {
  const effects = { shadow: null, glow: null, softEdge: null };

  it("cast a shadow the same way however the shape is turned", async () => {
    const shadow = { colour: { rgb: blue, alpha: 1 }, blur: 0, distance: emu(20), direction: turn(90) };
    for (const turned of [0, 90]) {
      const shape = form(place(40, 20, 30, 30, { turn: turn(turned) }), { effects: { ...effects, shadow } });
      const seen = await look([shape]);
      expect([seen.colour(55, 60), seen.colour(55, 30), seen.colour(80, 30)], `${turned}`).toEqual([blue, red, white]);
    }
  });

  it("glow around the shape", async () => {
    const glow = { colour: { rgb: blue, alpha: 1 }, radius: emu(10) };
    const seen = await look([form(place(40, 20, 40, 40), { effects: { ...effects, glow } })]);
    expect([seen.colour(60, 40), seen.colour(60, 61), seen.colour(60, 75)]).toEqual([red, "4040FF", white]);
  });

  it("fade the shape towards its edge", async () => {
    const softEdge = { radius: emu(10) };
    const seen = await look([form(place(20, 10, 80, 80), { effects: { ...effects, softEdge } })]);
    expect([seen.colour(60, 50), seen.colour(60, 12)]).toEqual([red, white]);
  });

  it("are drawn where the slide shows them, on a shape that goes on for miles", async () => {
    const all = {
      shadow: { colour: { rgb: blue, alpha: 1 }, blur: 0, distance: emu(20), direction: turn(90) },
      glow: null,
      softEdge: null,
    };
    const seen = await look([form(place(40, 20, 20_000_000, 30), { effects: all })]);
    expect([seen.colour(150, 30), seen.colour(150, 60), seen.colour(20, 60)]).toEqual([red, blue, white]);
    const beyond = await look([form(place(5_000_000, 20, 20_000_000, 30), { effects: all })]);
    expect(beyond.colour(150, 30)).toBe(white);
  });
});

describe("a label", () => {
  it("begins where its shape leaves it room: lower in an ellipse than in a rectangle", async () => {
    const topIn = async (kind: "rect" | "ellipse") => {
      const text = words("centre", [run("HH")]);
      const seen = await look([form(place(40, 20, 120, 60), { geometry: { kind }, fill: solid(white), text })]);
      return seen.ink()?.top ?? Number.NaN;
    };
    // A quarter circle leaves 1 - 1/√2 of its radius, here of half the height.
    expect((await topIn("ellipse")) - (await topIn("rect"))).toBeCloseTo(30 * (1 - Math.SQRT1_2), 0);
  });
});

describe("text", () => {
  const box = place(20, 10, 160, 80);
  const written = async (text: ReturnType<typeof words>, placing = box) =>
    (await look([form(placing, { fill: null, text })])).ink() ?? { left: 0, top: 0, right: 0, bottom: 0 };

  it("stands on a baseline 0.99 sizes below the top of its box", async () => {
    const { left, bottom } = await written(words("left", [run("EEE", { size: 3000 })]));
    expect(bottom).toBeCloseTo(10 + 40 * 0.99, 0);
    expect(left).toBeGreaterThanOrEqual(20);
    expect(left).toBeLessThan(26);
  });

  it("is aligned to the side it says", async () => {
    expect((await written(words("right", [run("HH")]))).right).toBeCloseTo(178, -1);
    const { left, right } = await written(words("centre", [run("HHH")]));
    expect((left + right) / 2).toBeCloseTo(100, 0);
  });

  it("goes on in the next line, and stands in the middle or at the bottom", async () => {
    const one = await written(words("left", [run("EE")]));
    const two = await written(words("left", [run("EE"), run("EE")]));
    expect(two.bottom - one.bottom).toBeCloseTo(20 * 1.2, 0);
    const low = await written(words("left", [run("EE")], { anchor: "bottom" }));
    expect(low.bottom - one.bottom).toBeCloseTo(80 - 20 * 1.2, 0);
  });

  it("has its lines as far apart as it says", async () => {
    const lines = [run("EE"), run("EE"), run("EE")];
    const tight = await written(words("left", lines, { pitch: 1500 }));
    const wide = await written(words("left", lines, { pitch: 2100 }));
    expect(tight.bottom).toBeCloseTo(10 + 3 * 20 - 20 * 0.21, 0);
    expect(wide.bottom - tight.bottom).toBeCloseTo(3 * 8, 0);
  });

  it("is larger, bolder, wider and coloured as its run says", async () => {
    const plain = await written(words("left", [run("HHH")]));
    const width = async (more: Parameters<typeof run>[1]) => {
      const { left, right } = await written(words("left", [run("HHH", more)]));
      return right - left - (plain.right - plain.left);
    };
    expect(await width({ size: 3000 })).toBeGreaterThan(20);
    expect(await width({ bold: true })).toBeGreaterThan(0);
    expect(await width({ spacing: 750 })).toBeCloseTo(20, 0);
    const text = words("left", [run("HHH", { size: 6000, fill: solid(blue) })]);
    const seen = await look([form(box, { fill: null, text })]);
    const across = Array.from({ length: 80 }, (_, index) => seen.colour(20 + index, 60));
    expect(across).toContain(blue);
    expect(across).not.toContain("000000");
  });

  it("turns with its shape, and with a box set on end", async () => {
    const turned = await written(words("centre", [run("HHHHHH")]), { ...box, turn: turn(90) });
    expect(turned.bottom - turned.top).toBeGreaterThan(turned.right - turned.left);
    const upright = await written(words("left", [run("HHHHHH")], { vertical: "clockwise" }));
    expect(upright.bottom - upright.top).toBeGreaterThan(upright.right - upright.left);
    expect(upright.right).toBeCloseTo(180 - 20 * (0.99 - 0.714), 0);
  });

  it("keeps what XML would take for markup", async () => {
    const svg = previewSvg(slide([form(box, { text: words("left", [run(`a < b & "c"`)]) })]));
    expect(svg).toContain("a &lt; b &amp; &quot;c&quot;");
    expect(await written(words("left", [run("<&>")]))).not.toMatchObject({ right: 0 });
  });
});

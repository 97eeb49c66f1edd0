import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { plainGround } from "@/lib/pipelines/coloring/kernels/ground";
import { press } from "./press";

const svgOnly = { options: { formats: ["svg"] as ["svg"] } };

/** A snowman and a star in one colour, on nothing. */
const snowman = (colour: string) =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 200">
    <circle cx="90" cy="60" r="34" fill="${colour}"/><circle cx="90" cy="138" r="50" fill="${colour}"/>
    <circle cx="78" cy="52" r="6" fill="#222"/><circle cx="102" cy="52" r="6" fill="#222"/>
    <path d="M220 40l14 40h42l-34 26 13 42-35-25-35 25 13-42-34-26h42z" fill="${colour}"/>
  </svg>`);

describe("a see-through picture", () => {
  test("that is white is drawn as one that is dark, though on white paper nothing of it would be seen", async () => {
    const white = await press(snowman("#ffffff"), svgOnly);
    const red = await press(snowman("#d03030"), svgOnly);
    expect(white.attributes.decode["source.lost_on_white"]).toBe(true);
    expect(red.attributes.decode["source.lost_on_white"]).toBe(false);
    expect(white.attributes.inspect["page.regions"]).toBe(red.attributes.inspect["page.regions"]);
    expect(white.attributes.inspect["page.open_ends"]).toBe(0);
  });

  test("of which a little is white keeps its colours", async () => {
    const robot = Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 200">
      <rect x="40" y="40" width="120" height="120" fill="#3070c0"/><rect x="150" y="60" width="20" height="20" fill="#fff"/>
    </svg>`);
    const { attributes } = await press(robot, svgOnly);
    expect(attributes.decode["source.lost_on_white"]).toBe(false);
  });
});

/** A disc of fur on a ground; from a radius of 300 pixels on it reaches the picture's edge. */
async function furryBall(radius: number, ground = "#ffffff"): Promise<Buffer> {
  const spots = Array.from({ length: 700 }, (_, i) => {
    const [x, y] = [(i * 131) % 600, (i * 197) % 600];
    return `<ellipse cx="${x}" cy="${y}" rx="${6 + (i % 17)}" ry="${4 + (i % 7)}" fill="#${["5a3a1a", "8a6030", "a87c48", "3a2410"][i % 4]}"/>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="600">
    <defs>
      <clipPath id="ball"><circle cx="300" cy="300" r="${radius}"/></clipPath>
      <linearGradient id="light" x2="1" y2="1"><stop stop-color="#4a3018"/><stop offset="1" stop-color="#b08040"/></linearGradient>
    </defs>
    <rect width="600" height="600" fill="${ground}"/>
    <g clip-path="url(#ball)"><rect width="600" height="600" fill="url(#light)"/>${spots.join("")}</g></svg>`;
  return sharp(Buffer.from(svg)).jpeg({ quality: 92 }).toBuffer();
}

describe("a thing on a plain ground", () => {
  test("gets as many regions as it has room for, not all of a page", async () => {
    const small = await press(await furryBall(200, "#cfe0f0"), svgOnly);
    const whole = await press(await furryBall(500, "#cfe0f0"), svgOnly);
    expect(small.attributes.normalize["ground.share"]).toBeGreaterThan(0.6);
    expect(whole.attributes.normalize["ground.share"]).toBe(0);
    const [few, many] = [small, whole].map(({ attributes }) => Number(attributes.inspect["page.regions"]));
    expect(few).toBeLessThan(0.6 * many);
    expect(few).toBeGreaterThanOrEqual(5);
  });

  test("that reaches the edge of a white picture is closed there, with no frame round it", async () => {
    const { attributes } = await press(await furryBall(312), svgOnly);
    expect(attributes.normalize["content.trimmed"]).toBe("white added");
    expect(attributes.vectorize["frame.drawn"]).toBe(false);
    expect(attributes.vectorize["frame.line_ends_on_edge"]).toBe(0);
  });

  test("stays in its place over the picture where the page is to have the picture's own size", async () => {
    const options = { formats: ["svg"] as ["svg"], page_size: "original" as const };
    const { attributes } = await press(await furryBall(312), { options });
    expect(attributes.normalize["content.trimmed"]).toBe("nothing to trim");
  });

  test("is told from a scene that fills its picture", () => {
    const sky = new Uint8Array(3 * 80 * 60).map((_, i) => (i < 3 * 80 * 20 ? 200 : (i * 37) % 251));
    expect(plainGround({ rgb: sky, width: 80, height: 60 })).toBeNull();
  });
});

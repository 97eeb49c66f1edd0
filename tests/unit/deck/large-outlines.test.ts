import { describe, expect, it } from "vitest";
import { deckOptionsSchema } from "@/lib/contracts/deck";
import { directly } from "@/lib/pipelines/deck/convert";
import { FontBook } from "@/lib/pipelines/deck/fonts";
import { makeSlide } from "@/lib/pipelines/deck/make-slide";

const fonts = new FontBook();

async function slideOf(inside: string) {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 600">${inside}</svg>`;
  const source = { name: "drawing.svg", bytes: Buffer.from(svg) };
  const size = { width: 9_525_000, height: 5_715_000 };
  return makeSlide(source, deckOptionsSchema.parse({}), size, fonts, directly());
}

/** A coast from left to right, of so many points, and the land below it. */
function land(points: number): string {
  const coast = Array.from({ length: points }, (_, i) => `L${(1 + (998 * i) / points).toFixed(2)} ${300 + (i % 7)}`);
  return `M1 599${coast.join("")}L999 599Z`;
}

describe("an outline of thousands of segments", () => {
  it("is a shape", async () => {
    const { slide, mapped } = await slideOf(`<path id="land" d="${land(15_000)}" fill="green" stroke="black"/>`);
    expect(mapped.map(({ output_format }) => output_format)).toEqual(["native"]);
    expect(slide.media).toEqual([]);
  });

  it("that a clip cuts is a picture that stays sharp", async () => {
    const clip = '<clipPath id="c"><circle cx="500" cy="300" r="250"/></clipPath>';
    const { slide, mapped } = await slideOf(`${clip}<path clip-path="url(#c)" d="${land(12_000)}" fill="green"/>`);
    expect(mapped.map(({ output_format, reasons }) => [output_format, reasons])).toEqual([
      ["picture", ["clip_not_resolved"]],
    ]);
    expect(slide.media.map(({ mediaType }) => mediaType).sort()).toEqual(["image/png", "image/svg+xml"]);
  });
});

describe("a drawing of very many gradients that no slide has", () => {
  it("keeps room for the pictures after them", async () => {
    const paint =
      '<radialGradient id="g" gradientTransform="skewX(30)"><stop stop-color="red"/><stop offset="1"/></radialGradient>';
    const balls = Array.from(
      { length: 1_000 },
      (_, i) =>
        `<ellipse cx="${5 + (i % 100) * 9.9}" cy="${5 + Math.floor(i / 100) * 30}" rx="4" ry="${5 + i / 100}" fill="url(#g)"/>`,
    );
    const last =
      '<g opacity=".5"><rect x="10" y="400" width="90" height="90" fill="url(#g)"/><rect x="50" y="420" width="90" height="90" fill="url(#g)"/></g>';
    const { mapped } = await slideOf(paint + balls.join("") + last);
    expect(mapped.filter(({ output_format }) => output_format === "none")).toEqual([]);
  });
});

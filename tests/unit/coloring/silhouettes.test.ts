import { expect, test } from "vitest";
import { draw, press } from "./press";

const bat =
  '<path transform="translate(0 150) scale(1 .55)" d="M10 60 Q60 10 110 40 L125 25 L135 38 L145 38 L155 25 L170 40 Q220 10 270 60 Q245 50 230 75 Q205 55 185 80 Q160 75 140 105 Q120 75 95 80 Q75 55 50 75 Q35 50 10 60Z"/>';
const spade = (x: number, y: number) =>
  `<path transform="translate(${x} ${y}) scale(.9)" d="M20 0 C30 14 40 18 40 28 C40 38 27 40 22 32 L26 46 L14 46 L18 32 C13 40 0 38 0 28 C0 18 10 14 20 0Z"/>`;
const six = '<path d="M40 24 Q14 40 22 66 A14 14 0 1 0 26 46" fill="none" stroke="#000" stroke-width="11"/>';
const turned = `<g transform="rotate(180 140 200)">${six}</g>`;

test.each([
  ["a black bat", bat, 1],
  ["a playing card", six + turned + [110, 160, 210, 260].map((y) => spade(60, y) + spade(180, y)).join(""), 8],
])("%s comes out hollow, to be colored, and not as a line through its middle", async (_, inside, hollows) => {
  const picture = draw(280, 400, `<rect width="280" height="400" fill="#fff"/>${inside}`);
  const { attributes } = await press(await picture.png().toBuffer(), { options: { page_size: "a4" } });
  expect(attributes.inspect["page.regions"]).toBeGreaterThanOrEqual(hollows);
  expect(attributes.inspect["page.open_ends"]).toBe(0);
});

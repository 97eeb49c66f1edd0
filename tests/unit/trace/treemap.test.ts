import { expect, it } from "vitest";
import { folderOf, tilesOf } from "@/app/_components/trace/package/treemap-layout";

const parts = {
  count: 5,
  bytes: 900,
  compressed_bytes: 100,
  package_bytes: 120,
  parts: [
    { name: "ppt/slides/slide1.xml", bytes: 500, compressed_bytes: 40 },
    { name: "ppt/media/a.png", bytes: 30, compressed_bytes: 30 },
    { name: "[Content_Types].xml", bytes: 200, compressed_bytes: 20 },
  ],
};

it("gives every part the share of the picture that it has of the package, what is not named too", () => {
  const tiles = tilesOf(parts, 2);
  const area = ({ width, height }: (typeof tiles)[number]) => (width * height) / 100;
  expect(Object.fromEntries(tiles.map((tile) => [tile.name, Math.round(area(tile))]))).toEqual({
    "ppt/slides/slide1.xml": 40,
    "ppt/media/a.png": 30,
    "[Content_Types].xml": 20,
    null: 10,
  });
});

it("lays no tile over another", () => {
  const tiles = tilesOf(parts, 2);
  for (const [index, one] of tiles.entries()) {
    for (const other of tiles.slice(index + 1)) {
      const apart =
        one.left + one.width <= other.left + 1e-9 ||
        other.left + other.width <= one.left + 1e-9 ||
        one.top + one.height <= other.top + 1e-9 ||
        other.top + other.height <= one.top + 1e-9;
      expect(apart, `${one.name} and ${other.name}`).toBe(true);
    }
  }
});

it("tells slides, media and the frame around them apart", () => {
  expect(["ppt/slides/_rels/slide1.xml.rels", "ppt/media/a.png", "ppt/theme/theme1.xml"].map(folderOf)).toEqual([
    "slides",
    "media",
    "frame",
  ]);
});

import { expect, test } from "vitest";
import { machineFonts } from "@/lib/pipelines/deck/machine-fonts";
import { viewportOf } from "@/lib/pipelines/deck/viewport";

const sizeOf = (svg: string) => viewportOf(Buffer.from(svg), "a.svg", machineFonts);

test.each([
  ["by its viewBox", '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 200"><rect/></svg>'],
  ["behind a comment", '<!-- 1 > 0 --><svg xmlns="http://www.w3.org/2000/svg" width="300" height="200"/>'],
  ["under a prefix", '<s:svg xmlns:s="http://www.w3.org/2000/svg" width="300" height="200"></s:svg>'],
  ["with a > in an attribute", '<svg xmlns="http://www.w3.org/2000/svg" id="a>b" width="300" height="200">'],
  ["of a file that is broken behind it", '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="200"><rect <'],
])("the first file's size is read %s", (_, svg) => {
  expect(sizeOf(svg)).toEqual({ width: 300, height: 200 });
});

test.each([
  ["without an SVG's tag", "<html></html>"],
  ["whose tag does not end", '<svg xmlns="http://www.w3.org/2000/svg" width="300"'],
])("a first file %s says no size", (_, svg) => {
  expect(sizeOf(svg)).toBeNull();
});

test("a first file made of beginnings of tags is given up at once, not looked through from each of them", () => {
  expect(sizeOf("<svg ".repeat(400_000))).toBeNull();
});

import { expect, it } from "vitest";
import { dataUrlBytes } from "@/lib/files/data-url";

const read = (url: string, limit = 100) => dataUrlBytes(url, limit, "Item 1").toString("utf8");

it.each([
  ["data:text/plain;base64,aGVsbG8=", "hello"],
  ["data:text/plain;charset=utf-8;base64,aGVsbG8", "hello"],
  ["data:text/plain;base64,aGVs\r\n bG8=\n", "hello"],
  ["data:text/plain;base64,aGVsbG8%3D", "hello"],
  ["data:text/plain; base64 ,aGVsbG8=", "hello"],
  ["data:,hello%20there", "hello there"],
  ["data:image/svg+xml,<svg>%C3%A9</svg>", "<svg>é</svg>"],
  ["data:image/svg+xml;utf8,<svg>é</svg>", "<svg>é</svg>"],
])("reads %s", (url, text) => {
  expect(read(url)).toBe(text);
});

it.each([
  ["data:image/png;base64,%%%", /Item 1.*damaged/],
  ["data:image/png;base64,a%2Gb", /Item 1.*damaged/],
  ["data:image/png;base64", /comma/],
  ["data:,50%zz", /damaged/],
  ["data:,", /without any data/],
])("says what is wrong with %s", (url, sentence) => {
  expect(() => read(url)).toThrow(sentence);
});

it("stops at the limit before it decodes", () => {
  expect(() => read(`data:;base64,${"A".repeat(1000)}`, 100)).toThrow(/larger/);
});

import { describe, expect, test } from "vitest";
import { lineXml } from "@/lib/pipelines/deck/embed/line";
import { Relations } from "@/lib/pipelines/deck/embed/relations";
import { textXml } from "@/lib/pipelines/deck/embed/text";
import { coordinate, size } from "@/lib/pipelines/deck/embed/xml";
import type { SlideLine } from "@/lib/pipelines/deck/slide";

const line: SlideLine = {
  width: 9525,
  fill: { kind: "solid", colour: { rgb: "000000", alpha: 1 } },
  cap: "round",
  join: { kind: "round" },
  dashes: [{ dash: 0, gap: 2 }],
  head: null,
  tail: null,
};

describe("what the schema allows", () => {
  test("a dash of no length is the shortest there is", () => {
    expect(lineXml(line, new Relations([]))).toContain('<a:ds d="1" sp="200000"/>');
  });

  test("positions and sizes end at 32 bits", () => {
    expect([size(1e13), size(-5), coordinate(1e13), coordinate(-1e13), coordinate(Number.NaN)]).toEqual([
      "2147483647",
      "0",
      "2147483647",
      "-2147483648",
      "0",
    ]);
  });

  test("a text without paragraphs has an empty one", () => {
    const inset = { left: 0, top: 0, right: 0, bottom: 0 };
    const text = { paragraphs: [], pitch: null, inset, anchor: "top", wrap: false, vertical: "none" } as const;
    expect(textXml({ ...text, paragraphs: [] }, new Relations([]))).toContain("<a:p>");
  });
});

describe("a link", () => {
  const links = (address: string) => {
    const relations = new Relations([]);
    const id = relations.link(address);
    return id === null ? null : relations.list.find((one) => one.id === id)?.target;
  };

  test.each([
    "https://",
    "http://a b/",
    "https://[::1",
    "http://exa%25mple/",
    "mailto",
    "javascript:alert(1)",
    "file:///etc",
  ])("is left out when no reader can follow it: %s", (address) => expect(links(address)).toBeNull());

  test("is written as the URL standard writes it", () => {
    expect(links(' https://example.org/a b?c="d" ')).toBe("https://example.org/a%20b?c=%22d%22");
    expect(links("mailto:someone@example.org")).toBe("mailto:someone@example.org");
  });
});

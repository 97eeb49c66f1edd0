import { expect, it } from "vitest";
import { readAddresses } from "@/app/_components/batch/addresses";

it("reads one address a line, in order, whatever the line ends and blanks are", () => {
  const text = " https://example.org/b.svg\r\n\n\thttp://example.org/a.svg?x=1#y \n";
  expect(readAddresses(text)).toEqual({
    urls: ["https://example.org/b.svg", "http://example.org/a.svg?x=1#y"],
    wrong: [],
  });
});

it.each(["www.example.org/a.svg", "file:///etc/passwd", "https://", "https://a b.org/c.svg", "javascript:alert(1)"])(
  "names “%s” as no address of the web",
  (line) => {
    expect(readAddresses(`https://example.org/a.svg\n${line}`)).toEqual({
      urls: ["https://example.org/a.svg"],
      wrong: [line],
    });
  },
);

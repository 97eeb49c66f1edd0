import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { FontBook } from "@/lib/pipelines/deck/fonts";
import { parseSvg } from "@/lib/pipelines/deck/parse";

const fonts = new FontBook();
const bytes = (text: string) => new TextEncoder().encode(text);
const read = (content: string | Uint8Array, name = "logo.svg") =>
  parseSvg(typeof content === "string" ? bytes(content) : content, { name, fonts });
const svg = (inner: string, attributes = 'viewBox="0 0 100 50"') =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inner}</svg>`;

describe("files that are read", () => {
  it("reads SVGZ", () => {
    expect(read(gzipSync(bytes(svg('<rect width="5" height="5"/>')))).scene.width).toBe(100);
  });

  it("reads UTF-16 by its mark and Windows-1251 by its declaration", () => {
    const wide = Buffer.from(`\uFEFF${svg("<title>Привет</title>")}`, "utf16le");
    expect(read(wide).scene.title).toBe("Привет");
    const head = Buffer.from('<?xml version="1.0" encoding="windows-1251"?>');
    const narrow = Buffer.concat([head, Buffer.from(svg("<title>@</title>"))]);
    narrow[narrow.indexOf("@")] = 0xcf;
    expect(read(narrow).scene.title).toBe("П");
  });

  it("takes western letters of old programs that say no encoding, and only those", () => {
    const old = Buffer.from(svg("<title>Größe</title>"), "latin1");
    expect(read(old).scene.title).toBe("Größe");
    const mixed = Buffer.concat([Buffer.from(svg("<title>Größe</title>")), Buffer.from("<!--\xe4-->", "latin1")]);
    expect(read(mixed).scene.title).toBe("Größe");
  });

  it("takes a root without a namespace, prefixes nobody declared, and a plain document type", () => {
    expect(read('<svg viewBox="0 0 7 7"><rect inkscape:label="a" width="7" height="7"/></svg>').scene.width).toBe(7);
    const doctype =
      '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">';
    expect(read(doctype + svg("")).scene.height).toBe(50);
  });

  it("puts in the entities that Illustrator declares, and keeps the lines' numbers", () => {
    const head = `<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd" [
      <!-- names --> <!ATTLIST svg id CDATA "x">
      <!ENTITY ns_svg "http://www.w3.org/2000/svg">
      <!ENTITY green "fill:#0'80'00">
      <!ENTITY mark '<rect id="a"
         width="5" height="5"/>'>
    ]>`;
    const { scene, source } = read(
      `${head}\n<svg xmlns="&ns_svg;" viewBox="0 0 7 9" d="&green;">&mark;\n<title>a &amp; b</title></svg>`,
    );
    expect([scene.height, scene.title]).toEqual([9, "a & b"]);
    expect(source.document.elements.map(({ tag, line }) => [tag, line])).toEqual([
      ["svg", 8],
      ["rect", 8],
      ["title", 9],
    ]);
    expect(source.document.root.attributes.get("d")).toBe("fill:#0'80'00");
  });

  it("reads numbered characters where an entity is declared, and leaves comments and CDATA alone", () => {
    const head = '<!DOCTYPE svg [<!ENTITY a "&#38;#60;&#x41;">]>';
    expect(read(`${head}${svg("<title>&a;<!-- &a; --><![CDATA[&a;]]></title>")}`).scene.title).toBe("<A&a;");
  });

  it("leaves an editor's attributes out, so that they do not stand for SVG's own", () => {
    const circle = '<circle xmlns:sodipodi="urn:s" sodipodi:cx="90" cx="10" cy="10" r="5"/>';
    expect(read(svg(circle)).source.document.elements[1].attributes.get("cx")).toBe("10");
  });

  it("numbers ids that two elements share; references find the first", () => {
    const { source } = read(svg('<rect id="a"/><rect id="a"/><rect/>'));
    expect(source.document.elements.map(({ id }) => id)).toEqual(["svg-1", "a", "a-1", "rect-1"]);
    expect(source.document.byId.get("a")?.key).toBe(1);
  });
});

describe("files that are refused", () => {
  it("says of one cut out of a page that an end tag too many stands behind it", () => {
    expect(() => read(`${svg("<rect/>")}</div>`, "bars.svg")).toThrow(
      /^bars\.svg, line 1, column \d+: it is not well-formed XML \(an end tag whose element never began\)\./,
    );
  });

  it("names the file, the line and the column of broken markup", () => {
    expect(() => read(svg('\n  <g>\n    <rect width="5"</g>'))).toThrow(
      /^logo\.svg, line \d+, column \d+: it is not well-formed XML/,
    );
  });

  it.each([
    [
      "an entity of another file",
      '<!ENTITY a SYSTEM "file:///etc/passwd">',
      /line 2, column 1: the document type declares/,
    ],
    ["a parameter entity", '<!ENTITY % a "b">', /line 2, column 1: the document type declares/],
    ["a reference that builds declarations", "%a;", /line 2, column 1: the document type declares/],
    ["an entity in itself", '<!ENTITY a "&b;"><!ENTITY b "&a;">', /line 3, column 9: the entity "a" stands in itself/],
  ])("refuses %s", (_, declaration, message) => {
    expect(() => read(`<!DOCTYPE svg [\n${declaration}]>\n<svg a="&a;"/>`)).toThrow(message);
  });

  it("refuses entities that multiply, at the reference that is too much", () => {
    const doubled = `<!DOCTYPE svg [<!ENTITY a "${"a".repeat(1000)}"><!ENTITY b "${"&a;".repeat(60)}">]>\n`;
    expect(() => read(`${doubled}<svg a="&b;"/>`)).not.toThrow();
    expect(() => read(`${doubled}<svg a="&b;" b="&b;"/>`)).toThrow(/line 2, column 17: entities put in over 64 kB/);
    const levels = Array.from({ length: 6 }, (_, n) => `<!ENTITY l${n + 1} "&l${n};&l${n};">`).join("");
    expect(() => read(`<!DOCTYPE svg [<!ENTITY l0 "">${levels}]><svg a="&l6;"/>`)).toThrow(/over 4 deep/);
  });

  it.each([
    ["another kind of file", "<html xmlns='http://www.w3.org/1999/xhtml'/>", /outermost element is not svg/],
    ["no markup", "hello", /logo\.svg, line/],
    ["nothing", "", /logo\.svg, line/],
    ["elements too deep", svg("<g>".repeat(2000) + "</g>".repeat(2000)), /1,024 deep/],
    ["too many elements", svg("<g/>".repeat(100_001)), /over 100,000 elements/],
  ])("refuses %s", (_, text, message) => {
    expect(() => read(text)).toThrow(message);
  });

  it("says with the catalogue's code that it cannot be read", () => {
    expect(() => read("<svg")).toThrow(expect.objectContaining({ code: "invalid_svg" }));
  });
});

describe("copies by use", () => {
  it("refuses as many as no drawing has", () => {
    const levels = Array.from({ length: 20 }, (_, n) => `<g id="l${n + 1}">${`<use href="#l${n}"/>`.repeat(10)}</g>`);
    const text = svg(`<defs><rect id="l0" width="1" height="1"/>${levels.join("")}</defs><use href="#l20"/>`);
    expect(() => read(text)).toThrow(expect.objectContaining({ code: "too_large" }));
  });

  it("notes the ones that go in a circle, and draws the rest", () => {
    const { scene } = read(svg('<use id="u" href="#v"/><use id="v" href="#u"/><rect width="5" height="5"/>'));
    expect(scene.notes.map(({ reason }) => reason)).toContain("use_recursive");
    expect(JSON.stringify(scene.root)).toContain('"rect"');
  });
});

describe("what is nested without end", () => {
  it("is read without a stack overflowing, and says what it left out", () => {
    const { scene } = read(svg(`${"<g>".repeat(900)}<rect width="5" height="5"/>${"</g>".repeat(900)}`));
    expect(scene.notes.map(({ reason }) => reason)).toContain("too_deep");
  });
});

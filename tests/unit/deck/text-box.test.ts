import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { deckOptionsSchema } from "@/lib/contracts/deck";
import { convertDeck, directly } from "@/lib/pipelines/deck/convert";
import { FontBook } from "@/lib/pipelines/deck/fonts";
import { makeSlide } from "@/lib/pipelines/deck/make-slide";
import type { SlideForm, SlideShape } from "@/lib/pipelines/deck/slide";
import { canValidate, faultsOf } from "../../support/deck";
import { chunksOf } from "../../support/deck-text";

const fonts = new FontBook();
const px = 9525;
const folder = mkdtempSync(join(tmpdir(), "deck-text-"));
afterAll(() => rmSync(folder, { recursive: true }));

const source = (inside: string) => ({
  name: "text.svg",
  bytes: Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 200" font-family="Noto Sans" font-size="20">${inside}</svg>`,
  ),
});

/** A slide on which a user unit is a pixel. */
async function slideOf(inside: string, text: "editable" | "outline" = "editable") {
  const options = deckOptionsSchema.parse({ text });
  const { slide, mapped, parts } = await makeSlide(
    source(inside),
    options,
    { width: 400 * px, height: 200 * px },
    fonts,
    directly(),
  );
  return { forms: slide.shapes.flatMap(formsIn), rows: mapped, xml: Buffer.from(parts.xml).toString() };
}

function formsIn(shape: SlideShape): SlideForm[] {
  if (shape.kind === "group") return shape.children.flatMap(formsIn);
  return shape.kind === "form" ? [shape] : [];
}

const runsOf = (form: SlideForm) => form.text?.paragraphs.flatMap(({ runs }) => runs) ?? [];

describe("text on a slide", () => {
  it("is a box that can be typed into, where and as large as the SVG says", async () => {
    const inside = `<text id="hello" x="100" y="50" fill="#123456">Hello</text>`;
    const { forms, rows } = await slideOf(inside);
    expect(forms).toHaveLength(1);
    expect(forms[0]).toMatchObject({ name: "hello", fill: null, line: null, placing: { x: 100 * px, turn: 0 } });
    expect(forms[0].placing.width).toBeCloseTo(chunksOf(inside)[0].width * px, -1);
    const baseline = forms[0].placing.y / px + 0.99 * 20;
    expect(baseline).toBeCloseTo(50, 2);
    expect(runsOf(forms[0])).toMatchObject([
      { text: "Hello", size: 1500, font: "Noto Sans", fill: { kind: "solid", colour: { rgb: "123456", alpha: 1 } } },
    ]);
    expect(rows).toMatchObject([{ element_id: "hello", output_format: "native", reasons: [] }]);
  });

  it("holds its anchor when another font is wider", async () => {
    const { forms } = await slideOf(`<text x="200" y="50" text-anchor="middle">Hello</text>`);
    const { placing, text } = forms[0];
    expect(text?.paragraphs[0].align).toBe("centre");
    expect((placing.x + placing.width / 2) / px).toBeCloseTo(200, 1);
  });

  it("turns with its transform and grows with its scale", async () => {
    const { forms } = await slideOf(`<text transform="translate(200 100) rotate(90) scale(2)">Down</text>`);
    expect(forms[0].placing.turn).toBe(90 * 60_000);
    expect(runsOf(forms[0])[0].size).toBe(3000);
    const { placing } = forms[0];
    const middle = { x: placing.x + placing.width / 2, y: placing.y + placing.height / 2 };
    expect((middle.y - placing.width / 2) / px).toBeCloseTo(100, 1);
    expect(middle.x / px - 200).toBeCloseTo(0.39 * 40, 1);
  });

  it("has bold, italic, spacing, see-through colours and links in its runs", async () => {
    const { forms, xml } = await slideOf(
      `<text y="50" opacity="0.5"><tspan font-weight="700">b</tspan><tspan font-style="italic" letter-spacing="2">i</tspan><a href="https://example.org/x">link</a></text>`,
    );
    expect(runsOf(forms[0])).toMatchObject([
      { text: "b", bold: true, fill: { colour: { alpha: 0.5 } } },
      { text: "i", italic: true, spacing: 150 },
      { text: "link", link: "https://example.org/x" },
    ]);
    expect(xml).toContain('spc="150"');
  });

  it("has PowerPoint's own underline; an overline is a shape", async () => {
    const under = await slideOf(`<text y="50" text-decoration="underline line-through">a</text>`);
    expect(runsOf(under.forms[0])[0]).toMatchObject({ underline: true, strike: true });
    expect(under.forms).toHaveLength(1);
    const over = await slideOf(`<text y="50" text-decoration="overline">a</text>`);
    expect(over.forms).toHaveLength(2);
    expect(over.rows[0].reasons).toEqual(["decoration_as_shape"]);
  });

  it("may have a gradient in its letters", async () => {
    const { forms } = await slideOf(
      `<linearGradient id="g"><stop stop-color="red"/><stop offset="1" stop-color="blue"/></linearGradient><text y="50" fill="url(#g)">grad</text>`,
    );
    expect(runsOf(forms[0])[0].fill).toMatchObject({ kind: "linear", angle: 0 });
  });

  it.each([
    ["skewed", `<text y="50" transform="skewX(30)">a</text>`, "text_skewed"],
    ["mirrored", `<text y="50" transform="scale(-1 1) translate(-50 0)">a</text>`, "text_skewed"],
    [
      "cut by a clip",
      `<clipPath id="c"><rect width="15" height="200"/></clipPath><text y="50" clip-path="url(#c)">Hello</text>`,
      "text_clipped",
    ],
    ["as small as dust", `<text y="50" font-size="0.5">a</text>`, "text_size_out_of_range"],
    [
      "filled by a pattern",
      `<pattern id="p" width="4" height="4" patternUnits="userSpaceOnUse"><rect width="2" height="4"/></pattern><text y="50" fill="url(#p)">a</text>`,
      "text_patterned",
    ],
    ["turned letter by letter", `<text y="50" rotate="20">a</text>`, "text_turned"],
  ])("becomes outlines when it is %s, and says so", async (_, inside, reason) => {
    const { forms, rows } = await slideOf(inside);
    expect(rows.at(-1)?.reasons).toContain(reason);
    expect(rows.at(-1)?.output_format).toBe("native");
    expect(forms.every((form) => form.text === null && form.geometry.kind === "custom")).toBe(true);
    expect(forms.length).toBeGreaterThan(0);
  });

  it("becomes outlines when asked", async () => {
    const { forms, rows } = await slideOf(`<text y="50">Hello</text>`, "outline");
    expect(forms.every(({ text }) => text === null)).toBe(true);
    expect(rows[0].reasons).toEqual(["text_as_outlines"]);
  });

  it.skipIf(!canValidate)("makes a valid deck (needs the validator's Linux binary)", async () => {
    const all = source(
      `<text x="9" y="20">a<tspan dx="9" font-weight="bold" letter-spacing="-1">b &amp; c</tspan></text>
       <text y="50" direction="rtl" x="300">שלום <tspan text-decoration="underline">abc</tspan></text>
       <linearGradient id="g"><stop stop-color="red"/><stop offset="1" stop-color="blue" stop-opacity="0.2"/></linearGradient>
       <text y="80" fill="url(#g)" stroke="url(#g)" transform="rotate(20)" font-variant="small-caps">Gradient</text>
       <text y="110" fill="none" stroke="black" text-decoration="overline">outline <a href="mailto:a@example.org">mail</a></text>
       <text y="140" font-size="0.1">tiny</text><text y="170" fill-opacity="0.3">日本語 👍🏽</text>`,
    );
    const output = join(folder, "text.pptx");
    await convertDeck([all], deckOptionsSchema.parse({}), output, { fonts });
    expect(await faultsOf(output)).toEqual([]);
  });
});

import { DOMParser } from "@xmldom/xmldom";
import { describe, expect, it } from "vitest";
import { deckOptionsSchema } from "@/lib/contracts/deck";
import { deckSummarySchema, type MapperRow, type SlideTrace, slideTraceSchema } from "@/lib/contracts/deck-trace";
import { TracepressError } from "@/lib/errors";
import { directly, type MadeSlide } from "@/lib/pipelines/deck/convert";
import { FontBook } from "@/lib/pipelines/deck/fonts";
import { makeSlide } from "@/lib/pipelines/deck/make-slide";
import { reasons } from "@/lib/pipelines/deck/policy";
import { DeckTally, traceFailure, traceSlide, withoutRows } from "@/lib/pipelines/deck/trace";

const fonts = new FontBook();
const size = { width: 12_192_000, height: 6_858_000 };
const page = { page_number: 1, source_file: "drawing.svg", attempts: 1 };

async function made(inside: string): Promise<MadeSlide> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 90">${inside}</svg>`;
  return makeSlide(
    { name: "drawing.svg", bytes: Buffer.from(svg) },
    deckOptionsSchema.parse({}),
    size,
    fonts,
    directly(),
  );
}

async function traced(inside: string): Promise<SlideTrace["pipeline_trace"]> {
  return slideTraceSchema.parse(traceSlide(await made(inside), page)).pipeline_trace;
}

async function rowOf(inside: string, id: string): Promise<MapperRow> {
  const rows = (await traced(inside)).mapper_results.filter(({ element_id }) => element_id === id);
  if (rows.length !== 1) throw new Error(`${id} has ${rows.length} rows`);
  return rows[0];
}

const everything = `
  <defs><path id="star" d="M0 0h9v9z"/><filter id="shade"><feDropShadow dx="2" dy="2"/></filter>
    <filter id="noise"><feTurbulence baseFrequency=".1"/></filter><mask id="black"/>
    <filter id="flood"><feFlood flood-color="red"/></filter></defs>
  <rect id="sky" width="160" height="90" fill="#cde"/>
  <g id="pair" filter="url(#noise)"><circle id="left" r="9" cx="20" cy="20"/><circle id="right" r="9" cx="50" cy="20"/></g>
  <rect id="shaded" x="70" y="10" width="20" height="20" filter="url(#shade)"/>
  <rect id="blended" x="100" y="10" width="20" height="20" fill="gold" style="mix-blend-mode:multiply"/>
  <g id="poured" filter="url(#flood)"><rect id="under" x="3" y="70" width="9" height="9"/></g>
  <use id="first" href="#star"/><use id="second" href="#star" x="20"/>
  <switch><ellipse id="german" systemLanguage="de" rx="4" ry="4"/><ellipse id="english" rx="5" ry="5"/></switch>
  <rect id="gone" width="9" height="9" display="none"/><line id="flat" x1="0" x2="9"/><image id="away" href="a.png" width="9" height="9"/>
  <path id="lost" marker-end="url(#nothing)" d="M1 50h60" stroke="red"/><g id="veiled" mask="url(#black)"><rect id="hidden" width="9" height="9"/></g>
  <text id="words" x="10" y="80">Words</text><polygon id="outside" points="900 900 950 900 950 950"/><blob id="odd"/>`;

const drawing = new Set("rect circle ellipse line path polygon image text".split(" "));

/** Ids of what is drawn in a markup, found without the product: outside `defs`, and what each `use` refers to. */
function drawnIn(markup: string): string[] {
  const document = new DOMParser().parseFromString(`<svg>${markup}</svg>`, "image/svg+xml");
  const ids: string[] = [];
  for (const element of Array.from(document.getElementsByTagName("*"))) {
    const id = element.getAttribute("id") ?? "";
    if (element.tagName === "use") ids.push(`${id}/${element.getAttribute("href")?.slice(1)}`);
    const inDefs = (element.parentNode as Element | null)?.tagName === "defs";
    if (drawing.has(element.tagName) && !inDefs) ids.push(id);
  }
  return ids;
}

describe("the trace of a slide", () => {
  it("has a row for every element of the drawing, and one only", async () => {
    const { mapper_results } = await traced(everything);
    const ids = mapper_results.map(({ element_id }) => element_id);
    expect(ids).toEqual([...new Set(ids)]);
    const rowFor = (id: string) => (id === "hidden" ? "veiled" : id);
    for (const id of drawnIn(everything)) expect(ids, id).toContain(rowFor(id));
    expect(ids).toContain("odd");
  });

  it("says why of all that is not drawn, in a sentence", async () => {
    const { mapper_results, reason_texts } = await traced(everything);
    const gone = mapper_results.filter(({ output_format }) => output_format === "none");
    const why = Object.fromEntries(gone.map((row) => [row.element_id, row.reasons]));
    expect(why).toMatchObject({
      gone: ["display_none"],
      german: ["switch_not_chosen"],
      away: ["image_not_embedded"],
      veiled: ["mask_hides_all"],
      under: ["filter_hides"],
      outside: ["outside_slide"],
      odd: ["element_unknown"],
    });
    expect(gone.filter((row) => row.reasons.length === 0)).toEqual([]);
    for (const code of mapper_results.flatMap((row) => row.reasons)) expect(reason_texts[code]).toMatch(/^[A-Z].*\.$/);
  });

  it("shows what a group drawn as one picture holds, and counts its bytes once", async () => {
    const { mapper_results } = await traced(everything);
    const [group, left, right] = ["pair", "left", "right"].map((id) =>
      mapper_results.find(({ element_id }) => element_id === id),
    );
    expect(group).toMatchObject({ role: "group", output_format: "raster", reasons: ["filter_feTurbulence"] });
    expect(left).toMatchObject({ role: "element", output_format: "raster", shown_by: "pair", output_size_bytes: 0 });
    expect(right).toMatchObject({ shape_id: group?.shape_id, shown_by: "pair" });
  });

  it("measures an element by the XML of its shapes and the media made for it", async () => {
    const slide =
      await made(`<rect id="plain" width="9" height="9"/><g id="g" filter="url(#f)"><path id="p" d="M0 0h9v9"/></g>
      <filter id="f"><feTurbulence/></filter>`);
    const rows = traceSlide(slide, page).pipeline_trace.mapper_results;
    const xml = Buffer.from(slide.parts.xml).toString();
    const shape = xml.match(/<p:sp>.*?<\/p:sp>/s)?.[0] ?? "";
    const picture = xml.match(/<p:pic>.*?<\/p:pic>/s)?.[0] ?? "";
    expect(rows.find((row) => row.element_id === "plain")?.output_size_bytes).toBe(Buffer.byteLength(shape));
    const drawn = Buffer.byteLength(picture) + slide.parts.media[0].bytes.length;
    expect(rows.find((row) => row.element_id === "g")?.output_size_bytes).toBe(drawn);
  });

  it("knows every shape that stands for an element", async () => {
    const slide = await made(`<rect id="glowing" x="9" y="9" width="30" height="30" filter="url(#glow)"/>
      <filter id="glow"><feGaussianBlur stdDeviation="3" result="soft"/>
        <feMerge><feMergeNode in="soft"/><feMergeNode in="SourceGraphic"/></feMerge></filter>`);
    const [row, ...more] = traceSlide(slide, page).pipeline_trace.mapper_results;
    const xml = Buffer.from(slide.parts.xml).toString();
    const drawn = [...xml.matchAll(/<p:(?:sp|pic)>.*?<p:cNvPr id="(\d+)"/gs)].map(([, id]) => Number(id));
    expect(more).toEqual([]);
    expect(drawn).toHaveLength(2);
    expect(new Set([row.shape_id, ...row.other_shape_ids])).toEqual(new Set(drawn));
  });

  it("keeps a note of a drawn element in the element's own row, with what it says", async () => {
    const row = await rowOf(everything, "lost");
    expect(row).toMatchObject({ role: "element", output_format: "native", reasons: ["marker_not_found"] });
    expect(row.details.join()).toContain("marker-end");
  });

  it("keeps an element native whose shadow is a picture", async () => {
    const row = await rowOf(everything, "shaded");
    expect(row).toMatchObject({ output_format: "native", shown_by: null });
    expect(row.reasons).toContain("filter_as_shapes");
  });

  it("says what was decided, and of which group", async () => {
    const { policy_decisions } = await traced(everything);
    const decided = (id: string) => policy_decisions.find(({ element_id }) => element_id === id);
    expect(decided("left")).toMatchObject({ decision: "raster", decided_at: "pair", reasons: ["filter_feTurbulence"] });
    expect(decided("sky")).toMatchObject({ decision: "native", decided_at: "sky", source_line: 5, reasons: [] });
  });

  it("adds up", async () => {
    const { summary, mapper_results, embedder_result } = await traced(everything);
    const elements = mapper_results.filter(({ role }) => role === "element");
    const drawn = elements.filter(({ output_format }) => output_format !== "none");
    const native = drawn.filter(({ output_format }) => output_format === "native");
    expect(summary?.native_share).toBeCloseTo(native.length / drawn.length, 9);
    expect(summary?.painted_elements).toBe(elements.length);
    expect(embedder_result?.elements_embedded).toBe(drawn.length);
    expect(summary?.largest_media.map(({ bytes }) => bytes)).toEqual(
      summary?.largest_media.map(({ bytes }) => bytes).sort((one, other) => other - one),
    );
  });

  it("names the error of a file that cannot be read", () => {
    const error = new TracepressError("invalid_svg", "drawing.svg, line 2: no end.");
    const trace = slideTraceSchema.parse(traceFailure(error, page, 1));
    expect(trace.pipeline_trace.parse_result).toMatchObject({ success: false, error: { code: "invalid_svg" } });
  });
});

describe("the figures of a deck", () => {
  it("are those of its slides together, and name the page", async () => {
    const tally = new DeckTally();
    const [one, other] = [await made(`<rect width="9" height="9"/>`), await made(everything)];
    tally.add(traceSlide(one, page));
    tally.add(traceSlide(other, { ...page, page_number: 2 }));
    tally.add(traceFailure(new TracepressError("invalid_svg", "Broken."), { ...page, page_number: 3 }, 1));
    const summary = deckSummarySchema.parse(tally.summary());
    const alone = traceSlide(other, page).pipeline_trace.summary;
    expect(summary).toMatchObject({ slides: 2, failed_slides: 1, native_elements: (alone?.native_elements ?? 0) + 1 });
    expect(new Set(summary.largest_media.map(({ page_number }) => page_number))).toEqual(new Set([2]));
  });

  it("say why elements left the native tier, and where to see it first", async () => {
    const tally = new DeckTally();
    const [plain, other] = [await made(`<rect width="9" height="9"/>`), await made(everything)];
    tally.add(traceSlide(plain, page));
    tally.add(traceSlide(other, { ...page, page_number: 2 }));
    tally.add(traceSlide(other, { ...page, page_number: 3 }));
    const { left_native_reasons } = tally.summary();
    const rows = traceSlide(other, page).pipeline_trace.mapper_results;
    const left = rows.filter(({ role, output_format }) => role === "element" && /picture|raster/.test(output_format));
    const turbulent = left.filter(({ reasons }) => reasons.includes("filter_feTurbulence"));
    const named = left_native_reasons.find(({ code }) => code === "filter_feTurbulence");
    expect(named).toMatchObject({ count: 2 * turbulent.length, page_number: 2 });
    expect(left_native_reasons.map(({ code }) => code)).not.toContain("display_none");
  });

  it("are the same where no rows are kept", async () => {
    const [kept, bare] = [new DeckTally(), new DeckTally()];
    const whole = traceSlide(await made(everything), page);
    const figures = slideTraceSchema.parse(withoutRows(whole));
    expect(figures.pipeline_trace).toMatchObject({ mapper_results: [], policy_decisions: [], reason_texts: {} });
    kept.add(whole);
    bare.add(figures);
    expect(kept.summary().raster_elements).toBeGreaterThan(0);
    expect(bare.summary()).toEqual(kept.summary());
  });

  it("count the same picture once, however many slides show it", async () => {
    const tally = new DeckTally();
    const slide = await made(
      `<g filter="url(#f)"><rect width="9" height="9"/></g><filter id="f"><feTurbulence/></filter>`,
    );
    for (const page_number of [1, 2, 3]) tally.add(traceSlide(slide, { ...page, page_number }));
    expect(tally.summary().largest_media).toHaveLength(1);
  });
});

describe("reasons", () => {
  it("all have a sentence for a person", () => {
    for (const [code, text] of Object.entries(reasons)) expect(text, code).toMatch(/^[A-Z][^<>{}]+\.$/);
  });
});

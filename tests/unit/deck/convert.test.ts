import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import JSZip from "jszip";
import { afterAll, describe, expect, test } from "vitest";
import { deckOptionsSchema } from "@/lib/contracts/deck";
import { convertDeck, type MadeSlide } from "@/lib/pipelines/deck/convert";
import { FontBook } from "@/lib/pipelines/deck/fonts";
import { PackageWriter } from "@/lib/pipelines/deck/package";
import { canValidate, faultsOf } from "../../support/deck";

const folder = mkdtempSync(join(tmpdir(), "deck-"));
afterAll(() => rmSync(folder, { recursive: true }));

const options = deckOptionsSchema.parse({});
const fonts = new FontBook();
const svg = (name: string, inside: string, size = "200 100") => ({
  name,
  bytes: Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size}">${inside}</svg>`),
});

const house = svg(
  "house.svg",
  `<title>A &lt;house&gt;</title>
   <defs><linearGradient id="dusk"><stop offset="0" stop-color="navy"/><stop offset="1" stop-color="orange" stop-opacity=".5"/></linearGradient>
   <clipPath id="round"><circle cx="100" cy="50" r="30"/></clipPath></defs>
   <rect width="200" height="100" fill="url(#dusk)"/>
   <g id="walls" opacity=".9"><a href="https://example.org/?a=1&amp;b=2"><rect id="wall" x="60" y="40" width="80" height="50" rx="5" fill="#c33" stroke="#000" stroke-dasharray="4 2"/></a></g>
   <path id="roof" d="M50 40 L100 10 L150 40 Z" fill="brown" stroke="black" stroke-linejoin="round"/>
   <ellipse cx="100" cy="70" rx="10" ry="15" fill="gold" transform="rotate(30 100 70)"/>
   <rect id="window" x="80" y="20" width="60" height="60" fill="skyblue" clip-path="url(#round)"/>`,
);
const badge = svg("badge.svg", `<circle cx="50" cy="50" r="40" fill="teal"/>`, "100 100");
const broken = { name: "broken.svg", bytes: Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'>\n<rect></svg>") };

async function convert(file: string, sources = [house, badge]) {
  const output = join(folder, file);
  const slides: MadeSlide[] = [];
  const result = await convertDeck(sources, options, output, { fonts, onSlide: (made) => void slides.push(made) });
  return { ...result, output, slides };
}

const open = async (deck: string) => JSZip.loadAsync(readFileSync(deck));

describe("a deck", () => {
  test("has one slide for each SVG, in order, each shape named as its element", async () => {
    const { output, slides, package_trace } = await convert("order.pptx");
    const zip = await open(output);
    expect(await zip.file("ppt/slides/slide1.xml")?.async("string")).toContain('name="wall"');
    expect(await zip.file("ppt/slides/slide2.xml")?.async("string")).toContain('prst="ellipse"');
    expect(package_trace.slides_count).toBe(2);
    expect(slides.flatMap(({ mapped }) => mapped.map(({ output_format }) => output_format))).not.toContain("raster");
  });

  test("is told of by what is in it", async () => {
    const { output, package_trace } = await convert("counted.pptx");
    const zip = await open(output);
    const texts = async (ending: string) =>
      (await Promise.all(zip.file(new RegExp(`${ending}$`)).map((file) => file.async("string")))).join("");
    expect(package_trace.zip_structure).toEqual({
      slides: zip.file(/^ppt\/slides\/[^/]+$/).length,
      relationships: (await texts("\\.rels")).match(/<Relationship /g)?.length,
      media_files: zip.file(/^ppt\/media\//).length,
      content_types: (await texts("_Types]\\.xml")).match(/ContentType=/g)?.length,
    });
  });

  test.skipIf(!canValidate)("is valid to the letter (needs the validator's Linux binary)", async () => {
    const { output } = await convert("valid.pptx");
    expect(await faultsOf(output)).toEqual([]);
  });

  test("is the same to the byte when it is made again", async () => {
    const [one, other] = [await convert("one.pptx"), await convert("other.pptx")];
    expect(readFileSync(one.output).equals(readFileSync(other.output))).toBe(true);
  });

  test("is made of the others when one SVG is broken, and says where that one is", async () => {
    const { output, failures } = await convert("others.pptx", [house, broken, badge]);
    expect(failures.map((failure) => failure?.code ?? null)).toEqual([null, "invalid_svg", null]);
    expect(failures[1]?.message).toMatch(/broken\.svg, line 2/);
    expect(Object.keys((await open(output)).files).filter((name) => /slides\/slide\d/.test(name))).toHaveLength(2);
  });

  test("is not there when no SVG can be read, and leaves nothing behind", async () => {
    await expect(convert("none.pptx", [broken])).rejects.toThrow(/broken\.svg, line 2/);
    expect(readdirSync(folder).filter((name) => name.startsWith("none"))).toEqual([]);
  });

  test("stops when it is told to, and leaves nothing behind", async () => {
    const stop = new AbortController();
    const output = join(folder, "stopped.pptx");
    const tools = { fonts, signal: stop.signal, onSlide: () => stop.abort() };
    await expect(convertDeck([house, badge], options, output, tools)).rejects.toThrow();
    expect(readdirSync(folder).filter((name) => name.startsWith("stopped"))).toEqual([]);
  });

  test("hears that it shall stop between two slides, however fast SVGs come", async () => {
    const many = Array.from({ length: 100 }, () => house);
    const stop = new AbortController();
    let slides = 0;
    const onSlide = () => {
      if (++slides === 1) setImmediate(() => stop.abort());
    };
    const tools = { fonts, signal: stop.signal, onSlide };
    await expect(convertDeck(many, options, join(folder, "many.pptx"), tools)).rejects.toThrow();
    expect(slides).toBeLessThan(10);
    expect(readdirSync(folder).filter((name) => name.startsWith("many"))).toEqual([]);
  });

  test("takes the first SVG's aspect when asked", async () => {
    const { slide } = await new Promise<MadeSlide>((resolve, reject) => {
      const asked = deckOptionsSchema.parse({ slide_size: "first" });
      convertDeck([house, badge], asked, join(folder, "first.pptx"), { fonts, onSlide: resolve }).catch(reject);
    });
    expect(slide.width / slide.height).toBeCloseTo(2, 3);
  });
});

describe("a deck that cannot be written", () => {
  const size = { width: 9_144_000, height: 6_858_000, title: "" };
  const parts = { xml: Buffer.from("<p:sld/>"), relationships: [], media: [] };

  test("is said to be so before its first slide", async () => {
    // Together with the ending of the temporary file the name is longer than a name can be.
    await expect(PackageWriter.open(join(folder, "a".repeat(240)), size)).rejects.toThrow(/ENAMETOOLONG/);
  });

  test("is said to be so when its place is gone at the end, and can be given up", async () => {
    const place = join(folder, "gone");
    const writer = await PackageWriter.open(join(place, "deck.pptx"), size);
    await writer.addSlide(parts);
    rmSync(place, { recursive: true });
    await expect(writer.finish()).rejects.toThrow(/ENOENT/);
    await writer.abandon();
  });

  test("is said to be so by every slide after the fault", async () => {
    const stop = new AbortController();
    const writer = await PackageWriter.open(join(folder, "fault.pptx"), size, stop.signal);
    await writer.addSlide(parts);
    stop.abort(new Error("the disk is full"));
    await expect(writer.addSlide(parts)).rejects.toThrow("the disk is full");
    await expect(writer.finish()).rejects.toThrow("the disk is full");
    await writer.abandon();
    expect(readdirSync(folder).filter((name) => name.startsWith("fault"))).toEqual([]);
  });
});

import type JSZipPackage from "jszip";
import type PptxGenJSPackage from "pptxgenjs";
import { whenAsked } from "../installed";

const jsZip = whenAsked<typeof JSZipPackage>("jszip");
const pptxGenJs = whenAsked<typeof PptxGenJSPackage>("pptxgenjs");

/** A part of the package: its name without a leading slash, and its content. */
export interface Part {
  name: string;
  content: string;
}

/** What every deck shares, as pptxgenjs writes it and mended where it is wrong. */
export interface Skeleton {
  parts: Part[];
  /** `p:presentation` with `{slides}` where the list of slides goes. */
  presentation: string;
}

/** EMU of an inch. */
const inch = 914_400;

/** Parts of pptxgenjs's deck that are right as they are; its slides, notes and properties are left behind. */
const kept = [
  "ppt/theme/theme1.xml",
  "ppt/slideMasters/slideMaster1.xml",
  "ppt/slideMasters/_rels/slideMaster1.xml.rels",
  "ppt/slideLayouts/slideLayout1.xml",
  "ppt/slideLayouts/_rels/slideLayout1.xml.rels",
  "ppt/presProps.xml",
  "ppt/viewProps.xml",
  "ppt/tableStyles.xml",
];

/**
 * Theme, master, layout and presentation of an empty deck.
 * @param size of a slide in EMU.
 */
export async function skeletonOf(size: { width: number; height: number }): Promise<Skeleton> {
  const deck = new (pptxGenJs())();
  deck.defineLayout({ name: "deck", width: size.width / inch, height: size.height / inch });
  deck.layout = "deck";
  deck.addSlide();
  const zip = await jsZip().loadAsync((await deck.write({ outputType: "uint8array" })) as Uint8Array);
  const read = async (name: string): Promise<string> => {
    const file = zip.file(name);
    if (!file) throw new Error(`pptxgenjs wrote no ${name}`);
    return tidy(await file.async("string"));
  };
  const parts = await Promise.all(kept.map(async (name) => ({ name, content: await read(name) })));
  return { parts, presentation: mended(await read("ppt/presentation.xml"), size) };
}

/** Line breaks and tabs between elements, which pptxgenjs leaves in some parts. */
const tidy = (xml: string): string => xml.replace(/>\s+</g, "><").trim();

/** Without notes, with the slide's size to the EMU. */
function mended(presentation: string, { width, height }: { width: number; height: number }): string {
  return presentation
    .replace(/<p:notesMasterIdLst>.*?<\/p:notesMasterIdLst>/, "")
    .replace(/<p:sldIdLst>.*?<\/p:sldIdLst>/, "<p:sldIdLst>{slides}</p:sldIdLst>")
    .replace(/<p:sldSz [^>]*>/, `<p:sldSz cx="${width}" cy="${height}"/>`)
    .replace(/<p:notesSz [^>]*>/, '<p:notesSz cx="6858000" cy="9144000"/>');
}

import { readFileSync } from "node:fs";
import { sfntOf, tablesOf } from "@/lib/fonts/sfnt";

/** The bytes of the first `data:` URL of a case. */
function fontOf(file: string): Buffer {
  const [, base64] = /;base64,([\w+/=]+)/.exec(readFileSync(`tests/cases/deck/fonts/${file}`, "utf8")) ?? [];
  if (base64 === undefined) throw new Error(`${file} brings no font along.`);
  return Buffer.from(base64, "base64");
}

/** Geist Mono's letters of "Wind mill", each 0.6 em wide, in the three forms that pages use. */
export const sketch = {
  truetype: fontOf("truetype.svg"),
  woff: fontOf("woff.svg"),
  woff2: fontOf("woff2.svg"),
};

/** Bricolage Grotesque's of the same letters, in all weights from 200 to 800. */
export const variable = fontOf("variable.svg");

export const dataUrl = (font: Uint8Array, type = "font/ttf") =>
  `data:${type};base64,${Buffer.from(font).toString("base64")}`;

/** A `style` that brings a font along under the name of Sketch. @param more descriptors of its rule. */
export const bringing = (font: Uint8Array, more = "", family = "Sketch") =>
  `<style>@font-face { font-family: "${family}"; src: url(${dataUrl(font)}); ${more} }</style>`;

/** The TrueType font with some of its tables changed; those that are null are left out. */
export function withTables(changes: Record<string, ((table: Buffer) => Buffer) | null>): Buffer {
  const tables = tablesOf(sketch.truetype);
  for (const [tag, change] of Object.entries(changes)) {
    if (change === null) tables.delete(tag);
    else tables.set(tag, change(Buffer.from(tables.get(tag) ?? Buffer.alloc(0))));
  }
  return sfntOf(0x00010000, tables);
}

import type { Atrule } from "css-tree";
import type { FontFaceRule } from "../../fonts/brought/rule";
import { fontStretches, fontWeights } from "./font-words";

/** An `@font-face` rule (CSS Fonts 4, 4); none without a family. */
export function readFontFace({ block }: Atrule): FontFaceRule[] {
  const said = new Map<string, string>();
  for (const node of block?.children ?? []) {
    if (node.type === "Declaration" && node.value.type === "Raw")
      said.set(node.property.toLowerCase(), node.value.value);
  }
  const family = familyName(said.get("font-family") ?? "");
  if (family === "") return [];
  const italic = /^\s*(?:italic|oblique)\b/i.test(said.get("font-style") ?? "");
  const rule = {
    family,
    sources: sourcesOf(said.get("src") ?? ""),
    weights: rangeOf(said.get("font-weight"), fontWeights),
    stretches: rangeOf(said.get("font-stretch") ?? said.get("font-width"), fontStretches),
    italic,
    unicodeRange: said.get("unicode-range")?.trim() ?? "",
  };
  return [rule];
}

function familyName(text: string): string {
  return text
    .trim()
    .replace(/^(["'])(.*)\1$/s, "$2")
    .replace(/\\(.)/g, "$1")
    .replace(/\s+/g, " ");
}

const source = /url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"'\s]*))\s*\)\s*(?:format\(\s*["']?([\w-]*))?/gi;
/** Formats that are read, under the names that CSS has for them. */
const read = /^(?:woff2?|truetype|opentype)(?:-variations)?$/i;

function sourcesOf(text: string): string[] {
  const sources: string[] = [];
  for (const [, double, single, bare, format = ""] of text.matchAll(source)) {
    const address = (double ?? single ?? bare).trim();
    if (/^data:/i.test(address) && (format === "" || read.test(format))) sources.push(address);
  }
  return sources;
}

/** One value or two, in any order; null for `auto` and what is none. */
function rangeOf(text: string | undefined, words: Readonly<Record<string, number>>): [number, number] | null {
  const parts = text?.trim().toLowerCase().split(/\s+/) ?? [];
  const values = parts.map((part) => words[part] ?? Number.parseFloat(part));
  if (values.length < 1 || values.length > 2 || !values.every((value) => value > 0)) return null;
  return [Math.min(...values), Math.max(...values)];
}

import type { Atrule, CssNode, Rule } from "css-tree";
import type { FontFaceRule } from "../../fonts/brought/rule";
import type { Viewport } from "../scene/context";
import { type Declaration, readSheetDeclarations } from "./declarations";
import { readFontFace } from "./font-face";
import { type Keyframes, readKeyframes } from "./keyframes";
import { mediaHolds } from "./media";
import { nestedSelectors } from "./nesting";
import { supportsHolds } from "./supports";
import { generate, parse } from "./syntax";

export interface SheetRule {
  /** One complex selector each, as css-tree has read it. */
  selectors: CssNode[];
  declarations: Declaration[];
}

/** Rules in each other deeper than this are no drawing's. */
const maximumDepth = 8;

export interface Sheet {
  rules: SheetRule[];
  fontFaces: FontFaceRule[];
  keyframes: Keyframes[];
}

/**
 * Rules of a style sheet in order, those of `@media` and `@supports` that hold included. Broken rules are left out, as CSS says.
 * @param ignored is told of every at-rule that is not followed, by its name.
 */
export function readSheet(text: string, window: Viewport, ignored: (atrule: string) => void): Sheet {
  const read: Sheet = { rules: [], fontFaces: [], keyframes: [] };
  collect(nodesOf(text.replace(/<!--|-->/g, " ")), 0, { ...read, window, ignored });
  return read;
}

function nodesOf(text: string): CssNode[] {
  const sheet = parse(text, { parseValue: false, parseCustomProperty: false });
  return sheet.type === "StyleSheet" ? sheet.children.toArray() : [];
}

interface Collecting extends Sheet {
  window: Viewport;
  ignored: (atrule: string) => void;
}

/** @param around selectors of the rule these stand in; empty for none. */
function collect(nodes: CssNode[], depth: number, into: Collecting, around: CssNode[] = []): void {
  if (depth > maximumDepth) return;
  for (const node of nodes) {
    if (node.type === "Rule") addRule(node, depth, into, around);
    if (node.type === "Atrule") enterAtrule(node, depth, into, around);
    if (node.type === "Raw" && around.length > 0) collect(nodesOf(node.value), depth + 1, into, around);
  }
}

function enterAtrule(atrule: Atrule, depth: number, into: Collecting, around: CssNode[]): void {
  const name = atrule.name.toLowerCase();
  const block = atrule.block?.children.toArray();
  switch (name) {
    case "font-face":
      into.fontFaces.push(...readFontFace(atrule));
      return;
    case "keyframes":
      into.keyframes.push(...readKeyframes(atrule));
      return;
    case "media":
    case "supports":
    case "layer":
      if (block === undefined) into.ignored(name);
      else if (conditionHolds(name, generated(atrule.prelude), into.window)) enter(block, depth, into, around);
      return;
    case "charset":
    case "namespace":
      return;
    default:
      into.ignored(name);
  }
}

function conditionHolds(name: "media" | "supports" | "layer", condition: string, window: Viewport): boolean {
  if (name === "media") return mediaHolds(condition, window);
  return name === "layer" || supportsHolds(condition);
}

const generated = (node: CssNode | null): string => (node === null ? "" : generate(node));

function addRule(rule: Rule, depth: number, into: Collecting, around: CssNode[]): void {
  if (rule.prelude.type !== "SelectorList") return;
  const selectors = around.length === 0 ? rule.prelude.children.toArray() : nestedSelectors(rule.prelude, around);
  if (selectors.length > 0) enter(rule.block.children.toArray(), depth, into, selectors);
}

/** What a block says of the selectors around it, then the rules that stand in it. */
function enter(block: CssNode[], depth: number, into: Collecting, around: CssNode[]): void {
  const text = block.flatMap((node) => (node.type === "Declaration" ? generate(node) : [])).join(";");
  const declarations = around.length === 0 ? [] : readSheetDeclarations(text);
  if (declarations.length > 0) into.rules.push({ selectors: around, declarations });
  collect(block, depth + 1, into, around);
}

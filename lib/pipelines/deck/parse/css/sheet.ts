import { type Atrule, type CssNode, generate, parse, type Rule } from "css-tree";
import type { FontFaceRule } from "../../fonts/brought/rule";
import type { Viewport } from "../scene/context";
import { type Declaration, readDeclarations } from "./declarations";
import { readFontFace } from "./font-face";
import { mediaHolds } from "./media";

export interface SheetRule {
  /** One complex selector each, as css-tree has read it. */
  selectors: CssNode[];
  declarations: Declaration[];
}

/** Nested at-rules deeper than this are no drawing's. */
const maximumDepth = 8;

export interface Sheet {
  rules: SheetRule[];
  fontFaces: FontFaceRule[];
}

/**
 * Rules of a style sheet in order, those of `@media` that hold included. Broken rules are left out, as CSS says.
 * @param ignored is told of every at-rule that is not followed, by its name.
 */
export function readSheet(text: string, window: Viewport, ignored: (atrule: string) => void): Sheet {
  const read: Sheet = { rules: [], fontFaces: [] };
  const sheet = parse(text.replace(/<!--|-->/g, " "), { parseValue: false, parseCustomProperty: false });
  if (sheet.type === "StyleSheet") collect(sheet.children.toArray(), 0, { ...read, window, ignored });
  return read;
}

interface Collecting extends Sheet {
  window: Viewport;
  ignored: (atrule: string) => void;
}

function collect(nodes: CssNode[], depth: number, into: Collecting): void {
  for (const node of nodes) {
    if (node.type === "Rule") addRule(node, into.rules);
    if (node.type === "Atrule") enterAtrule(node, depth, into);
  }
}

function enterAtrule(atrule: Atrule, depth: number, into: Collecting): void {
  const name = atrule.name.toLowerCase();
  if (name === "font-face") {
    const rule = readFontFace(atrule);
    if (rule !== null) into.fontFaces.push(rule);
    return;
  }
  const entered = (name === "media" || name === "layer") && atrule.block !== null && depth < maximumDepth;
  if (!entered) {
    if (name !== "charset" && name !== "namespace") into.ignored(name);
    return;
  }
  const condition = atrule.prelude === null ? "" : generate(atrule.prelude);
  if (name === "layer" || mediaHolds(condition, into.window))
    collect(atrule.block!.children.toArray(), depth + 1, into);
}

function addRule(rule: Rule, rules: SheetRule[]): void {
  if (rule.prelude.type !== "SelectorList") return;
  const block = generate(rule.block).replace(/^\{|\}$/g, "");
  const declarations = readDeclarations(block);
  if (declarations.length > 0) rules.push({ selectors: rule.prelude.children.toArray(), declarations });
}

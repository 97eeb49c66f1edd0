import { type Atrule, type CssNode, generate, parse, type Rule } from "css-tree";
import type { Viewport } from "../scene/context";
import { type Declaration, readDeclarations } from "./declarations";
import { mediaHolds } from "./media";

export interface SheetRule {
  /** One complex selector each, as css-tree has read it. */
  selectors: CssNode[];
  declarations: Declaration[];
}

/** Nested at-rules deeper than this are no drawing's. */
const maximumDepth = 8;

/**
 * Rules of a style sheet in order, those of `@media` that hold included. Broken rules are left out, as CSS says.
 * @param ignored is told of every at-rule that is not followed, by its name.
 */
export function readSheet(text: string, window: Viewport, ignored: (atrule: string) => void): SheetRule[] {
  const rules: SheetRule[] = [];
  const sheet = parse(text.replace(/<!--|-->/g, " "), { parseValue: false, parseCustomProperty: false });
  if (sheet.type === "StyleSheet") collect(sheet.children.toArray(), 0, { rules, window, ignored });
  return rules;
}

interface Collecting {
  rules: SheetRule[];
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

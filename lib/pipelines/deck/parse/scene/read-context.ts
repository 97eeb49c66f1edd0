import type { Fonts } from "../../fonts";
import type { SceneNode } from "../../scene";
import { readViewBox } from "../aspect";
import type { Budget } from "../budget";
import type { DraftDocument } from "../draft";
import type { SvgElement } from "../element";
import { type LengthBase, readQuantity, toUserUnits } from "../length";
import type { Note } from "../notes";
import { rootOf, type Styles } from "../style";
import { copyFor } from "../use";
import { placeOf } from "../viewport";
import type { Axis, Context, Viewport } from "./context";
import { nodeOf } from "./node";

export interface Reading {
  document: DraftDocument;
  fonts: Fonts;
  depth: number;
  styles: Styles;
  budget: Budget;
  /** The outermost viewport, of which `vw` is; 100 by 100 while the root's size is not known. */
  window: Viewport;
  note: Note;
  nestedSvg: Context["nestedSvg"];
}

/** The context at the root of a document. */
export function readingContext(reading: Reading): Context {
  const { document, styles, budget, window } = reading;
  const viewports = new WeakMap<SvgElement, Viewport>();
  const ctx: Context = {
    document,
    fonts: reading.fonts,
    depth: reading.depth,
    entered: [],
    level: 0,
    paints: null,
    usesContextPaints: mentionsContext(document),
    style: (element, property) => styles.style(element, property),
    fontSize: (element) => styles.fontSize(element),
    colour: (element, text) => styles.colour(element, text),
    viewport: (element) => viewportAround(element),
    layOut: (svg, size) => void viewports.set(svg, readViewBox(svg.attributes.get("viewBox")) ?? size),
    length,
    reference: (text) => document.byId.get(fragmentOf(text)),
    note: reading.note,
    spend: (nodes, segments) => budget.spend(nodes, segments),
    childrenOf,
    nodeOf,
    nestedSvg: reading.nestedSvg,
    copy: (use, target) => copyFor(use, target, { elements: document.elements, spend: (count) => budget.spend(count) }),
  };
  return ctx;

  function length(element: SvgElement, text: string | undefined, axis: Axis, fallback: number, viewport?: Viewport) {
    const read = readQuantity(text);
    if (read === null) return fallback;
    if (read.unit === "" || read.unit === "px") return read.value;
    const base: LengthBase = {
      fontSize: styles.fontSize(element),
      rootFontSize: styles.fontSize(rootOf(element)),
      viewport: viewport ?? viewportAround(element),
      window,
    };
    return toUserUnits(read, axis, base) ?? fallback;
  }

  function viewportAround(element: SvgElement): Viewport {
    let at = element.parent;
    while (at !== null && at.tag !== "svg" && !(at.tag === "symbol" && at.copyOf !== null)) at = at.parent;
    if (at === null) return window;
    let viewport = viewports.get(at);
    if (viewport === undefined) {
      viewport = readViewBox(at.attributes.get("viewBox")) ?? (at.parent === null ? window : placeOf(at, ctx));
      viewports.set(at, viewport);
    }
    return viewport;
  }
}

function childrenOf(element: SvgElement, ctx: Context): SceneNode[] {
  const nodes: SceneNode[] = [];
  for (const child of element.children) {
    const node = typeof child === "string" ? null : ctx.nodeOf(child, ctx);
    if (node !== null) nodes.push(node);
  }
  return nodes;
}

function mentionsContext(document: DraftDocument): boolean {
  return document.elements.some(({ declared }) =>
    ["fill", "stroke"].some((property) => declared.get(property)?.startsWith("context-")),
  );
}

const address = /^url\(\s*(?:"([^"]*)"|'([^']*)'|([^)]*?))\s*\)/i;

/** The id in `url(#id)` or `#id`; empty for any other address, which is not followed. */
function fragmentOf(text: string): string {
  const trimmed = text.trim();
  const match = address.exec(trimmed);
  const target = (match === null ? trimmed : (match[1] ?? match[2] ?? match[3])).trim();
  return target.startsWith("#") ? target.slice(1) : "";
}

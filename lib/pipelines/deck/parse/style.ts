import type { Colour } from "../scene";
import { readColour } from "./colour";
import { propertyOf } from "./css/properties";
import { settledPart } from "./css/shorthands";
import { isReadable } from "./css/values";
import { substitute } from "./css/variables";
import type { SvgElement, SvgNode } from "./element";
import { fontSizeOf } from "./font-size";
import { readQuantity } from "./length";

const black: Colour = { red: 0, green: 0, blue: 0, alpha: 1 };
/** Inherited as the parent has computed them, so that `em` is of the font where it was written. */
const fontRelative = new Set(["letter-spacing", "word-spacing", "stroke-width", "stroke-dashoffset", "line-height"]);

/** Computed values of elements (CSS Cascade 4, 4.4), each worked out once. */
export class Styles {
  private readonly values = new WeakMap<SvgElement, Map<string, string>>();
  private readonly sizes = new WeakMap<SvgElement, number>();

  /** See `Context.style`. What holds no elements is asked once and its values are not kept: most elements are such. */
  style(element: SvgElement, property: string): string {
    return element.children.some(isElement) ? this.kept(element, property) : this.compute(element, property);
  }

  private kept(element: SvgElement, property: string): string {
    let values = this.values.get(element);
    if (values === undefined) {
      values = new Map();
      this.values.set(element, values);
    }
    let value = values.get(property);
    if (value === undefined) {
      value = this.compute(element, property);
      values.set(property, value);
    }
    return value;
  }

  /** See `Context.fontSize`. */
  fontSize(element: SvgElement): number {
    let size = this.sizes.get(element);
    if (size === undefined) {
      const parent = element.parent === null ? null : this.fontSize(element.parent);
      const root = element.parent === null ? null : this.fontSize(rootOf(element));
      size = fontSizeOf(this.specified(element, "font-size"), parent, root);
      this.sizes.set(element, size);
    }
    return size;
  }

  /** See `Context.colour`. */
  colour(element: SvgElement, text: string): Colour | null {
    if (!/^currentcolor$/i.test(text.trim())) return readColour(text);
    for (let at: SvgElement | null = element; at !== null; at = at.parent) {
      const own = this.specified(at, "color");
      if (own !== null && own !== "inherit" && !/^currentcolor$/i.test(own)) return readColour(own) ?? black;
    }
    return black;
  }

  private compute(element: SvgElement, property: string): string {
    if (property === "font-size") return `${this.fontSize(element)}px`;
    const own = this.specified(element, property);
    if (own === null || own === "inherit") return this.inherit(element, property, own === "inherit");
    return property === "font-weight" ? this.weight(element, own) : own;
  }

  /** What the element itself says: null for nothing, `inherit` for an order to; wide words are worked out. */
  private specified(element: SvgElement, property: string): string | null {
    const declared = element.declared.get(property);
    if (declared === undefined) return null;
    const value = declared.includes("var(") ? this.substituted(element, property, declared) : declared;
    switch (value?.toLowerCase()) {
      case undefined:
      case "unset":
      case "revert":
      case "revert-layer":
        return null;
      case "inherit":
        return "inherit";
      case "initial":
        return propertyOf(property).initial;
      default:
        return value as string;
    }
  }

  private substituted(element: SvgElement, property: string, text: string): string | null {
    const whole = substitute(text, (name) => customProperty(element, name));
    const value = whole === null ? null : settledPart(property, whole);
    return value !== null && isReadable(property, value) ? value : null;
  }

  private inherit(element: SvgElement, property: string, ordered: boolean): string {
    const { inherited, initial } = propertyOf(property);
    const { parent } = element;
    if (parent === null || !(inherited || ordered)) return initial;
    const value = this.style(parent, property);
    return fontRelative.has(property) ? this.inPixels(parent, value) : value;
  }

  private inPixels(element: SvgElement, value: string): string {
    const read = readQuantity(value);
    if (read === null || (read.unit !== "em" && read.unit !== "ex" && read.unit !== "ch")) return value;
    return String(read.value * this.fontSize(element) * (read.unit === "em" ? 1 : 0.5));
  }

  /** `bolder` and `lighter` against the parent's weight (CSS Fonts 4, 2.2.1). */
  private weight(element: SvgElement, own: string): string {
    const step = own.toLowerCase();
    if (step !== "bolder" && step !== "lighter") return own;
    const around = element.parent === null ? "400" : this.style(element.parent, "font-weight");
    const weight = { normal: 400, bold: 700 }[around] ?? Number(around);
    if (step === "bolder") return String(weight < 350 ? 400 : weight < 550 ? 700 : Math.max(weight, 900));
    return String(weight < 550 ? Math.min(weight, 100) : weight < 750 ? 400 : 700);
  }
}

const isElement = (node: SvgNode): node is SvgElement => typeof node !== "string";

function customProperty(element: SvgElement, name: string): string | undefined {
  for (let at: SvgElement | null = element; at !== null; at = at.parent) {
    const value = at.declared.get(name);
    if (value === "initial") return undefined;
    if (value !== undefined && value !== "inherit" && value !== "unset") return value;
  }
  return undefined;
}

export function rootOf(element: SvgElement): SvgElement {
  let at = element;
  while (at.parent !== null) at = at.parent;
  return at;
}

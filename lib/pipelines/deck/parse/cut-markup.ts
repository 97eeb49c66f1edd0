import { invert, multiply, translation } from "../matrix";
import type { Colour, Matrix } from "../scene";
import { isPresentation, isProperty } from "./css/properties";
import type { SvgElement } from "./element";
import { readShare } from "./length";
import type { Context } from "./scene/context";
import { transformOf } from "./scene/transform";

export interface Markup {
  ctx: Context;
  root: SvgElement;
  /** Of the outermost viewport in user units. */
  size: { width: number; height: number };
  named: ReadonlySet<SvgElement>;
}

/** What XML cannot hold even as a reference. */
const control = /[^\P{Cc}\t\n\r]/gu;

export function textMarkup(text: string): string {
  return text.replace(control, "").replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

function attributeMarkup(name: string, value: string): string {
  return ` ${name}="${textMarkup(value).replace(/"/g, "&quot;")}"`;
}

const url = /url\(\s*["']?(#[^"')]*?)["']?\s*\)/gi;

/** Addresses in the document an element's own style and attributes name. */
export function addressesOf({ attributes, declared }: SvgElement): string[] {
  const addresses: string[] = [];
  const href = attributes.get("href")?.trim();
  if (href?.startsWith("#")) addresses.push(href);
  for (const value of [...declared.values(), attributes.get("from") ?? ""]) {
    if (value.includes("url(")) for (const [, address] of value.matchAll(url)) addresses.push(address);
  }
  return addresses;
}

/**
 * The start and end tags with the element's declared style as attributes, so that no style sheet is needed. An `svg` has
 * its style on a group about it: who draws the cut may follow none on an inner `svg`.
 * @param whole whether all it holds follows; else it is a container for some of it, which names no picture of its own.
 */
export function tagsOf(element: SvgElement, whole: boolean, markup: Markup): { open: string; close: string } {
  const tag = tagOf(element, whole);
  const id =
    markup.named.has(element) && whole ? attributeMarkup("id", element.attributes.get("id") ?? element.id) : "";
  const own = ownAttributes(element, whole, markup).join("");
  const style = [...styleAttributes(element, markup.ctx), transformAttribute(element, whole, markup.ctx)].join("");
  if (tag === "svg" && id === "") return { open: `<g${style}><svg${own}>`, close: "</svg></g>" };
  return { open: `<${tag}${id}${own}${style}>`, close: `</${tag}>` };
}

function tagOf(element: SvgElement, whole: boolean): string {
  if (element.tag === "symbol" && element.copyOf !== null) return "svg";
  if (whole || element.tag === "svg") return element.tag;
  return element.tag === "symbol" ? "svg" : "g";
}

const left = new Set(["id", "class", "style", "transform"]);
const viewportNames = new Set(["x", "y", "width", "height", "viewBox", "preserveAspectRatio"]);

function ownAttributes(element: SvgElement, whole: boolean, { root, size, ctx }: Markup): string[] {
  const own: string[] = [];
  if (element === root) own.push(` x="0" y="0" width="${size.width}" height="${size.height}"`);
  if (element.tag === "svg" && ctx.style(element, "overflow") !== "") {
    own.push(attributeMarkup("overflow", ctx.style(element, "overflow")));
  }
  for (const [name, value] of element.attributes) {
    if (left.has(name) || isPresentation(name) || name.includes(":") || name === "xmlns") continue;
    if (!whole && !(viewportNames.has(name) && /^(?:svg|symbol)$/.test(element.tag))) continue;
    if (element === root && /^(?:x|y|width|height)$/.test(name)) continue;
    own.push(qualified(name, value));
  }
  return own;
}

/** Addresses out of the document are left out: a cut loads nothing. */
function qualified(name: string, value: string): string {
  if (name === "href") return /^\s*(?:#|data:)/.test(value) ? attributeMarkup("xlink:href", value.trim()) : "";
  return attributeMarkup(name === "space" || name === "lang" ? `xml:${name}` : name, value);
}

const paints = new Set(["fill", "stroke", "color", "stop-color", "flood-color", "lighting-color"]);
/** Written otherwise, or of no meaning to whoever draws the cut. */
const unwritten = /^(?:--.*|transform|transform-origin|transform-box|text-decoration-.*|pointer-events|cursor)$/;

/** Properties few read as attributes. */
const inStyle = new Set(["mix-blend-mode", "isolation", "mask-type"]);

function styleAttributes(element: SvgElement, ctx: Context): string[] {
  const written: string[] = [];
  const rules: string[] = [];
  for (const [property, declared] of new Map([...element.declared, ...seeThrough(element, ctx)])) {
    if (unwritten.test(property) || !isProperty(property)) continue;
    const value = property === "font-size" || declared.includes("var(") ? ctx.style(element, property) : declared;
    if (inStyle.has(property)) rules.push(`${property}:${value}`);
    else written.push(attributeMarkup(property, plainValue(element, property, value, ctx)));
  }
  if (rules.length > 0) written.push(attributeMarkup("style", rules.join(";")));
  if (element.parent === null && !element.declared.has("font-size")) {
    written.push(attributeMarkup("font-size", ctx.style(element, "font-size")));
  }
  return written;
}

const opacities = [
  ["fill", "fill-opacity"],
  ["stroke", "stroke-opacity"],
  ["stop-color", "stop-opacity"],
  ["flood-color", "flood-opacity"],
] as const;

/**
 * Paints that are see-through by themselves, as opaque ones with an opacity: office programs read no others. Only of
 * what holds no elements, since an opacity, other than such a paint, would stay with those that have another paint.
 */
function seeThrough(element: SvgElement, ctx: Context): [property: string, value: string][] {
  if (element.children.some((child) => typeof child !== "string")) return [];
  return opacities.flatMap(([paint, opacity]): [string, string][] => {
    const colour = ctx.colour(element, ctx.style(element, paint));
    if (colour === null || colour.alpha === 1) return [];
    const own = readShare(ctx.style(element, opacity)) ?? 1;
    return [
      [paint, plainColour({ ...colour, alpha: 1 })],
      [opacity, String(own * colour.alpha)],
    ];
  });
}

/** Addresses without quotation marks, and colours in the form everybody reads. */
function plainValue(element: SvgElement, property: string, value: string, ctx: Context): string {
  if (value.includes("url(")) return value.replace(url, "url($1)");
  if (!paints.has(property) || !/^(?:[a-z]+\(|#(?:.{4}|.{8})$)/i.test(value.trim())) return value;
  const colour = ctx.colour(element, value);
  return colour === null ? value : plainColour(colour);
}

function plainColour({ red, green, blue, alpha }: Colour): string {
  const light = [red, green, blue].map(Math.round).join(",");
  return alpha === 1 ? `rgb(${light})` : `rgba(${light},${alpha})`;
}

/** Of a `use` written as a group, its place is in the matrix. */
function transformAttribute(element: SvgElement, whole: boolean, ctx: Context): string {
  const own = transformOf(element, ctx, () => null);
  const matrix = element.tag === "use" && !whole ? multiply(own, placeOfUse(element, ctx)) : own;
  const plain = matrix.join(" ");
  return plain === "1 0 0 1 0 0" || invert(matrix) === null ? "" : attributeMarkup("transform", `matrix(${plain})`);
}

function placeOfUse(use: SvgElement, ctx: Context): Matrix {
  const x = ctx.length(use, use.attributes.get("x"), "x", 0);
  const y = ctx.length(use, use.attributes.get("y"), "y", 0);
  return translation(x, y);
}

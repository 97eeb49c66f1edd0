import type { SvgElement } from "../element";
import type { Context } from "./context";

/** Text of the element's own `title` or `desc`, white space collapsed. */
export function described(element: SvgElement, tag: "title" | "desc"): string {
  const child = element.children.find((node) => typeof node !== "string" && node.tag === tag);
  return child === undefined || typeof child === "string"
    ? ""
    : textIn(child).replace(/\s+/g, " ").trim().slice(0, 2000);
}

function textIn(element: SvgElement): string {
  return element.children.map((node) => (typeof node === "string" ? node : textIn(node))).join("");
}

/** Target of the nearest `a` around or at the element: web and mail addresses only, others are noted once and empty. */
export function linkOf(element: SvgElement, ctx: Context): string {
  for (let at: SvgElement | null = element; at !== null; at = at.parent) {
    if (at.tag !== "a") continue;
    const href = at.attributes.get("href")?.trim() ?? "";
    if (href === "") return "";
    if (/^(?:https?:\/\/|mailto:)[^\s<>"]+$/i.test(href)) return href;
    if (at === element) ctx.note(at, "link_refused", href.slice(0, 80));
    return "";
  }
  return "";
}

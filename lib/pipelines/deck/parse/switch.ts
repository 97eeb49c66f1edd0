import type { SvgElement, SvgNode } from "./element";

const languages = ["en"];

/** Whether an element's conditions hold for a reader of English with no extensions (SVG 2, 5.9). */
export function conditionsHold(element: SvgElement): boolean {
  const { attributes } = element;
  if (attributes.has("requiredExtensions") && attributes.get("requiredExtensions") !== "") return false;
  const wanted = attributes.get("systemLanguage");
  if (wanted === undefined) return true;
  return wanted.split(",").some((tag) => languages.includes(tag.trim().toLowerCase().split("-")[0]));
}

const drawable = new Set(
  "a circle ellipse foreignObject g image line path polygon polyline rect svg switch text use".split(" "),
);

/** Of what a `switch` holds and could be drawn: the one child it draws, undefined for none, and the others. */
export function chosenChild(children: readonly SvgNode[]): { chosen: SvgElement | undefined; others: SvgElement[] } {
  const parts = children.filter((child): child is SvgElement => typeof child !== "string" && drawable.has(child.tag));
  const chosen = parts.find(conditionsHold);
  return { chosen, others: parts.filter((part) => part !== chosen) };
}

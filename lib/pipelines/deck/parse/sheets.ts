import type { ReasonCode } from "../policy/reasons";
import type { SceneNote } from "../scene";
import type { Budget } from "./budget";
import { cascade } from "./css/cascade";
import { mediaHolds } from "./css/media";
import { readSheet } from "./css/sheet";
import type { DraftDocument } from "./draft";
import type { SvgElement } from "./element";
import type { Viewport } from "./scene/context";

/** Gives every element its declared values from the document's attributes and `style` elements. */
export function applyStyles(document: DraftDocument, window: Viewport, budget: Budget, notes: SceneNote[]): void {
  const rules = document.elements.filter(isSheet).flatMap((element) => {
    if (!mediaHolds(element.attributes.get("media") ?? "", window)) return [];
    return readSheet(textOf(element), window, (name) => note(element, "atrule_ignored", `@${name}`));
  });
  cascade(document, rules, budget, () => note(document.root, "selector_ignored", ""));

  function note({ id, tag, line }: SvgElement, reason: ReasonCode, detail: string): void {
    if (notes.some((other) => other.element_id === id && other.reason === reason && other.detail === detail)) return;
    notes.push({ element_id: id, element_type: tag, source_line: line, reason, detail });
  }
}

function isSheet(element: SvgElement): boolean {
  const type = element.attributes.get("type")?.trim().toLowerCase() ?? "";
  return element.tag === "style" && (type === "" || type === "text/css");
}

function textOf(element: SvgElement): string {
  return element.children.filter((child) => typeof child === "string").join("");
}

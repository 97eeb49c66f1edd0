import type { FontFaceRule } from "../fonts/brought/rule";
import type { ReasonCode } from "../policy/reasons";
import type { SceneNote } from "../scene";
import type { Budget } from "./budget";
import { cascade } from "./css/cascade";
import { mediaHolds } from "./css/media";
import { readSheet } from "./css/sheet";
import type { DraftDocument } from "./draft";
import type { SvgElement } from "./element";
import type { Viewport } from "./scene/context";

/** An `@font-face` rule and the `style` it stands in. */
export interface StatedFont {
  rule: FontFaceRule;
  element: SvgElement;
}

/**
 * Gives every element its declared values from the document's attributes and `style` elements.
 * @returns the fonts that they bring along.
 */
export function applyStyles(document: DraftDocument, window: Viewport, budget: Budget, note: StyleNote): StatedFont[] {
  const sheets = document.elements.filter(isSheet).flatMap((element) => {
    if (!mediaHolds(element.attributes.get("media") ?? "", window)) return [];
    const sheet = readSheet(textOf(element), window, (name) => note(element, "atrule_ignored", `@${name}`));
    return [{ ...sheet, element }];
  });
  const rules = sheets.flatMap((sheet) => sheet.rules);
  cascade(document, rules, budget, () => note(document.root, "selector_ignored", ""));
  return sheets.flatMap(({ fontFaces, element }) => fontFaces.map((rule) => ({ rule, element })));
}

/** Says what of a style sheet is not followed. */
export type StyleNote = (element: SvgElement, reason: ReasonCode, detail: string) => void;

/** Each thing is said once of an element. */
export function styleNote(notes: SceneNote[]): StyleNote {
  return ({ id, tag, line }, reason, detail) => {
    if (notes.some((other) => other.element_id === id && other.reason === reason && other.detail === detail)) return;
    notes.push({ element_id: id, element_type: tag, source_line: line, reason, detail });
  };
}

function isSheet(element: SvgElement): boolean {
  const type = element.attributes.get("type")?.trim().toLowerCase() ?? "";
  return element.tag === "style" && (type === "" || type === "text/css");
}

function textOf(element: SvgElement): string {
  return element.children.filter((child) => typeof child === "string").join("");
}

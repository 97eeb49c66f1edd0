import type { FontFaceRule } from "../fonts/brought/rule";
import type { Budget } from "./budget";
import { cascade } from "./css/cascade";
import { mediaHolds } from "./css/media";
import { readSheet } from "./css/sheet";
import type { DraftDocument } from "./draft";
import type { SvgElement } from "./element";
import { showFirstSlide } from "./first-slide";
import { bringToRest } from "./motion";
import type { Note } from "./notes";
import type { Viewport } from "./scene/context";

/** An `@font-face` rule and the `style` it stands in. */
export interface StatedFont {
  rule: FontFaceRule;
  element: SvgElement;
}

/**
 * Gives every element its declared values from the document's attributes, `style` elements and animations.
 * @returns the fonts that they bring along.
 */
export function applyStyles(document: DraftDocument, window: Viewport, budget: Budget, note: Note): StatedFont[] {
  const sheets = document.elements.filter(isSheet).flatMap((element) => {
    if (!mediaHolds(element.attributes.get("media") ?? "", window)) return [];
    const sheet = readSheet(textOf(element), window, (name) => note(element, "atrule_ignored", `@${name}`));
    return [{ ...sheet, element }];
  });
  const rules = sheets.flatMap((sheet) => sheet.rules);
  const keyframes = new Map(sheets.flatMap((sheet) => sheet.keyframes.map((frames) => [frames.name, frames])));
  const animated = (element: SvgElement) => note(element, "animated");
  cascade(document, { rules, keyframes }, budget, {
    selectorIgnored: () => note(document.root, "selector_ignored"),
    animated,
  });
  bringToRest(document, animated);
  showFirstSlide(document, (slide) => note(slide, "first_slide"));
  return sheets.flatMap(({ fontFaces, element }) => fontFaces.map((rule) => ({ rule, element })));
}

function isSheet(element: SvgElement): boolean {
  const type = element.attributes.get("type")?.trim().toLowerCase() ?? "";
  return element.tag === "style" && (type === "" || type === "text/css");
}

function textOf(element: SvgElement): string {
  return element.children.filter((child) => typeof child === "string").join("");
}

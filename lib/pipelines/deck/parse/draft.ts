import type { SvgDocument, SvgElement } from "./element";

/** An element while it is made; the cascade gives it `declared`, `use` adds copies to `elements`. */
export interface DraftElement extends SvgElement {
  declared: ReadonlyMap<string, string>;
  attributes: ReadonlyMap<string, string>;
  parent: DraftElement | null;
  children: (DraftElement | string)[];
}

export interface DraftDocument extends SvgDocument {
  root: DraftElement;
  byId: Map<string, SvgElement>;
  elements: SvgElement[];
}

/** Of most elements nothing is declared: they share one map. */
export const nothingDeclared: ReadonlyMap<string, string> = new Map();

/** An element that has no id and no style yet. */
export function draft(read: Pick<DraftElement, "tag" | "line" | "key" | "attributes" | "parent">): DraftElement {
  const { tag, line, key, attributes, parent } = read;
  return {
    tag,
    id: "",
    idGiven: false,
    line,
    key,
    copyOf: null,
    attributes,
    declared: nothingDeclared,
    parent,
    children: [],
  };
}

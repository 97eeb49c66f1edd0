/** The document as read: names without prefixes, and for each element the style that CSS gives it. */
export interface SvgElement {
  /** Local name; of elements outside the SVG namespace only the HTML in a `foreignObject` and its style sheets are here. */
  tag: string;
  /** Unique: given, or made (`rect-3`); of a copy made by `use`, `use-id/its-id`. */
  id: string;
  idGiven: boolean;
  /** Line in the source, from 1. */
  line: number;
  /** Place in `SvgDocument.elements`, in document order; copies made by `use` come after all others. */
  key: number;
  /** The element this is a copy of; null for one of the document's own. */
  copyOf: SvgElement | null;
  /** Attributes by local name, `xlink:href` as `href`; of those that are properties, the value to draw is in `style`. */
  attributes: ReadonlyMap<string, string>;
  /**
   * Specified values by property after the cascade (presentation attributes, style sheets, `style`, `!important`),
   * not yet inherited, `var()` still in them: read them by `Context.style`.
   */
  declared: ReadonlyMap<string, string>;
  parent: SvgElement | null;
  children: readonly SvgNode[];
}

export type SvgNode = SvgElement | string;

export interface SvgDocument {
  root: SvgElement;
  /** By the id given in the file; the first of several that share one. */
  byId: ReadonlyMap<string, SvgElement>;
  /** All elements by `key`; grows while `use` is read. */
  elements: readonly SvgElement[];
  /** Elements of other namespaces, which were left out with all they hold. */
  foreign: readonly ForeignElement[];
}

/** The outermost of what was left out. */
export interface ForeignElement {
  /** As written, with its prefix. */
  name: string;
  /** Address of its namespace; `undeclared:` and the prefix where the file gives none. */
  namespace: string;
  id: string;
  line: number;
}

/** The document as read: names without prefixes, and for each element the style that CSS gives it. */
export interface SvgElement {
  /** Local name; elements outside the SVG namespace are not here. */
  tag: string;
  id: string;
  idGiven: boolean;
  /** Line in the source, from 1. */
  line: number;
  /** Number of the element in document order; `source.ts` finds it again by this. */
  key: number;
  /** Attributes by local name, `xlink:href` as `href`; those that are also properties stand in `style` only. */
  attributes: ReadonlyMap<string, string>;
  /**
   * Specified values by property after the cascade (presentation attributes, style sheets, `style`, `!important`),
   * with `var()` replaced, not yet inherited: `style(element, name)` in style.ts does that.
   */
  declared: ReadonlyMap<string, string>;
  parent: SvgElement | null;
  children: readonly SvgNode[];
}

export type SvgNode = SvgElement | string;

export interface SvgDocument {
  root: SvgElement;
  byId: ReadonlyMap<string, SvgElement>;
  /** All elements by `key`. */
  elements: readonly SvgElement[];
}

import type { Fonts } from "../../fonts";
import type { ReasonCode } from "../../policy/reasons";
import type { Colour, Fill, Group, Matrix, NodeBase, Origin, SceneNode, Stroke } from "../../scene";
import { undressed } from "../../undressed";
import type { SvgDocument, SvgElement } from "../element";

/** What a percentage is of: the width, the height, or the diagonal divided by the square root of two (SVG 2, 8.9). */
export type Axis = "x" | "y" | "other";

/** Size of the nearest viewport, in its user units (its viewBox when it has one). */
export interface Viewport {
  width: number;
  height: number;
}

/** What `context-fill` and `context-stroke` mean inside a marker or `use`. */
export interface ContextPaints {
  fill: Fill | null;
  stroke: Stroke | null;
  /** From the user space of the element that gives the paints to that of the parent of the element being read. */
  transform: Matrix;
}

/**
 * All that reading an element needs. Immutable but for `note` and `spend`; made once for a document and
 * narrowed with `{ ...ctx, … }` while the walk goes down. Elements copied by `use` are instances of their own whose
 * `parent` is the `use`, so that `style`, `viewport` and `fontSize` need nothing but the element.
 */
export interface Context {
  document: SvgDocument;
  fonts: Fonts;
  /** How many SVGs deep this one stands in the file; an `image` may hold another. */
  depth: number;
  /**
   * The computed value of a property as text: `var()` replaced, inherited by its table, `initial` when nothing says
   * otherwise; lengths keep their units, `currentColor` stays. Never `inherit`, `unset` and so on. Broken values of
   * colours, numbers and keywords known here count as absent.
   */
  style(element: SvgElement, property: string): string;
  /** Computed `font-size` in user units. */
  fontSize(element: SvgElement): number;
  /** The viewport the element's percentages are of; of an `svg` it is the one it stands in. */
  viewport(element: SvgElement): Viewport;
  /** Says how large an `svg` is that HTML around it has laid out, before what stands in it is read. */
  layOut(svg: SvgElement, size: Viewport): void;
  /**
   * A length in user units.
   * @param text such as `1.5em`; undefined, empty or broken gives `fallback`.
   * @param viewport other than the element's own, such as that of the element which refers to a gradient.
   */
  length(element: SvgElement, text: string | undefined, axis: Axis, fallback: number, viewport?: Viewport): number;
  /** A CSS colour, `currentColor` included; null when it is none. */
  colour(element: SvgElement, text: string): Colour | null;
  /** The element a `url(#id)`, `url("#id")` or `#id` names; undefined for any other address or a missing id. */
  reference(text: string): SvgElement | undefined;
  /** Says that something is not drawn or not as it says. `reason` is a code of policy/reasons.ts. */
  note(element: SvgElement, reason: ReasonCode, detail?: string): void;
  /**
   * Counts nodes made, so that nothing grows without bound; every element read in childrenOf costs one.
   * @param segments of outlines.
   * @throws TracepressError `too_large` when the document makes more than 100,000, or 600,000 segments, or takes
   * over 5 s.
   */
  spend(nodes: number, segments?: number): void;
  /** Scene nodes this stands in; more than 512 are not read, so that no stack overflows. */
  level: number;
  /** `use`, `clipPath`, `mask`, `pattern`, `marker` and filters being read around this. See `enter`. */
  entered: readonly SvgElement[];
  /** The copy of an element that a `use` shows, standing under the `use`. @throws TracepressError from `spend`. */
  copy(use: SvgElement, target: SvgElement): SvgElement;
  /** Whether `context-fill` or `context-stroke` stands anywhere in the document: most have none and need no paints. */
  usesContextPaints: boolean;
  /** Null outside markers and `use`. */
  paints: ContextPaints | null;
  /** Children of a container read as scene nodes, in order; what is not drawn is left out, and noted if need be. */
  childrenOf(element: SvgElement, ctx: Context): SceneNode[];
  /**
   * One element read as a scene node with its transform, opacity, clip, mask and filter; null when it draws nothing.
   * A clip path, mask or pattern may call it for one child.
   */
  nodeOf(element: SvgElement, ctx: Context): SceneNode | null;
  /** Another SVG, held by an `image`, read as a group whose own coordinates are its viewport of this size; null if broken. */
  nestedSvg(
    bytes: Uint8Array,
    ctx: Context,
    element: SvgElement,
  ): { group: Group; width: number; height: number } | null;
}

/** References in references deeper than this are not followed. */
const maximumEntered = 128;

/** The context inside an element that refers to itself at its peril; null when that closes a circle. */
export function enter(ctx: Context, element: SvgElement): Context | null {
  const source = element.copyOf ?? element;
  if (ctx.entered.includes(source) || ctx.entered.length >= maximumEntered) return null;
  return { ...ctx, entered: [...ctx.entered, source] };
}

/** Where a node made of this element comes from. */
export function originOf(element: SvgElement): Origin {
  return { id: element.id, idGiven: element.idGiven, tag: element.tag, line: element.line, source: element.key };
}

/** What every node has and a plain group has nothing of; for content made up by a clip, mask, marker or pattern. */
export function plainGroup(element: SvgElement, transform: Matrix, children: SceneNode[]): Group {
  return { kind: "group", ...plainNode(element, transform), children };
}

/** What every node has, with nothing put on it. */
export function plainNode(element: SvgElement, transform: Matrix): NodeBase {
  return {
    origin: originOf(element),
    transform,
    title: "",
    description: "",
    link: "",
    ...undressed,
  };
}

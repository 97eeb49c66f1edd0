import { fillBox } from "../../bounds";
import type { Fonts } from "../../fonts";
import { identity } from "../../matrix";
import type { Group, Scene, SceneNode, SceneNote } from "../../scene";
import type { SourceDocument } from "../../source";
import { isEmptyViewBox, readViewBox } from "../aspect";
import { fontsFor } from "../brought-fonts";
import type { Budget } from "../budget";
import { cutSource } from "../cut";
import { readDocument } from "../document";
import type { SvgElement } from "../element";
import { medium } from "../font-size";
import { readQuantity, toUserUnits } from "../length";
import { noting } from "../notes";
import { applyStyles } from "../sheets";
import { Styles } from "../style";
import { emptySize } from "../svg-size";
import { rootSize } from "../viewport";
import { viewportGroup } from "./container";
import { type Context, plainGroup, type Viewport } from "./context";
import { described } from "./described";
import { readingContext } from "./read-context";
import { dressRoot, withBackground } from "./root";

export interface SceneOptions {
  name: string;
  fonts: Fonts;
  /** SVGs around this one. */
  depth: number;
  budget: Budget;
}

/** SVGs may stand in each other this deep. */
const maximumDepth = 4;

interface ReadScene {
  scene: Scene;
  source: SourceDocument;
  /** Those the document brings along, then those of the machine. */
  fonts: Fonts;
}

/** See `parseSvg`. */
export function readScene(bytes: Uint8Array, options: SceneOptions): ReadScene {
  const document = readDocument(bytes, options.name);
  const { root } = document;
  const notes: SceneNote[] = [];
  const styles = new Styles();
  const note = noting(notes, root);
  // What @media asks: an em of it is of no style's font (Media Queries 4, 1.3).
  const screen = rootSize(root, (text) => rootLength(text, medium)) ?? emptySize;
  const stated = applyStyles(document, screen, options.budget, note);
  const fonts = fontsFor(stated, options.fonts, options.budget.fonts, note);
  const given = rootSize(root, (text) => rootLength(text, styles.fontSize(root)));
  const nestedSvg: Context["nestedSvg"] = (inner, ctx, element) => nested(inner, ctx, element, options);
  const drawnIn = (window: Viewport) => {
    const ctx = readingContext({ document, ...options, fonts, styles, window, note, nestedSvg });
    return { ctx, ...rootGroup(root, given, ctx) };
  };
  const known = given ?? readViewBox(root.attributes.get("viewBox"));
  let drawn = drawnIn(known ?? emptySize);
  // Percentages are of the whole, which only a reading of its contents could tell.
  if (known === null && !isSameSize(drawn, emptySize)) drawn = drawnIn(drawn);
  const { ctx } = drawn;
  const size = { width: drawn.width, height: drawn.height };
  const title = described(root, "title");
  const scene = { ...size, title, description: described(root, "desc"), root: drawn.group, notes };
  return { scene, source: cutSource(document, ctx, size), fonts };
}

const isSameSize = (one: Viewport, other: Viewport) => one.width === other.width && one.height === other.height;

interface Drawn {
  group: Group;
  width: number;
  height: number;
}

/** The outermost viewport's contents; where nothing gives its size, it reaches from the origin to the contents' far corner. */
function rootGroup(root: SvgElement, given: { width: number; height: number } | null, ctx: Context): Drawn {
  if (given !== null && given.width > 0 && given.height > 0) {
    const group = viewportGroup(root, { x: 0, y: 0, ...given }, true, ctx);
    return {
      group: dressRoot(withBackground(group ?? plainGroup(root, identity, []), root, given, ctx), root, ctx),
      ...given,
    };
  }
  const empty = given !== null || isEmptyViewBox(root.attributes.get("viewBox"));
  if (empty) ctx.note(root, "viewport_empty");
  const children = empty ? [] : ctx.childrenOf(root, ctx);
  const group = plainGroup(root, identity, children);
  const box = fillBox(group);
  const width = box === null ? 0 : box.x + box.width;
  const height = box === null ? 0 : box.y + box.height;
  const size = width > 0 && height > 0 ? { width, height } : emptySize;
  return { group: dressRoot(group, root, ctx), ...size };
}

function rootLength(text: string, fontSize: number): number | null {
  const read = readQuantity(text);
  if (read === null) return null;
  return toUserUnits(read, "x", { fontSize, rootFontSize: fontSize, viewport: emptySize, window: emptySize });
}

/** See `Context.nestedSvg`. A broken picture is the outer document's note, not its end. */
function nested(
  bytes: Uint8Array,
  ctx: Context,
  element: SvgElement,
  options: SceneOptions,
): ReturnType<Context["nestedSvg"]> {
  if (options.depth >= maximumDepth) {
    ctx.note(element, "image_too_deep");
    return null;
  }
  try {
    const { scene } = readScene(bytes, { ...options, depth: options.depth + 1 });
    for (const note of scene.notes) ctx.note(element, note.reason, `${note.element_id}: ${note.detail}`);
    claim(scene.root, element);
    return { group: scene.root, width: scene.width, height: scene.height };
  } catch (thrown) {
    if (!(thrown instanceof Error) || !("code" in thrown) || thrown.code !== "invalid_svg") throw thrown;
    ctx.note(element, "image_broken", thrown.message);
    return null;
  }
}

/** Nodes of a nested SVG come from the element that holds it: the outer document knows no other. */
function claim(node: SceneNode, element: SvgElement): void {
  node.origin = { ...node.origin, id: `${element.id}/${node.origin.id}`, source: element.key };
  if (node.kind === "group") for (const child of node.children) claim(child, element);
}

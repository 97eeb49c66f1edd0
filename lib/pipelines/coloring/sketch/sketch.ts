import type { Element } from "@xmldom/xmldom";
import type { Curve } from "../lines/bezier";
import { clipCurve } from "./clip";
import { type Box, boxOf, curvesOf } from "./curves";
import { lineOf, type Paint, paintOf, plainPaint } from "./paint";
import { readSvg, UnreadableSketch } from "./read-svg";
import { shapePaths } from "./shapes";

/** Line art out of a model's answer: geometry and nothing else of it. */
export interface Sketch {
  curves: Curve[];
  /** The whole picture, in the curves' units. */
  view: Box;
  found: {
    shapes: number;
    /** Filled shapes of which the outline is left. */
    hollowed: number;
    /** Lines in other colours, which are black now. */
    recoloured: number;
    /** Lines that left the picture, and were cut there. */
    cut: number;
    /** Shapes that are as large as the picture and filled: paper, not a drawing. */
    grounds: number;
    /** Names of elements that no line drawing has. */
    dropped: string[];
  };
}

const groups = new Set(["svg", "g", "a", "switch"]);
const silent = new Set(["title", "desc", "metadata"]);
/** A filled shape that is this much of the picture's width and height lies under all others. */
const groundShare = 0.97;
const deepest = 64;
/** More lines than any page has room for. */
const mostCurves = 50_000;

/**
 * Reads line art strictly: a short list of shapes, transforms and paints is known, everything else is left out and told.
 * @throws UnreadableSketch when there is no drawing in it.
 */
export function readSketch(answer: string): Sketch {
  const root = readSvg(answer);
  const view = viewOf(root);
  const found = { shapes: 0, hollowed: 0, recoloured: 0, cut: 0, grounds: 0, dropped: [] as string[] };
  const curves: Curve[] = [];
  walk(root, plainPaint, [], 0, (element, paint, transforms) => {
    const line = lineOf(paint);
    if (line === null) return;
    const drawn = curvesOf(shapePaths[element.localName ?? ""](element), transforms);
    if (drawn.length === 0) return;
    if (line.hollowed && isGround(boxOf(drawn), view)) {
      found.grounds += 1;
      return;
    }
    found.shapes += 1;
    found.hollowed += Number(line.hollowed);
    found.recoloured += Number(line.recoloured);
    for (const curve of drawn) {
      const inside = clipCurve(curve, view);
      if (inside[0] !== curve) found.cut += 1;
      for (const one of inside) curves.push(one);
    }
    if (curves.length > mostCurves) throw new UnreadableSketch("it has too many lines");
  });
  for (const element of Array.from(root.getElementsByTagName("*"))) {
    const name = element.localName ?? "";
    if (!groups.has(name) && !silent.has(name) && !(name in shapePaths) && !found.dropped.includes(name)) {
      found.dropped.push(name);
    }
  }
  if (curves.length === 0) throw new UnreadableSketch("its SVG has no lines inside the page");
  return { curves, view, found };
}

type Visit = (element: Element, paint: Paint, transforms: readonly string[]) => void;

function walk(element: Element, outer: Paint, above: readonly string[], depth: number, visit: Visit): void {
  if (depth > deepest) throw new UnreadableSketch("its groups are nested too deep");
  const name = element.localName ?? "";
  const paint = paintOf(element, outer);
  const own = element.getAttribute("transform");
  const transforms = own ? [...above, own] : above;
  if (name in shapePaths) visit(element, paint, transforms);
  else if (groups.has(name) && (depth === 0 || name !== "svg")) {
    for (const child of Array.from(element.childNodes)) {
      if (child.nodeType === child.ELEMENT_NODE) walk(child as Element, paint, transforms, depth + 1, visit);
    }
  }
}

/** @throws UnreadableSketch where neither a viewBox nor a size says how large the picture is. */
function viewOf(root: Element): Box {
  const [x, y, width, height] = (root.getAttribute("viewBox") ?? "")
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  if (width > 0 && height > 0 && [x, y].every(Number.isFinite)) {
    return { left: x, top: y, right: x + width, bottom: y + height };
  }
  const [right, bottom] = ["width", "height"].map((name) => Number.parseFloat(root.getAttribute(name) ?? ""));
  if (right > 0 && bottom > 0) return { left: 0, top: 0, right, bottom };
  throw new UnreadableSketch("its SVG does not say how large it is");
}

const isGround = (box: Box, view: Box): boolean =>
  box.right - box.left >= groundShare * (view.right - view.left) &&
  box.bottom - box.top >= groundShare * (view.bottom - view.top);

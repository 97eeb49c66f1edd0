import type { Colour, Fill, GradientStop, Paint, SceneNode, Stroke, TextRun } from "../scene";
import type { ColourChange } from "./colour";

/** A gradient between two stops is halved this often at most. */
const deepest = 3;
/** Differences in a channel of 255 that are let be. */
const tolerance = 6;

/**
 * The same node in changed colours; null when it has colours that cannot be reached: images, patterns, colour glyphs,
 * or anything that is drawn by a filter, mask or blend mode of its own.
 */
export function recolour(node: SceneNode, change: ColourChange): SceneNode | null {
  if (node.filter !== null || node.mask !== null || node.blend !== "normal" || node.opacity < 1) return null;
  switch (node.kind) {
    case "group": {
      const children = all(node.children, (child) => recolour(child, change));
      return children && { ...node, children };
    }
    case "shape": {
      if (node.markers.length > 0) return null;
      const painted = repaint(node, change);
      return painted && { ...node, ...painted };
    }
    case "text": {
      const chunks = all(node.chunks, (chunk) => {
        const runs = all(chunk.runs, (run) => recolourRun(run, change));
        return runs && { ...chunk, runs };
      });
      return chunks && { ...node, chunks };
    }
    case "image":
      return null;
  }
}

function recolourRun(run: TextRun, change: ColourChange): TextRun | null {
  const painted = repaint(run, change);
  const decorations = all(run.decorations, (decoration) => {
    const bar = repaint(decoration, change);
    return bar && { ...decoration, ...bar };
  });
  return painted && decorations && { ...run, ...painted, decorations };
}

/** All results, or null when one is null. */
function all<Item, Result>(items: readonly Item[], make: (item: Item) => Result | null): Result[] | null {
  const results: Result[] = [];
  for (const item of items) {
    const result = make(item);
    if (result === null) return null;
    results.push(result);
  }
  return results;
}

interface Painted {
  fill: Fill | null;
  stroke: Stroke | null;
}

function repaint({ fill, stroke }: Painted, change: ColourChange): Painted | null {
  const filled = fill && repaintOne(fill, change);
  const stroked = stroke && repaintOne(stroke, change);
  if ((fill !== null && filled === null) || (stroke !== null && stroked === null)) return null;
  return { fill: filled, stroke: stroked };
}

/** Opacity goes into the colours, since a change may depend on it. */
function repaintOne<User extends Fill | Stroke>(user: User, change: ColourChange): User | null {
  const paint = changedPaint(user.paint, user.opacity, change);
  return paint && { ...user, opacity: 1, paint };
}

function changedPaint(paint: Paint, opacity: number, change: ColourChange): Paint | null {
  const changed: ColourChange = (colour) => change({ ...colour, alpha: colour.alpha * opacity });
  if (paint.kind === "pattern") return null;
  if (paint.kind === "solid") return { kind: "solid", colour: changed(paint.colour) };
  return { ...paint, stops: changedStops(paint.stops, changed) };
}

/** Changed stops, with as many between them as the change needs to look even. */
export function changedStops(stops: GradientStop[], change: ColourChange): GradientStop[] {
  return stops.flatMap((stop, index) => {
    const next = stops[index + 1];
    const first = { offset: stop.offset, colour: change(stop.colour) };
    return next === undefined || next.offset === stop.offset
      ? [first]
      : [first, ...between(stop, next, change, deepest)];
  });
}

function between(from: GradientStop, to: GradientStop, change: ColourChange, depth: number): GradientStop[] {
  const middle = mixed(from, to, 0.5);
  const wanted = change(middle.colour);
  const even = mixed({ ...from, colour: change(from.colour) }, { ...to, colour: change(to.colour) }, 0.5).colour;
  if (depth === 0 || isNear(wanted, even)) return [];
  const stop = { offset: middle.offset, colour: wanted };
  return [...between(from, middle, change, depth - 1), stop, ...between(middle, to, change, depth - 1)];
}

function isNear(one: Colour, other: Colour): boolean {
  const far = Math.max(
    Math.abs(one.red - other.red),
    Math.abs(one.green - other.green),
    Math.abs(one.blue - other.blue),
    255 * Math.abs(one.alpha - other.alpha),
  );
  return far <= tolerance;
}

function mixed(from: GradientStop, to: GradientStop, share: number): GradientStop {
  const mix = (one: number, other: number) => one + (other - one) * share;
  return {
    offset: mix(from.offset, to.offset),
    colour: {
      red: mix(from.colour.red, to.colour.red),
      green: mix(from.colour.green, to.colour.green),
      blue: mix(from.colour.blue, to.colour.blue),
      alpha: mix(from.colour.alpha, to.colour.alpha),
    },
  };
}

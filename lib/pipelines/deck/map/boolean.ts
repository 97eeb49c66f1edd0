import type { PathKitPath } from "pathkit-wasm/bin/pathkit.js";
import type { FillRule, PathData, Stroke } from "../scene";
import { meetsTooOften } from "./nearness";
import { fromCommands, toCommands } from "./path-commands";
import { pathKit } from "./pathkit";

/** An area: a path and the rule that says what is inside. */
export interface Area {
  path: PathData;
  rule: FillRule;
}

/**
 * The same area without overlaps, in contours that are right under both fill rules once they are turned (contours.ts).
 * Null when Skia cannot do it. Coordinates are best between 1 and 10,000: Skia counts in 32-bit floats.
 */
export function simplify(area: Area): PathData | null {
  return isTangled([area]) ? null : withPaths([area], ([path]) => path.simplify());
}

export function intersect(first: Area, second: Area): PathData | null {
  return combine(first, second, "INTERSECT");
}

export function unite(first: Area, second: Area): PathData | null {
  return combine(first, second, "UNION");
}

export function subtract(first: Area, second: Area): PathData | null {
  return combine(first, second, "DIFFERENCE");
}

function combine(first: Area, second: Area, operation: "INTERSECT" | "UNION" | "DIFFERENCE"): PathData | null {
  if (isTangled([first, second])) return null;
  return withPaths([first, second], ([one, other]) => one.op(other, pathKit().PathOp[operation]));
}

/** Whether they cross each other or themselves so often that Skia would take too long. */
function isTangled(areas: readonly Area[]): boolean {
  const segments = areas.reduce((sum, { path }) => sum + path.length, 0);
  const paths = areas.map(({ path }) => path);
  return segments <= mostSegments && meetsTooOften(paths, mostPairs + pairsPerSegment * segments);
}

type StrokeForm = Pick<Stroke, "join" | "cap" | "miterLimit">;

/** The area a stroke covers, nonzero; null when Skia cannot say, or would take long. Widths are in the path's units; dashes are cut before (dashes.ts). */
export function strokeArea(path: PathData, stroke: StrokeForm, width: number): PathData | null {
  const { StrokeJoin, StrokeCap } = pathKit();
  const joins = { miter: "MITER", "miter-clip": "MITER", arcs: "MITER", round: "ROUND", bevel: "BEVEL" } as const;
  const caps = { butt: "BUTT", round: "ROUND", square: "SQUARE" } as const;
  return withPaths([{ path, rule: "nonzero" }], ([line]) =>
    line.stroke({
      width,
      join: StrokeJoin[joins[stroke.join]],
      cap: StrokeCap[caps[stroke.cap]],
      miter_limit: stroke.miterLimit,
      res_scale: 4,
    }),
  );
}

/** Segments all paths of an operation may have together. */
const mostSegments = 10_000;
/** Pairs of segments near each other, with those that any outline has; Skia's time grows with them, to 2 s for so many. */
const mostPairs = 50_000;
const pairsPerSegment = 8;

/** Runs an operation over paths in the WebAssembly heap and frees them, whatever happens. */
function withPaths(areas: Area[], run: (paths: PathKitPath[]) => PathKitPath | null): PathData | null {
  if (areas.reduce((sum, { path }) => sum + path.length, 0) > mostSegments) return null;
  const paths: PathKitPath[] = [];
  try {
    for (const area of areas) paths.push(pathOf(area));
    const result = run(paths);
    return result === null ? null : fromCommands(result.toCmds());
  } catch {
    return null;
  } finally {
    for (const path of paths) path.delete();
  }
}

function pathOf({ path, rule }: Area): PathKitPath {
  const { FillType } = pathKit();
  const made = madeOf(toCommands(path));
  if (made === null) throw new Error("Skia did not take the path.");
  made.setFillType(rule === "evenodd" ? FillType.EVENODD : FillType.WINDING);
  return made;
}

/** Null when Skia does not take them. Its own `FromCmds` wants a list for each command, and keeps one of each length. */
function madeOf(commands: Float32Array): PathKitPath | null {
  const { _malloc, _free, _FromCmds } = pathKit();
  const place = _malloc(commands.byteLength);
  try {
    // Read anew: the heap moves when it grows.
    pathKit().HEAPF32.set(commands, place / commands.BYTES_PER_ELEMENT);
    return _FromCmds(place, commands.length);
  } finally {
    _free(place);
  }
}

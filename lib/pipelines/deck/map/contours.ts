import { edgesOf } from "../outline";
import type { FillRule, PathData, PathSegment, Point } from "../scene";
import { simplify } from "./boolean";
import { crossings } from "./crossings";
import { bendOf, type Contour, type Polygon, polygonOf } from "./polygon";

/** Skia's time grows with the square of these; both together take it about half a second. */
const mostCrossings = 3_000;
const mostSegments = 10_000;

/**
 * The area of a path in contours that do not overlap and turn against the contour they lie in, so that nonzero and
 * even-odd readers fill the same (LibreOffice fills even-odd; sources disagree about PowerPoint). All are closed.
 * @returns `exact` false when overlaps stayed because Skia could not resolve them.
 */
export function bothRules(path: PathData, rule: FillRule): { path: PathData; exact: boolean } {
  const contours = contoursOf(path);
  if (contours.length === 1 && isConvex(contours[0])) return { path: contours[0].segments, exact: true };
  const polygons = contours.map(polygonOf);
  const crossed = crossings(polygons, mostCrossings);
  if (crossed === 0) return { path: nested(contours, polygons, rule), exact: true };
  const simple = crossed === mostCrossings || path.length > mostSegments ? null : simplify({ path, rule });
  if (simple === null) return { path, exact: false };
  const resolved = contoursOf(simple);
  return { path: nested(resolved, resolved.map(polygonOf), "evenodd"), exact: true };
}

/** Closed contours with an area; lone points and lines fill nothing. */
export function contoursOf(path: PathData): Contour[] {
  const contours: Contour[] = [];
  let segments: PathSegment[] = [];
  let start: Point = { x: 0, y: 0 };
  const finish = () => {
    if (segments.length > 2 || (segments.length === 2 && segments[1].type === "C")) {
      contours.push({ segments: [...segments, { type: "Z" }] });
    }
    segments = [];
  };
  for (const segment of path) {
    if (segment.type === "M") {
      finish();
      start = segment;
      segments.push(segment);
    } else if (segment.type === "Z") {
      finish();
    } else {
      if (segments.length === 0) segments.push({ type: "M", x: start.x, y: start.y });
      segments.push(segment);
    }
  }
  finish();
  return contours;
}

/** True when the control polygon turns one way only and once round: then the curve does not cross itself. */
function isConvex(contour: Contour): boolean {
  let turned = 0;
  let sign = 0;
  let before: Point | null = null;
  let first: Point | null = null;
  const turn = (direction: Point): boolean => {
    if (direction.x === 0 && direction.y === 0) return true;
    if (before !== null) {
      const angle = bendOf(before, direction);
      turned += angle;
      if (Math.abs(angle) > 1e-9) {
        if (sign !== 0 && Math.sign(angle) !== sign) return false;
        sign = Math.sign(angle);
      }
    }
    first ??= direction;
    before = direction;
    return true;
  };
  for (const { from, first: one, second, to } of edgesOf(contour.segments)) {
    if (!turn({ x: one.x - from.x, y: one.y - from.y })) return false;
    if (!turn({ x: second.x - one.x, y: second.y - one.y })) return false;
    if (!turn({ x: to.x - second.x, y: to.y - second.y })) return false;
  }
  if (first !== null && !turn(first)) return false;
  return Math.abs(Math.abs(turned) - 2 * Math.PI) < 0.01;
}

/** Contours that do not cross: keeps those where inside and outside differ, and turns each against its surrounding. */
function nested(contours: Contour[], polygons: Polygon[], rule: FillRule): PathData {
  const kept: PathData = [];
  const inside = rule === "evenodd" ? (winding: number) => winding % 2 !== 0 : (winding: number) => winding !== 0;
  polygons.forEach((polygon, index) => {
    let around = 0;
    for (let other = 0; other < polygons.length; other++) {
      if (other !== index && polygons[other].holds(polygon)) around += polygons[other].direction;
    }
    const outer = inside(around);
    if (outer === inside(around + polygon.direction)) return;
    const wanted = outer ? -1 : 1;
    const { segments } = contours[index];
    for (const segment of polygon.direction === wanted ? segments : reversed(segments)) kept.push(segment);
  });
  return kept;
}

/** The same closed contour the other way round. */
export function reversed(segments: readonly PathSegment[]): PathSegment[] {
  const drawn = segments.filter((segment) => segment.type !== "Z") as Exclude<PathSegment, { type: "Z" }>[];
  const last = drawn[drawn.length - 1];
  const path: PathSegment[] = [{ type: "M", x: last.x, y: last.y }];
  for (let index = drawn.length - 1; index > 0; index--) {
    const segment = drawn[index];
    const { x, y } = drawn[index - 1];
    if (segment.type !== "C") path.push({ type: "L", x, y });
    else path.push({ type: "C", x1: segment.x2, y1: segment.y2, x2: segment.x1, y2: segment.y1, x, y });
  }
  path.push({ type: "Z" });
  return path;
}

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
      segments.push({ type: "Z" });
      contours.push({ segments });
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
  const round = new Round();
  let { x, y } = start(contour);
  for (const segment of contour.segments) {
    const to = segment.type === "Z" ? start(contour) : segment;
    if (segment.type !== "C") {
      if (!round.turn(to.x - x, to.y - y)) return false;
    } else {
      if (!round.turn(segment.x1 - x, segment.y1 - y)) return false;
      if (!round.turn(segment.x2 - segment.x1, segment.y2 - segment.y1)) return false;
      if (!round.turn(to.x - segment.x2, to.y - segment.y2)) return false;
    }
    x = to.x;
    y = to.y;
  }
  return round.isClosed();
}

const start = ({ segments }: Contour): Point => segments[0] as PathSegment & { type: "M" };

/** Goes along sides as long as they turn one way; in plain numbers, since most contours are asked. */
class Round {
  private turned = 0;
  private sign = 0;
  /** The last side and the first; no length before there is one. */
  private x = 0;
  private y = 0;
  private firstX = 0;
  private firstY = 0;

  /** False when it turns the other way. A side of no length has no direction. */
  turn(x: number, y: number): boolean {
    if (x === 0 && y === 0) return true;
    if (this.x === 0 && this.y === 0) {
      this.firstX = x;
      this.firstY = y;
    } else {
      const angle = bendOf(this.x, this.y, x, y);
      this.turned += angle;
      if (Math.abs(angle) > 1e-9) {
        if (this.sign !== 0 && Math.sign(angle) !== this.sign) return false;
        this.sign = Math.sign(angle);
      }
    }
    this.x = x;
    this.y = y;
    return true;
  }

  /** Whether it has gone once round when the first side follows the last. */
  isClosed(): boolean {
    return this.turn(this.firstX, this.firstY) && Math.abs(Math.abs(this.turned) - 2 * Math.PI) < 0.01;
  }
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
    const turned = polygon.direction === wanted ? segments : reversed(segments);
    for (let at = 0; at < turned.length; at++) kept.push(turned[at]);
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

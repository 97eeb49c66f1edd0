import type { PathData, Stroke } from "./scene";

/** How far a stroke reaches from its outline, as a multiple of half its width: miters at corners, squares at ends. */
export function strokeReach(outline: PathData, stroke: Stroke): number {
  const ends = stroke.cap === "square" ? Math.SQRT2 : 1;
  if (stroke.join === "round" || stroke.join === "bevel") return ends;
  return Math.max(ends, new Miters(stroke.miterLimit).longest(outline));
}

/** Points nearer than this are one. */
const nearest = 1e-9;

/** Miters along an outline, in plain numbers: outlines have thousands of corners. */
class Miters {
  private reach = 1;
  /** Where the last edge ended, none at first; the direction it had there, and that of its subpath's first edge. */
  private atX = Number.NaN;
  private atY = Number.NaN;
  private intoX = 0;
  private intoY = 0;
  private firstX = 0;
  private firstY = 0;

  constructor(private readonly limit: number) {}

  /** 1 / sin(half the angle between two edges) where that is within the limit (SVG 2, 13.5.5); 1 for no corners. */
  longest(outline: PathData): number {
    let x = 0;
    let y = 0;
    let startX = 0;
    let startY = 0;
    for (const segment of outline) {
      if (segment.type === "M") {
        startX = segment.x;
        startY = segment.y;
      } else if (segment.type === "C") {
        this.curve(x, y, segment.x1, segment.y1, segment.x2, segment.y2, segment.x, segment.y);
      } else if (segment.type === "L") this.edge(x, y, segment.x, segment.y, segment.x, segment.y, x, y);
      else this.edge(x, y, startX, startY, startX, startY, x, y);
      x = segment.type === "Z" ? startX : segment.x;
      y = segment.type === "Z" ? startY : segment.y;
    }
    return this.reach;
  }

  private curve(x: number, y: number, x1: number, y1: number, x2: number, y2: number, toX: number, toY: number): void {
    const early = apart(x, y, x1, y1) ? 1 : apart(x, y, x2, y2) ? 2 : 3;
    const late = apart(toX, toY, x2, y2) ? 2 : apart(toX, toY, x1, y1) ? 1 : 0;
    const outX = early === 1 ? x1 : early === 2 ? x2 : toX;
    const outY = early === 1 ? y1 : early === 2 ? y2 : toY;
    const backX = late === 2 ? x2 : late === 1 ? x1 : x;
    const backY = late === 2 ? y2 : late === 1 ? y1 : y;
    this.edge(x, y, toX, toY, outX, outY, backX, backY);
  }

  /** An edge that leaves its beginning towards one point and comes to its end from another. */
  private edge(
    x: number,
    y: number,
    toX: number,
    toY: number,
    outX: number,
    outY: number,
    backX: number,
    backY: number,
  ) {
    const leaving = length(outX - x, outY - y);
    const arriving = length(toX - backX, toY - backY);
    if (!(leaving > nearest) || !(arriving > nearest)) return;
    const leavingX = (outX - x) / leaving;
    const leavingY = (outY - y) / leaving;
    if (x === this.atX && y === this.atY) this.corner(leavingX, leavingY);
    else {
      this.firstX = leavingX;
      this.firstY = leavingY;
    }
    this.intoX = (toX - backX) / arriving;
    this.intoY = (toY - backY) / arriving;
    this.atX = toX;
    this.atY = toY;
    this.corner(this.firstX, this.firstY);
  }

  private corner(outX: number, outY: number): void {
    const half = Math.sqrt(Math.max(0, (1 + this.intoX * outX + this.intoY * outY) / 2));
    if (half * this.limit >= 1) this.reach = Math.max(this.reach, 1 / half);
  }
}

function apart(x: number, y: number, otherX: number, otherY: number): boolean {
  return length(otherX - x, otherY - y) > nearest;
}

/** As `Math.hypot`, which takes ten times as long for numbers that no drawing has. */
function length(x: number, y: number): number {
  return Math.sqrt(x * x + y * y);
}

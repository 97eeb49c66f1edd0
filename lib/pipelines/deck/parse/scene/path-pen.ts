import type { PathData, Point } from "../../scene";
import { type Arc, arcToCurves } from "./arc";

/** Draws a path in absolute moves, lines, cubics and closes. */
export class PathPen {
  readonly path: PathData = [];
  x = 0;
  y = 0;
  private start: Point = { x: 0, y: 0 };
  /** Whether the last command closed the subpath: what follows begins one at its start. */
  private closed = false;
  /** The control point that a smooth curve mirrors, of which kind of curve it is. */
  private control: { of: "cubic" | "quadratic"; x: number; y: number } | null = null;

  moveTo(x: number, y: number): void {
    this.path.push({ type: "M", x, y });
    this.start = { x, y };
    this.closed = false;
    this.goTo(x, y);
  }

  close(): void {
    this.path.push({ type: "Z" });
    this.closed = true;
    this.goTo(this.start.x, this.start.y);
  }

  lineTo(x: number, y: number): void {
    this.begin();
    this.path.push({ type: "L", x, y });
    this.goTo(x, y);
  }

  cubicTo(x1: number, y1: number, x2: number, y2: number, x: number, y: number): void {
    this.begin();
    this.path.push({ type: "C", x1, y1, x2, y2, x, y });
    this.goTo(x, y);
    this.control = { of: "cubic", x: x2, y: y2 };
  }

  smoothCubicTo(x2: number, y2: number, x: number, y: number): void {
    const first = this.mirrored("cubic");
    this.cubicTo(first.x, first.y, x2, y2, x, y);
  }

  /** A quadratic is the cubic whose control points lie two thirds of the way to its own. */
  quadraticTo(controlX: number, controlY: number, x: number, y: number): void {
    const share = 2 / 3;
    const [x1, y1] = [this.x + share * (controlX - this.x), this.y + share * (controlY - this.y)];
    this.cubicTo(x1, y1, x + share * (controlX - x), y + share * (controlY - y), x, y);
    this.control = { of: "quadratic", x: controlX, y: controlY };
  }

  smoothQuadraticTo(x: number, y: number): void {
    const control = this.mirrored("quadratic");
    this.quadraticTo(control.x, control.y, x, y);
  }

  arcTo(arc: Arc, to: Point): void {
    this.begin();
    for (const curve of arcToCurves({ x: this.x, y: this.y }, arc, to)) this.path.push(curve);
    this.goTo(to.x, to.y);
  }

  private begin(): void {
    if (this.closed) this.path.push({ type: "M", x: this.x, y: this.y });
    this.closed = false;
  }

  private goTo(x: number, y: number): void {
    this.x = x;
    this.y = y;
    this.control = null;
  }

  /** The last control point on the other side of the pen; the pen's own place after another kind of command. */
  private mirrored(of: "cubic" | "quadratic"): Point {
    const { x, y, control } = this;
    return control?.of === of ? { x: 2 * x - control.x, y: 2 * y - control.y } : { x, y };
  }
}

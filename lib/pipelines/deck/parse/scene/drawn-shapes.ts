import type { PathData, Rect } from "../../scene";
import { ellipsePath, roundRectanglePath } from "./path-shapes";

// Outlines are made when asked for, which most are once or twice: kept, they would take most of a large scene's memory.

export class DrawnRect {
  readonly kind = "rect";

  constructor(
    readonly rect: Rect,
    readonly rx: number,
    readonly ry: number,
  ) {}

  get outline(): PathData {
    return roundRectanglePath(this.rect, this.rx, this.ry);
  }
}

export class DrawnEllipse {
  readonly kind = "ellipse";

  constructor(
    readonly cx: number,
    readonly cy: number,
    readonly rx: number,
    readonly ry: number,
  ) {}

  get outline(): PathData {
    return ellipsePath(this.cx, this.cy, this.rx, this.ry);
  }
}

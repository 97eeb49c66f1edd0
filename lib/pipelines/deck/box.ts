import type { Rect } from "./scene";

/** A box that grows; empty until something is in it. */
export class Box {
  private left = Number.POSITIVE_INFINITY;
  private top = Number.POSITIVE_INFINITY;
  private right = Number.NEGATIVE_INFINITY;
  private bottom = Number.NEGATIVE_INFINITY;

  add(x: number, y: number): void {
    if (x < this.left) this.left = x;
    if (x > this.right) this.right = x;
    if (y < this.top) this.top = y;
    if (y > this.bottom) this.bottom = y;
  }

  addRect(rect: Rect | null): void {
    if (rect === null) return;
    this.add(rect.x, rect.y);
    this.add(rect.x + rect.width, rect.y + rect.height);
  }

  /** Null while nothing is in it. A line has a box of no width or height. */
  rect(): Rect | null {
    if (!(this.left <= this.right && this.top <= this.bottom)) return null;
    return { x: this.left, y: this.top, width: this.right - this.left, height: this.bottom - this.top };
  }
}

/** What two boxes share; null when that is nothing. */
export function intersection(first: Rect, second: Rect): Rect | null {
  const x = Math.max(first.x, second.x);
  const y = Math.max(first.y, second.y);
  const width = Math.min(first.x + first.width, second.x + second.width) - x;
  const height = Math.min(first.y + first.height, second.y + second.height) - y;
  return width >= 0 && height >= 0 ? { x, y, width, height } : null;
}

export function contains(outer: Rect, inner: Rect, slack = 0): boolean {
  return (
    inner.x >= outer.x - slack &&
    inner.y >= outer.y - slack &&
    inner.x + inner.width <= outer.x + outer.width + slack &&
    inner.y + inner.height <= outer.y + outer.height + slack
  );
}

export function union(first: Rect | null, second: Rect | null): Rect | null {
  if (first === null || second === null) return first ?? second;
  const x = Math.min(first.x, second.x);
  const y = Math.min(first.y, second.y);
  const width = Math.max(first.x + first.width, second.x + second.width) - x;
  return { x, y, width, height: Math.max(first.y + first.height, second.y + second.height) - y };
}

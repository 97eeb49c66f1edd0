/** Longest piece that is drawn at once, in pixels: a longer slanted one would be looked for in too large a box. */
const pieceLength = 12;

/**
 * Paper that round-ended lines are drawn on, one byte a pixel, 255 white to 0 black.
 *
 * A pixel's darkness is how far it reaches into the line, measured from its centre to the line's middle (a box filter
 * one pixel wide across the line); where lines meet, the darker one counts. Pixel (0, 0) has its centre at (0.5, 0.5).
 */
export class StrokeRaster {
  readonly grey: Uint8Array;

  constructor(
    readonly width: number,
    readonly height: number,
  ) {
    this.grey = new Uint8Array(width * height).fill(255);
  }

  /** Draws a chain of straight lines; `points` is x, y, x, y, … and `radius` half the line's width, in pixels. */
  polyline(points: ArrayLike<number>, radius: number): void {
    if (points.length === 2) this.capsule(points[0], points[1], points[0], points[1], radius);
    for (let i = 2; i < points.length; i += 2) {
      this.line(points[i - 2], points[i - 1], points[i], points[i + 1], radius);
    }
  }

  private line(x0: number, y0: number, x1: number, y1: number, radius: number): void {
    const level = Math.abs(x1 - x0) < 1 || Math.abs(y1 - y0) < 1;
    const pieces = level ? 1 : Math.ceil(Math.hypot(x1 - x0, y1 - y0) / pieceLength);
    const stepX = (x1 - x0) / pieces;
    const stepY = (y1 - y0) / pieces;
    for (let i = 0; i < pieces; i++) {
      this.capsule(x0 + i * stepX, y0 + i * stepY, x0 + (i + 1) * stepX, y0 + (i + 1) * stepY, radius);
    }
  }

  private capsule(x0: number, y0: number, x1: number, y1: number, radius: number): void {
    const { grey, width, height } = this;
    const reach = radius + 0.5;
    const outer = reach * reach;
    const inner = radius > 0.5 ? (radius - 0.5) * (radius - 0.5) : 0;
    const dx = x1 - x0;
    const dy = y1 - y0;
    const lengthSquared = dx * dx + dy * dy;
    const perLength = lengthSquared > 0 ? 1 / lengthSquared : 0;
    const left = Math.max(0, Math.floor(Math.min(x0, x1) - reach));
    const right = Math.min(width - 1, Math.ceil(Math.max(x0, x1) + reach));
    const top = Math.max(0, Math.floor(Math.min(y0, y1) - reach));
    const bottom = Math.min(height - 1, Math.ceil(Math.max(y0, y1) + reach));
    for (let y = top; y <= bottom; y++) {
      const fromY = y + 0.5 - y0;
      for (let x = left, i = y * width + left; x <= right; x++, i++) {
        if (grey[i] === 0) continue;
        const fromX = x + 0.5 - x0;
        let along = (fromX * dx + fromY * dy) * perLength;
        if (along < 0) along = 0;
        else if (along > 1) along = 1;
        const offX = fromX - along * dx;
        const offY = fromY - along * dy;
        const squared = offX * offX + offY * offY;
        if (squared >= outer) continue;
        const light = squared <= inner ? 0 : 255 * (Math.sqrt(squared) - radius + 0.5);
        if (light < grey[i]) grey[i] = light;
      }
    }
  }
}

/** A stroke as cubic Béziers: x, y of the start, then for each piece its two control points and its end. */
export interface Curve {
  points: number[];
  closed: boolean;
}

/** Points of a polyline, which is closed when its last point is its first. */
export interface Polyline {
  x: Float64Array;
  y: Float64Array;
  closed: boolean;
}

const newtonRounds = 4;
/** Points looked ahead and back for a tangent, and for how sharp a turn is. */
const tangentReach = 4;
/** A turn of more than 50° within twice the reach is a corner. */
const cornerCosine = Math.cos((50 * Math.PI) / 180);

/**
 * Fits as few cubic Béziers as `tolerance` (in the points' unit) allows: Schneider, "An Algorithm for Automatically
 * Fitting Digitized Curves", Graphics Gems (1990). Corners are found first and stay corners.
 */
export function fitCurve(line: Polyline, tolerance: number): Curve {
  const turned = line.closed ? startAtCorner(line) : line;
  const last = turned.x.length - 1;
  const points = [turned.x[0], turned.y[0]];
  if (last < 1) return { points, closed: false };
  const fitter = new Fitter(turned, tolerance, points);
  const stops = [...cornersOf(turned), last];
  let from = 0;
  for (const stop of stops) {
    fitter.fit(from, stop);
    from = stop;
  }
  return { points, closed: line.closed };
}

/** The length of a vector: Math.hypot, whose calls cost several times as much, has the same, bit for bit. */
function lengthOf(x: number, y: number): number {
  const longer = Math.max(Math.abs(x), Math.abs(y));
  if (longer === 0) return 0;
  const across = x / longer;
  const down = y / longer;
  return Math.sqrt(across * across + down * down) * longer;
}

function turnCosine({ x, y, closed }: Polyline, i: number): number {
  const last = x.length - 1;
  const back = closed ? (i - tangentReach + last) % last : Math.max(0, i - tangentReach);
  const ahead = closed ? (i + tangentReach) % last : Math.min(last, i + tangentReach);
  const inX = x[i] - x[back];
  const inY = y[i] - y[back];
  const outX = x[ahead] - x[i];
  const outY = y[ahead] - y[i];
  const norm = lengthOf(inX, inY) * lengthOf(outX, outY);
  return norm > 0 ? (inX * outX + inY * outY) / norm : 1;
}

/** Inner points where the line turns sharply: the sharpest one of each neighbourhood. */
function cornersOf(line: Polyline): number[] {
  const last = line.x.length - 1;
  const corners: number[] = [];
  for (let i = tangentReach; i <= last - tangentReach; i++) {
    const turn = turnCosine(line, i);
    if (turn > cornerCosine) continue;
    const previous = corners[corners.length - 1];
    if (previous === undefined || i - previous > 2 * tangentReach) corners.push(i);
    else if (turn < turnCosine(line, previous)) corners[corners.length - 1] = i;
  }
  return corners;
}

/** A closed line begun at its sharpest corner, so that a corner never falls on a smooth start. */
function startAtCorner(line: Polyline): Polyline {
  const count = line.x.length - 1;
  if (count < 4 * tangentReach) return line;
  let sharpest = 0;
  let turn = cornerCosine;
  for (let i = 0; i < count; i++) {
    const here = turnCosine(line, i);
    if (here >= turn) continue;
    turn = here;
    sharpest = i;
  }
  if (!sharpest) return line;
  const x = new Float64Array(count + 1);
  const y = new Float64Array(count + 1);
  for (let i = 0; i <= count; i++) {
    x[i] = line.x[(sharpest + i) % count];
    y[i] = line.y[(sharpest + i) % count];
  }
  return { x, y, closed: true };
}

class Fitter {
  private readonly x: Float64Array;
  private readonly y: Float64Array;
  /** Curve parameter of each point of the piece at hand, 0 to 1. */
  private readonly at: Float64Array;
  private readonly closed: boolean;
  private readonly control = new Float64Array(8);

  constructor(
    line: Polyline,
    private readonly tolerance: number,
    private readonly out: number[],
  ) {
    this.x = line.x;
    this.y = line.y;
    this.at = new Float64Array(line.x.length);
    this.closed = line.closed;
  }

  /** Appends the curves from one corner to the next. */
  fit(from: number, to: number): void {
    const last = this.x.length - 1;
    const isSmoothLoop = this.closed && from === 0 && to === last && this.startIsSmooth();
    const begin = isSmoothLoop ? this.across(1, last - 1) : this.towards(from, Math.min(to, from + tangentReach));
    const end = isSmoothLoop ? { x: -begin.x, y: -begin.y } : this.towards(to, Math.max(from, to - tangentReach));
    this.fitPiece(from, to, begin, end);
  }

  private startIsSmooth(): boolean {
    const line = { x: this.x, y: this.y, closed: true };
    return this.x.length > 2 * tangentReach && turnCosine(line, 0) > cornerCosine;
  }

  private across(ahead: number, back: number): { x: number; y: number } {
    return unit(this.x[ahead] - this.x[back], this.y[ahead] - this.y[back]);
  }

  private towards(from: number, to: number): { x: number; y: number } {
    return unit(this.x[to] - this.x[from], this.y[to] - this.y[from]);
  }

  private fitPiece(from: number, to: number, begin: { x: number; y: number }, end: { x: number; y: number }): void {
    if (to - from < 2) {
      this.solveStraight(from, to);
      this.emit();
      return;
    }
    this.spreadByLength(from, to);
    for (let round = 0; round <= newtonRounds; round++) {
      this.solve(from, to, begin, end);
      const worst = this.worst(from, to);
      if (worst.error <= this.tolerance * this.tolerance) {
        this.emit();
        return;
      }
      // Far off, better parameters will not save it.
      if (round === newtonRounds || worst.error > 16 * this.tolerance * this.tolerance) {
        const split = worst.at;
        const middle = this.across(Math.min(to, split + 2), Math.max(from, split - 2));
        this.fitPiece(from, split, begin, { x: -middle.x, y: -middle.y });
        this.fitPiece(split, to, middle, end);
        return;
      }
      this.improveParameters(from, to);
    }
  }

  private emit(): void {
    for (let i = 2; i < 8; i++) this.out.push(this.control[i]);
  }

  private solveStraight(from: number, to: number): void {
    const { control, x, y } = this;
    for (let k = 0; k < 4; k++) {
      control[2 * k] = x[from] + ((x[to] - x[from]) * k) / 3;
      control[2 * k + 1] = y[from] + ((y[to] - y[from]) * k) / 3;
    }
  }

  private spreadByLength(from: number, to: number): void {
    const { at, x, y } = this;
    at[from] = 0;
    for (let i = from + 1; i <= to; i++) at[i] = at[i - 1] + lengthOf(x[i] - x[i - 1], y[i] - y[i - 1]);
    const whole = at[to] || 1;
    for (let i = from + 1; i <= to; i++) at[i] /= whole;
  }

  /** Least squares for the lengths of the two end tangents (Schneider's generateBezier). */
  private solve(from: number, to: number, begin: { x: number; y: number }, end: { x: number; y: number }): void {
    const { x, y, at, control } = this;
    let c00 = 0;
    let c01 = 0;
    let c11 = 0;
    let x0 = 0;
    let x1 = 0;
    const dot = begin.x * end.x + begin.y * end.y;
    for (let i = from; i <= to; i++) {
      const u = at[i];
      const v = 1 - u;
      const b1 = 3 * u * v * v;
      const b2 = 3 * u * u * v;
      const b0 = v * v * v + b1;
      const b3 = u * u * u + b2;
      c00 += b1 * b1;
      c01 += b1 * b2 * dot;
      c11 += b2 * b2;
      const restX = x[i] - x[from] * b0 - x[to] * b3;
      const restY = y[i] - y[from] * b0 - y[to] * b3;
      x0 += b1 * (begin.x * restX + begin.y * restY);
      x1 += b2 * (end.x * restX + end.y * restY);
    }
    const determinant = c00 * c11 - c01 * c01;
    const chord = Math.hypot(x[to] - x[from], y[to] - y[from]);
    let first = determinant ? (x0 * c11 - x1 * c01) / determinant : 0;
    let second = determinant ? (c00 * x1 - c01 * x0) / determinant : 0;
    // Wu and Barsky: a third of the chord where the equations give nothing sensible.
    const whole = chord || this.spanOf(from, to);
    if (!(first > 1e-3 * whole && second > 1e-3 * whole && first < 4 * whole && second < 4 * whole)) {
      first = second = whole / 3;
    }
    control[0] = x[from];
    control[1] = y[from];
    control[2] = x[from] + begin.x * first;
    control[3] = y[from] + begin.y * first;
    control[4] = x[to] + end.x * second;
    control[5] = y[to] + end.y * second;
    control[6] = x[to];
    control[7] = y[to];
  }

  /** Reach of a piece that ends where it began. */
  private spanOf(from: number, to: number): number {
    const middle = (from + to) >> 1;
    return 2 * Math.hypot(this.x[middle] - this.x[from], this.y[middle] - this.y[from]);
  }

  private worst(from: number, to: number): { error: number; at: number } {
    const { x, y, at, control: c } = this;
    let error = 0;
    let worst = (from + to) >> 1;
    for (let i = from + 1; i < to; i++) {
      const u = at[i];
      const v = 1 - u;
      const b0 = v * v * v;
      const b1 = 3 * u * v * v;
      const b2 = 3 * u * u * v;
      const b3 = u * u * u;
      const dx = b0 * c[0] + b1 * c[2] + b2 * c[4] + b3 * c[6] - x[i];
      const dy = b0 * c[1] + b1 * c[3] + b2 * c[5] + b3 * c[7] - y[i];
      const here = dx * dx + dy * dy;
      if (here <= error) continue;
      error = here;
      worst = i;
    }
    return { error, at: worst };
  }

  /** One Newton step for each point towards its nearest place on the curve. */
  private improveParameters(from: number, to: number): void {
    const { x, y, at, control: c } = this;
    for (let i = from + 1; i < to; i++) {
      const u = at[i];
      const v = 1 - u;
      const dx = v * v * v * c[0] + 3 * u * v * v * c[2] + 3 * u * u * v * c[4] + u * u * u * c[6] - x[i];
      const dy = v * v * v * c[1] + 3 * u * v * v * c[3] + 3 * u * u * v * c[5] + u * u * u * c[7] - y[i];
      const fx = 3 * (v * v * (c[2] - c[0]) + 2 * u * v * (c[4] - c[2]) + u * u * (c[6] - c[4]));
      const fy = 3 * (v * v * (c[3] - c[1]) + 2 * u * v * (c[5] - c[3]) + u * u * (c[7] - c[5]));
      const sx = 6 * (v * (c[4] - 2 * c[2] + c[0]) + u * (c[6] - 2 * c[4] + c[2]));
      const sy = 6 * (v * (c[5] - 2 * c[3] + c[1]) + u * (c[7] - 2 * c[5] + c[3]));
      const slope = fx * fx + fy * fy + dx * sx + dy * sy;
      if (slope === 0) continue;
      at[i] = Math.min(1, Math.max(0, u - (dx * fx + dy * fy) / slope));
    }
  }
}

function unit(x: number, y: number): { x: number; y: number } {
  const length = Math.hypot(x, y) || 1;
  return { x: x / length, y: y / length };
}

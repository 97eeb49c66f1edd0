import type { CriticalPath } from "@/lib/trace/critical-path";
import type { TraceRow } from "@/lib/trace/rows";
import { type Segment, segmentsOf } from "@/lib/trace/segments";
import { type Stretch, timeScale } from "@/lib/trace/stretch";
import type { Colours } from "./colours";

/** Lines of the critical path from row to row. */
export interface Handing {
  atMs: number;
  fromRow: number;
  toRow: number;
}

export interface Picture {
  rows: readonly TraceRow[];
  /** Number of the first of them among all rows. */
  first: number;
  /** In CSS pixels, as all lengths. */
  width: number;
  height: number;
  rowHeight: number;
  /** The parts of a row that its bar and the marks of the time take. */
  bar: { top: number; height: number };
  grid: { top: number; height: number };
  stretch: Stretch;
  marks: readonly number[];
  path: CriticalPath;
  handings: readonly Handing[];
}

const leastWidth = 3;
const corner = 3;

/** Draws the bars of the rows in sight. One canvas costs a third of what as many elements cost when the time moves. */
export function drawBars(context: CanvasRenderingContext2D, picture: Picture, colours: Colours): void {
  const { rows, width, height, rowHeight, stretch } = picture;
  const x = timeScale(stretch, width);
  context.clearRect(0, 0, width, height);
  drawMarks(context, picture, colours, x);
  for (const [index, row] of rows.entries()) drawRow(context, picture, colours, row, index * rowHeight, x);
  drawHandings(context, picture, colours, x);
}

type Place = (ms: number) => number;

function drawMarks(context: CanvasRenderingContext2D, picture: Picture, colours: Colours, x: Place): void {
  const { rows, rowHeight, grid, marks } = picture;
  context.fillStyle = colours.hairline;
  for (const ms of marks) {
    for (let row = 0; row < rows.length; row++) {
      context.fillRect(Math.round(x(ms)), row * rowHeight + grid.top, 1, grid.height);
    }
  }
}

function drawRow(
  context: CanvasRenderingContext2D,
  { bar, width, path }: Picture,
  colours: Colours,
  { node, open }: TraceRow,
  rowTop: number,
  x: Place,
): void {
  const middle = rowTop + bar.top + bar.height / 2;
  for (const segment of segmentsOf(node, open)) {
    // Cut at the edges of what is in sight: a canvas loses its grip on lengths of millions of pixels.
    const left = Math.max(-8, x(segment.startMs));
    const right = Math.max(left + leastWidth, Math.min(width + 8, x(segment.endMs)));
    if (right < 0 || left > width) continue;
    const top = rowTop + bar.top;
    drawSegment(context, segment, { left, top, width: right - left, height: bar.height }, colours);
    if (!path.spans.has(segment.id)) continue;
    context.fillStyle = colours.foreground;
    context.fillRect(left, top + bar.height + 1, right - left, 2);
  }
  if (x(node.endMs) < 0) drawElsewhere(context, 2, 6, middle, colours);
  else if (x(node.startMs) > width) drawElsewhere(context, width - 2, -6, middle, colours);
}

/** An arrow at the edge towards which a row's bar lies, out of sight. */
function drawElsewhere(
  context: CanvasRenderingContext2D,
  tip: number,
  back: number,
  middle: number,
  { control }: Colours,
) {
  context.fillStyle = control;
  context.beginPath();
  context.moveTo(tip, middle);
  context.lineTo(tip + back, middle - 4);
  context.lineTo(tip + back, middle + 4);
  context.fill();
}

interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

function drawSegment(
  context: CanvasRenderingContext2D,
  { look, failed, again }: Segment,
  box: Box,
  colours: Colours,
): void {
  const thin = look === "wait" ? Math.round(box.height * 0.3) : 0;
  context.beginPath();
  context.roundRect(box.left + 0.5, box.top + thin + 0.5, box.width - 1, box.height - 2 * thin - 1, corner);
  context.fillStyle = colours.fills[look];
  context.fill();
  if (look === "wait" || look === "holder") {
    context.strokeStyle = failed ? colours.fills.failed : colours.control;
    context.stroke();
  }
  if (again) drawAgain(context, box, colours);
}

/** A flag where an attempt after the first begins. */
function drawAgain(context: CanvasRenderingContext2D, { left, top, height }: Box, colours: Colours): void {
  context.fillStyle = colours.foreground;
  context.fillRect(left - 1, top - 3, 2, height + 3);
  context.beginPath();
  context.moveTo(left, top - 4);
  context.lineTo(left + 7, top - 0.5);
  context.lineTo(left, top + 3);
  context.fill();
}

function drawHandings(context: CanvasRenderingContext2D, picture: Picture, colours: Colours, x: Place): void {
  const { handings, first, rows, rowHeight, bar, grid, width } = picture;
  const last = first + rows.length;
  context.fillStyle = colours.foreground;
  for (const { atMs, fromRow, toRow } of handings) {
    const [above, below] = [Math.min(fromRow, toRow), Math.max(fromRow, toRow)];
    const left = x(atMs);
    if (below < first || above >= last || left < 0 || left > width || above === below) continue;
    const line = (row: number) => (row - first) * rowHeight + bar.top + bar.height + 2;
    // Where a row has its name above its bar, the line leaves the name free.
    for (let row = Math.max(above, first); row <= Math.min(below, last - 1); row++) {
      const lane = (row - first) * rowHeight + grid.top;
      const top = Math.max(lane, line(above));
      context.fillRect(left - 0.5, top, 1, Math.max(0, Math.min(lane + grid.height, line(below)) - top));
    }
  }
}

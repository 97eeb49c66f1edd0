import { arrowSides, arrowUnit } from "../map/arrow/size";
import { number } from "../map/svg/numbers";
import type { SlideArrow, SlideColour, SlideLine } from "../slide";
import type { Defs } from "./defs";
import { type Box, pixels } from "./lengths";
import { colourText, paintText } from "./paint";

const caps = { flat: "butt", round: "round", square: "square" } as const;

/** A line as the attributes of an outline; arrows only where the outline has ends. */
export function lineText(line: SlideLine | null, box: Box, open: boolean, defs: Defs): string {
  if (line === null || line.width <= 0) return 'stroke="none"';
  const width = pixels(line.width);
  const parts = [
    paintText(line.fill, "stroke", box, defs, width * joinReach(line)),
    `stroke-width="${number(width)}" stroke-linecap="${caps[line.cap]}" stroke-linejoin="${line.join.kind}"`,
  ];
  if (line.join.kind === "miter") parts.push(`stroke-miterlimit="${number(Math.max(1, line.join.limit))}"`);
  if (line.dashes.length > 0) parts.push(`stroke-dasharray="${dashes(line, width)}"`);
  const drawn = { colour: colourOf(line), larger: arrowUnit(width) / width };
  if (open && line.head) parts.push(`marker-start="url(#${arrow(line.head, "start", drawn, defs)})"`);
  if (open && line.tail) parts.push(`marker-end="url(#${arrow(line.tail, "end", drawn, defs)})"`);
  return parts.join(" ");
}

/** How far a line's paint reaches from its outline, in widths. */
function joinReach({ join }: SlideLine): number {
  return join.kind === "miter" ? Math.max(1, join.limit) : 1;
}

function dashes({ dashes: list }: SlideLine, width: number): string {
  return list.flatMap(({ dash, gap }) => [number(dash * width), number(gap * width)]).join(" ");
}

/** An arrow has one colour: that of the line, or the first of its gradient. */
function colourOf({ fill }: SlideLine): SlideColour {
  if (fill.kind === "solid") return fill.colour;
  return "stops" in fill ? fill.stops[0].colour : { rgb: "000000", alpha: 1 };
}

interface DrawnArrow {
  colour: SlideColour;
  /** Thin lines have heads larger than their width says. */
  larger: number;
}

/** In units of the line's width, its point or middle at 0, 0, looking along the line. */
function arrow(
  { type, width, length }: SlideArrow,
  end: "start" | "end",
  { colour, larger }: DrawnArrow,
  defs: Defs,
): string {
  const [long, half] = [larger * arrowSides[length], (larger * arrowSides[width]) / 2];
  const fill = colourText(colour, "fill");
  const stroke = `fill="none" stroke-width="1" stroke-linecap="round" ${colourText(colour, "stroke")}`;
  const heads = {
    triangle: `<path d="M${-long} ${-half}L0 0L${-long} ${half}Z" ${fill}/>`,
    stealth: `<path d="M${-long} ${-half}L0 0L${-long} ${half}L${-long * 0.6} 0Z" ${fill}/>`,
    diamond: `<path d="M${-long / 2} 0L0 ${-half}L${long / 2} 0L0 ${half}Z" ${fill}/>`,
    oval: `<ellipse rx="${long / 2}" ry="${half}" ${fill}/>`,
    arrow: `<path d="M${-long} ${-half}L0 0L${-long} ${half}" ${stroke}/>`,
  };
  const turned = end === "start" ? ' transform="scale(-1 1)"' : "";
  return defs.add(
    (id) =>
      `<marker id="${id}" markerUnits="strokeWidth" markerWidth="1" markerHeight="1" overflow="visible" orient="auto"><g${turned}>${heads[type]}</g></marker>`,
  );
}

import type { SlideArrow, SlideLine } from "../slide";
import { fillXml } from "./fill";
import type { Relations } from "./relations";
import { integer, share } from "./xml";

/** ST_LineWidth's bounds in EMU. */
const widest = 20_116_800;
const caps = { flat: "flat", round: "rnd", square: "sq" } as const;

/** `a:ln`; its children in the schema's order: fill, dash, join, ends (ECMA-376 part 1, 20.1.2.2.24). */
export function lineXml(line: SlideLine | null, relations: Relations): string {
  if (!line) return "<a:ln><a:noFill/></a:ln>";
  const inside = [
    fillXml(line.fill, relations),
    dashes(line),
    join(line),
    line.head ? end("headEnd", line.head) : "",
    line.tail ? end("tailEnd", line.tail) : "",
  ];
  return `<a:ln w="${integer(line.width, 0, widest)}" cap="${caps[line.cap]}">${inside.join("")}</a:ln>`;
}

function dashes({ dashes: list }: SlideLine): string {
  if (!list.length) return '<a:prstDash val="solid"/>';
  return `<a:custDash>${list.map(({ dash, gap }) => `<a:ds d="${length(dash)}" sp="${length(gap)}"/>`).join("")}</a:custDash>`;
}

/** ST_PositivePercentage as validators hold it: a dash or gap of nothing is the shortest there is. */
const length = (ofWidth: number): string => integer(ofWidth * 100_000, 1);

function join({ join: corner }: SlideLine): string {
  if (corner.kind === "miter") return `<a:miter lim="${share(Math.max(0, corner.limit))}"/>`;
  return corner.kind === "round" ? "<a:round/>" : "<a:bevel/>";
}

const end = (name: string, { type, width, length }: SlideArrow): string =>
  `<a:${name} type="${type}" w="${width}" len="${length}"/>`;

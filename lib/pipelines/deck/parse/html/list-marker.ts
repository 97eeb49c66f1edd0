import type { SvgElement } from "../element";
import type { Context } from "../scene/context";
import { flowing } from "../text/characters";
import type { Part, PlacedLine } from "./laid";
import type { LineMaker } from "./lines";

const bullets: Record<string, string> = { disc: "•", circle: "◦", square: "▪" };
/** Two spaces that no line's end swallows. */
const gap = "\u00a0\u00a0";

/** The bullet or number of a list's item, before its first line (CSS Lists 3, 3). @param parts of its first content. */
export function markerOf(item: SvgElement, parts: readonly Part[], lines: LineMaker, ctx: Context): PlacedLine[] {
  const first = parts.find((part): part is PlacedLine => part.kind === "line");
  if (first === undefined || ctx.style(item, "display").trim() !== "list-item") return [];
  const sign = signOf(item, ctx);
  if (sign === "") return [];
  const characters = [...`${sign}${gap}`].map((text) => flowing(text, item));
  const [line] = lines.linesOf(item, characters, Number.POSITIVE_INFINITY);
  return [{ kind: "line", block: item, line, x: first.x - line.width, y: first.y, room: line.width, share: 1 }];
}

function signOf(item: SvgElement, ctx: Context): string {
  const type = ctx.style(item, "list-style-type").trim();
  if (type === "none") return "";
  return bullets[type] ?? `${placeOf(item)}.`;
}

/** From 1, among the items of its list. */
function placeOf(item: SvgElement): number {
  const items = item.parent?.children.filter((child) => typeof child !== "string" && child.tag === item.tag) ?? [];
  return Number(item.parent?.attributes.get("start") ?? 1) + items.indexOf(item);
}

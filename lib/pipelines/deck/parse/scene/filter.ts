import { fillBox, paintBox } from "../../bounds";
import { union } from "../../box";
import type { FilterPrimitive, FilterUse, Rect, SceneNode } from "../../scene";
import type { SvgElement } from "../element";
import { type Context, originOf } from "./context";
import type { Effect } from "./effect";
import { type ReadFilter, readFilter } from "./filter-element";
import { reachedBox, readFilterFunction } from "./filter-function";
import { type FilterEntry, readFilterList } from "./filter-list";

/**
 * The filters of an element as one chain (Filter Effects 1, 5). A broken list is ignored; a missing filter is left out
 * of a list; when nothing is left, or a filter is broken or empty, the element is not drawn, as resvg has it.
 */
export function filterOf(element: SvgElement, node: SceneNode, ctx: Context): Effect<FilterUse> {
  const text = ctx.style(element, "filter").trim();
  if (text === "" || text === "none") return null;
  const entries = readFilterList(text);
  if (entries === null) return ignore(element, ctx, text);
  const found = entries.filter((entry) => entry.kind === "function" || filterElement(entry, ctx) !== undefined);
  if (found.length === 0) return hide(element, ctx, `${text} names no filter.`);
  const box = fillBox(node);
  const chain: ReadFilter[] = [];
  for (const entry of found) {
    const painted = union(union(paintBox(node), box), chain.at(-1)?.region ?? null);
    const read = readEntry(entry, { element, box, painted, ctx });
    if (read === "broken") return ignore(element, ctx, text);
    if (read === null || read.primitives.length === 0) return hide(element, ctx, `${text} draws nothing.`);
    chain.push(read);
  }
  return join(chain, element);
}

interface FilterReading {
  element: SvgElement;
  box: Rect | null;
  painted: Rect | null;
  ctx: Context;
}

function readEntry(entry: FilterEntry, { element, box, painted, ctx }: FilterReading): ReadFilter | "broken" | null {
  if (entry.kind === "url") {
    const filter = filterElement(entry, ctx);
    return filter === undefined ? null : readFilter(filter, element, box, ctx);
  }
  const read = readFilterFunction(entry.name, entry.text, element, ctx);
  if (read === null) return "broken";
  if (painted === null) return null;
  const region = reachedBox(painted, read.reach);
  const primitive = { type: read.type, values: read.values, inputs: ["SourceGraphic"], result: "result-1" };
  return { region, primitives: [{ ...primitive, region, linearRgb: false, children: [], content: null }] };
}

function filterElement(entry: FilterEntry, ctx: Context): SvgElement | undefined {
  const found = entry.kind === "url" ? ctx.reference(entry.address) : undefined;
  return found?.tag === "filter" ? found : undefined;
}

/** Results of a later filter are renamed, and its source graphic is the last result of the one before. */
function join(chain: ReadFilter[], element: SvgElement): FilterUse {
  let last = "SourceGraphic";
  let region: Rect | null = null;
  const primitives: FilterPrimitive[] = [];
  for (const [index, filter] of chain.entries()) {
    const source = last;
    for (const primitive of filter.primitives)
      primitives.push(index === 0 ? primitive : moved(primitive, index, source));
    last = primitives[primitives.length - 1].result;
    region = union(region, filter.region);
  }
  return { origin: originOf(element), region: region ?? chain[0].region, primitives };
}

function moved(primitive: FilterPrimitive, index: number, source: string): FilterPrimitive {
  const rename = (name: string): string => {
    if (name === "SourceGraphic") return source;
    return /^(Source|Background|Fill|Stroke)[A-Z]/.test(name) ? name : `filter-${index + 1}-${name}`;
  };
  return { ...primitive, inputs: primitive.inputs.map(rename), result: rename(primitive.result) };
}

function ignore(element: SvgElement, ctx: Context, text: string): null {
  ctx.note(element, "filter_ignored", `${text} is not a filter list.`);
  return null;
}

function hide(element: SvgElement, ctx: Context, detail: string): "hidden" {
  ctx.note(element, "filter_broken", detail);
  return "hidden";
}

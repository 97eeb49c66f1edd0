import type { Point, TextObstacle } from "../../scene";
import type { SvgElement } from "../element";
import type { Context } from "../scene/context";
import { type AnchoredChunk, anchoredChunks } from "./anchored";
import { type Character, charactersOf, type Range } from "./characters";
import { type Cluster, clustersOf } from "./clusters";
import { type AnchorShare, type Flow, flowAlong, flowDown, flowLevel, type PlacedCluster } from "./flow";
import { itemsOf } from "./items";
import type { Spans } from "./spans";
import { adjustLengths } from "./text-length";
import { textPathOf } from "./text-path";
import { isUpright, isVertical } from "./vertical";

/** One anchored chunk as it stands: clusters that are seen, from left to right. */
export interface LaidChunk {
  placed: PlacedCluster[];
  share: AnchorShare;
}

export interface Layout {
  characters: readonly Character[];
  chunks: LaidChunk[];
  rightToLeft: boolean;
  /** Whether lines run from top to bottom and every letter in them lies. */
  lying: boolean;
  obstacles: TextObstacle[];
}

/** What laying out one text works with. */
interface Work {
  text: SvgElement;
  ctx: Context;
  spans: Spans;
  characters: readonly Character[];
  ranges: readonly Range[];
  rightToLeft: boolean;
  vertical: boolean;
}

/** A letter costs what so many segments of a path do. */
export const segmentsPerLetter = 8;

/** Text layout (SVG 2, 11.5): shape, space, adjust to `textLength`, place by `x`, `y`, `dx`, `dy`, anchor, turn. */
export function layOut(text: SvgElement, ctx: Context, spans: Spans): Layout {
  const { characters, ranges } = charactersOf(text, ctx);
  ctx.spend(0, segmentsPerLetter * characters.length);
  ctx.spend(characters.length >> 3);
  const rightToLeft = ctx.style(text, "direction").trim() === "rtl";
  const work: Work = { text, ctx, spans, characters, ranges, rightToLeft, vertical: isVertical(text, ctx) };
  let pen: Point = { x: 0, y: 0 };
  const chunks: LaidChunk[] = [];
  let on = { path: null as SvgElement | null, beside: 0 };
  for (const chunk of anchoredChunks(characters)) {
    const clusters = clustersIn(chunk, work);
    const share = anchorShare(chunk, work);
    // A chunk begins anew along its path, not beside it.
    const start = { x: chunk.x ?? pen.x, y: chunk.y ?? pen.y, beside: on.path === chunk.path ? on.beside : 0 };
    const flow = flowOf(chunk, clusters, start, share, work);
    on = { path: chunk.path, beside: flow.beside };
    pen = flow.pen;
    chunks.push({ placed: flow.placed.filter(({ cluster }) => cluster.item.style.visible), share });
  }
  const lying = work.vertical && chunks.every(({ placed }) => placed.every((one) => !isStanding(one, work)));
  return { characters, chunks, rightToLeft, lying, obstacles: obstaclesOf(chunks, work, lying) };
}

function clustersIn(chunk: AnchoredChunk, { ctx, characters, ranges, spans, rightToLeft }: Work): Cluster[] {
  const items = itemsOf(
    characters.slice(chunk.start, chunk.end),
    chunk.start,
    rightToLeft ? "rtl" : "ltr",
    ({ span }) => spans.of(span),
    ctx.fonts,
    ({ span, text }) => ctx.note(span, "glyph_missing", text),
  );
  const clusters = clustersOf(items);
  adjustLengths(clusters, ranges, ctx);
  return clusters;
}

/** In a line from right to left the start is on the right. */
function anchorShare({ start }: AnchoredChunk, { ctx, characters, rightToLeft }: Work): AnchorShare {
  const anchor = ctx.style(characters[start].span, "text-anchor").trim();
  if (anchor === "middle") return 0.5;
  return (anchor === "end") === rightToLeft ? 0 : 1;
}

function flowOf(
  chunk: AnchoredChunk,
  clusters: readonly Cluster[],
  start: Point & { beside: number },
  share: AnchorShare,
  { ctx, characters, vertical }: Work,
): Flow {
  if (chunk.path === null) return (vertical ? flowDown : flowLevel)(clusters, characters, start, share);
  const path = textPathOf(chunk.path, ctx);
  if (path !== null) {
    const offset = path.offset + (chunk.x ?? 0);
    return flowAlong(clusters, characters, { ...path, offset }, share, start.beside);
  }
  ctx.note(chunk.path, "text_path_not_found");
  return { placed: [], pen: start, beside: 0 };
}

const isStanding = ({ cluster }: PlacedCluster, { characters }: Work) => isUpright(characters[cluster.character].text);

function obstaclesOf(chunks: readonly LaidChunk[], { characters, vertical }: Work, lying: boolean): TextObstacle[] {
  const placed = chunks.flatMap((chunk) => chunk.placed);
  const obstacles: TextObstacle[] = [];
  if (placed.some(({ cluster }) => characters[cluster.character].path !== null)) obstacles.push("text_on_path");
  if (placed.some(({ cluster }) => characters[cluster.character].rotate % 360 !== 0)) obstacles.push("text_turned");
  if (vertical && !lying) obstacles.push("text_vertical");
  if (placed.some(({ cluster }) => cluster.stretch !== 1)) obstacles.push("text_stretched");
  return obstacles;
}

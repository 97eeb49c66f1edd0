import { Box } from "../../box";
import { applyToRect, identity } from "../../matrix";
import type { Rect, Text, TextChunk } from "../../scene";
import type { SvgElement } from "../element";
import { type Context, plainGroup } from "../scene/context";
import type { PlacedCluster } from "./flow";
import { type LaidChunk, type Layout, layOut } from "./layout";
import { type Piece, piecesOf } from "./pieces";
import { RunReader } from "./run";
import { Spans } from "./spans";
import { laidLevel } from "./vertical";

/** A `text` laid out (SVG 2, 11); null when it has no letters that are seen. */
export function textOf(element: SvgElement, ctx: Context): Text | null {
  const layout = layOut(element, ctx, new Spans(element, ctx));
  const box = boxOf(layout);
  const reader = new RunReader(layout.characters, box, ctx);
  const chunks = piecesOf(layout.lying ? layout.chunks.map(level) : layout.chunks, layout.characters);
  if (chunks.length === 0) {
    ctx.note(element, "empty_text");
    return null;
  }
  const { children: _, ...node } = plainGroup(element, identity, []);
  return {
    ...node,
    kind: "text",
    chunks: chunks.map((piece) => chunkOf(piece, layout, reader)),
    box,
    obstacles: layout.obstacles,
  };
}

const aligns = { 0: "left", 0.5: "centre", 1: "right" } as const;

const level = ({ placed, share }: LaidChunk): LaidChunk => ({ placed: placed.map(laidLevel), share });

function chunkOf({ runs, left, y, width, share }: Piece, layout: Layout, reader: RunReader): TextChunk {
  const { rightToLeft, lying } = layout;
  return {
    turn: lying ? 90 : 0,
    at: { x: left + share * width, y },
    align: aligns[share],
    width,
    rightToLeft,
    runs: runs.map((run) => reader.run(run)),
  };
}

/** Ems of all clusters as they stand (SVG 2, 8.10: the object bounding box of text). */
function boxOf({ chunks }: Layout): Rect | null {
  const box = new Box();
  for (const one of chunks.flatMap(({ placed }) => placed)) box.addRect(applyToRect(one.matrix, emOf(one)));
  return box.rect();
}

function emOf({ cluster }: PlacedCluster): Rect {
  const { style, face } = cluster.item;
  const { size } = style;
  return {
    x: 0,
    y: -face.ascent * size,
    width: cluster.advance / cluster.stretch,
    height: (face.ascent + face.descent) * size,
  };
}

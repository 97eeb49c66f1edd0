import type { SvgElement } from "../element";
import type { Character } from "./characters";

/** Characters laid out on from one absolute position (SVG 2, 11.8.1: anchored chunk). */
export interface AnchoredChunk {
  start: number;
  end: number;
  /** On a path, how far along from where its text starts. */
  x: number | null;
  y: number | null;
  /** The `textPath` they stand on. */
  path: SvgElement | null;
}

export function anchoredChunks(characters: readonly Character[]): AnchoredChunk[] {
  const chunks: AnchoredChunk[] = [];
  characters.forEach(({ x, y, path }, at) => {
    const last = chunks.at(-1);
    const placed = x !== null || (y !== null && path === null);
    if (last === undefined || last.path !== path || placed) {
      chunks.push({ start: at, end: at + 1, x, y, path });
    } else last.end = at + 1;
  });
  return chunks;
}

import type { TextChunk } from "../../scene";

/** Lines that one text box shows; its lengths are in user units. */
export interface Lines {
  chunks: TextChunk[];
  /** From one baseline to the next; null for one line. */
  pitch: number | null;
}

/**
 * Pitches that programs draw alike, in em of the largest letters: they give what is more than a line takes to different
 * sides of it.
 */
const pitches = { least: 0.95, most: 1.55 };
/** In em: what of an edge or a size is not seen. */
const unseen = 0.02;

/** Lines under each other, evenly and with one edge or middle, are one paragraph to whoever wrote them. */
export function linesOf(chunks: readonly TextChunk[], isAlone: (chunk: TextChunk) => boolean): Lines[] {
  const found: Lines[] = [];
  for (const chunk of chunks) {
    const last = found.at(-1);
    const pitch = last === undefined || isAlone(chunk) || isAlone(last.chunks[0]) ? null : pitchTo(last, chunk);
    if (last === undefined || pitch === null) found.push({ chunks: [chunk], pitch: null });
    else {
      last.chunks.push(chunk);
      last.pitch ??= pitch;
    }
  }
  return found;
}

/** The pitch at which a line goes on with those before it; null when it does not. */
function pitchTo({ chunks, pitch }: Lines, next: TextChunk): number | null {
  const before = chunks[chunks.length - 1];
  const size = largestOf(before);
  const step = next.at.y - before.at.y;
  const same = before.turn === 0 && next.turn === 0 && before.align === next.align;
  if (!same || before.rightToLeft !== next.rightToLeft) return null;
  if (Math.abs(largestOf(next) - size) > unseen * size || Math.abs(next.at.x - before.at.x) > unseen * size)
    return null;
  if (step < pitches.least * size || step > pitches.most * size) return null;
  return pitch === null || Math.abs(step - pitch) <= unseen * size ? step : null;
}

/** Size of a line's largest letters, in user units. */
export const largestOf = ({ runs }: TextChunk): number => Math.max(...runs.map(({ size }) => size));

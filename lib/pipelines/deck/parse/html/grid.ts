import type { SvgElement } from "../element";
import type { Context } from "../scene/context";

/** More columns than this are no label's. */
const mostColumns = 100;

/**
 * Widths of a grid's columns (CSS Grid 2, 7.2): lengths as they are, the rest shared out among the others.
 * @param room width of the grid, in user units.
 */
export function gridColumns(grid: SvgElement, room: number, gap: number, ctx: Context): number[] {
  const length = (text: string) => ctx.length(grid, text, "x", Number.NaN, { width: room, height: 0 });
  const tracks = tracksOf(ctx.style(grid, "grid-template-columns"), room, gap, length).slice(0, mostColumns);
  const shares = tracks.map((track) => (length(track) >= 0 ? 0 : shareOf(track)));
  const fixed = tracks.reduce((sum, track) => sum + (length(track) || 0), 0);
  const left = Math.max(0, room - fixed - gap * (tracks.length - 1));
  const whole = shares.reduce((sum, share) => sum + share, 0);
  return tracks.map((track, at) => (shares[at] === 0 ? length(track) || 0 : (shares[at] / whole) * left));
}

const repeated = /repeat\(\s*([\w-]+)\s*,((?:[^()]|\([^()]*\))*)\)/gi;

/** One track for each column; one column where the style names none. */
function tracksOf(text: string, room: number, gap: number, length: (text: string) => number): string[] {
  const written = text.slice(0, 1_000).replace(repeated, (_, times: string, tracks: string) => {
    const least = /([\d.]+[a-z]+)/i.exec(tracks)?.[1] ?? "";
    const fitting = Math.floor((room + gap) / (length(least) + gap)) || 1;
    const count = /^\d+$/.test(times) ? Number(times) : fitting;
    return `${tracks} `.repeat(Math.min(Math.max(count, 1), mostColumns));
  });
  const tracks = written
    .match(/(?:[\w-]+\([^)]*\)|\[[^\]]*\]|[^\s()[\]]+)/g)
    ?.filter((track) => !track.startsWith("["));
  return tracks === undefined || tracks.length === 0 || tracks[0] === "none" ? ["1fr"] : tracks;
}

/** Of `2fr` or `minmax(0, 2fr)` two shares; of anything else one. */
function shareOf(track: string): number {
  return Number(/([\d.]+)fr\b/i.exec(track)?.[1] ?? 1) || 1;
}

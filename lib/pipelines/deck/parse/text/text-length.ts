import type { Context } from "../scene/context";
import type { Range } from "./characters";
import type { Cluster } from "./clusters";

/** Works `textLength` of the text and its spans into the clusters of one chunk, inner ones first (SVG 2, 11.8.2). */
export function adjustLengths(clusters: readonly Cluster[], ranges: readonly Range[], ctx: Context): void {
  for (const { element, start, end } of [...ranges].reverse()) {
    const wanted = ctx.length(element, element.attributes.get("textLength"), "x", Number.NaN);
    if (!(wanted >= 0)) continue;
    const within = clusters.filter(({ character }) => character >= start && character < end);
    if (within.length === 0) continue;
    if (element.attributes.get("lengthAdjust")?.trim() === "spacingAndGlyphs") stretch(within, wanted);
    else spread(within, wanted);
  }
}

function lengthOf(clusters: readonly Cluster[]): number {
  return clusters.reduce((sum, { advance }) => sum + advance, 0);
}

function spread(clusters: readonly Cluster[], wanted: number): void {
  if (clusters.length < 2) return;
  const added = (wanted - lengthOf(clusters)) / (clusters.length - 1);
  for (const cluster of clusters.slice(0, -1)) {
    cluster.advance += added;
    cluster.spacing += added;
  }
}

function stretch(clusters: readonly Cluster[], wanted: number): void {
  const length = lengthOf(clusters);
  if (!(length > 0)) return;
  const factor = wanted / length;
  for (const cluster of clusters) {
    cluster.advance *= factor;
    cluster.stretch *= factor;
  }
}

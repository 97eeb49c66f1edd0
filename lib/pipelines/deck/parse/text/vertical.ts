import { multiply, rotation, scaling, translation } from "../../matrix";
import type { Matrix } from "../../scene";
import type { SvgElement } from "../element";
import type { Context } from "../scene/context";
import type { Cluster } from "./clusters";
import type { PlacedCluster } from "./flow";

/** `writing-mode`: whether lines run from top to bottom (CSS Writing Modes 4, 3.2, and SVG 1.1's names). */
export function isVertical(text: SvgElement, ctx: Context): boolean {
  return /^(?:tb|tb-rl|vertical-rl|vertical-lr|sideways-rl)$/.test(ctx.style(text, "writing-mode").trim());
}

/** Characters that stand upright in a vertical line (UAX 50, U and Tu), by script and block. */
const upright =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Script=Yi}\p{Extended_Pictographic}\u1100-\u11ff\u3001-\u303f\uff01-\uff60\uffe0-\uffe6]/u;

/** Middle of an ideographic em above the baseline, in em: its box reaches from 0.12 below to 0.88 above. */
const ideographicCentral = 0.38;

/** Whether a cluster of a vertical line stands; what does not lies on its right side. */
export const isUpright = (text: string): boolean => upright.test(text);

/** Turns what stands upright and gives it the height of its em as advance; the rest is centred on the line. */
export function stand(cluster: Cluster, text: string): Matrix {
  const { style } = cluster.item;
  const wide = scaling(cluster.stretch, 1);
  if (!isUpright(text)) return multiply(translation(0, centralOf(cluster)), wide);
  const height = style.size;
  const across = cluster.advance - cluster.spacing;
  const rise = ideographicCentral * style.size;
  cluster.advance = height + cluster.spacing;
  const middle = multiply(translation(height / 2, 0), rotation(-90));
  return multiply(multiply(middle, translation(-across / 2, rise)), wide);
}

/** How far the middle of its face is above the baseline, in user units: there the line runs. */
function centralOf({ item: { face, style } }: Cluster): number {
  return ((face.ascent - face.descent) / 2) * style.size;
}

/** A cluster that lies in a vertical line, as the level line it is when the page is turned back. */
export function laidLevel(placed: PlacedCluster): PlacedCluster {
  const { cluster, at } = placed;
  return { ...placed, at: { x: at.y, y: centralOf(cluster) - at.x } };
}

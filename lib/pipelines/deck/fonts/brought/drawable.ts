import type { Font } from "fontkit";
import { axesOf } from "../record";
import { stillTables } from "../regular";
import { type DrawnAs, renamed } from "./renamed";
import type { SoundFont } from "./tables";

/** More than these are not worked out along an axis for who draws pictures: some thousand letters. */
const mostPoints = 500_000;

/** The weights that a run on a slide has. */
const runWeights = [400, 700];

/**
 * The font for resvg, which goes by a font's own names and draws only the instance that a font stands at: under the names
 * that its rule gives it and, where its weight varies, once for each weight that a run can have.
 * @param font the same, opened. @param weights lightest and boldest that its rule allows.
 */
export function drawableAs(
  { tables, points }: SoundFont,
  font: Font,
  as: DrawnAs,
  weights: readonly [number, number],
): Uint8Array[] {
  const varies = axesOf(tables.get("fvar") ?? null).has("wght") && tables.has("gvar");
  if (!varies || points === null || points > mostPoints) return [renamed(tables, as)];
  const within = runWeights.map((weight) => Math.min(weights[1], Math.max(weights[0], weight)));
  return [...new Set(within)].map((weight) => {
    const still = stillAt(tables, font, weight);
    return renamed(still, { ...as, weight, bold: weight >= 600 });
  });
}

/** As it usually looks where its deltas are broken. */
function stillAt(tables: ReadonlyMap<string, Buffer>, font: Font, weight: number): ReadonlyMap<string, Buffer> {
  try {
    return stillTables(tables, font.getVariation({ wght: weight }));
  } catch (thrown) {
    if (thrown instanceof Error) return tables;
    throw thrown;
  }
}

import { bothRules, contoursOf, reversed } from "../map/contours";
import { anyCrossing } from "../map/crossings";
import { polygonOf } from "../map/polygon";
import type { FillRule, PathData } from "../scene";

/**
 * The area of a path in contours that wind once, clockwise on the screen, round what is inside and not at all round
 * what is outside. Areas written so can be put in one nonzero path even where they overlap: their windings add up and
 * never cancel. Null for a path that crosses or touches itself, which would have to be cut up first.
 * @param path in slide pixels, the unit in which contours.ts tells points apart.
 */
export function evenlyWound(path: PathData, rule: FillRule): PathData | null {
  if (anyCrossing(contoursOf(path).map(polygonOf))) return null;
  const resolved = contoursOf(bothRules(path, rule).path);
  // A lone convex contour comes as it was; of several, the outer ones turn clockwise already.
  if (resolved.length === 1 && polygonOf(resolved[0]).direction < 0) return reversed(resolved[0].segments);
  return resolved.length === 0 ? null : resolved.flatMap(({ segments }) => segments);
}

import type { SlideEffects } from "../slide";
import { colourXml } from "./colour";
import { integer, size } from "./xml";

/** `a:effectLst` in the schema's order, or nothing. */
export function effectsXml({ glow, shadow, softEdge }: SlideEffects): string {
  const inside = [
    glow ? `<a:glow rad="${size(glow.radius)}">${colourXml(glow.colour)}</a:glow>` : "",
    shadow
      ? `<a:outerShdw blurRad="${size(shadow.blur)}" dist="${size(shadow.distance)}" dir="${integer(shadow.direction, 0, 21_599_999)}" algn="ctr" rotWithShape="0">${colourXml(shadow.colour)}</a:outerShdw>`
      : "",
    softEdge ? `<a:softEdge rad="${size(softEdge.radius)}"/>` : "",
  ].join("");
  return inside ? `<a:effectLst>${inside}</a:effectLst>` : "";
}

import type { SlideColour } from "../slide";
import { fraction } from "./xml";

/** `a:srgbClr` with its alpha. */
export function colourXml({ rgb, alpha }: SlideColour): string {
  if (alpha >= 1) return `<a:srgbClr val="${rgb}"/>`;
  return `<a:srgbClr val="${rgb}"><a:alpha val="${fraction(alpha)}"/></a:srgbClr>`;
}

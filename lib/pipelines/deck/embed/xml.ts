/** Characters that XML 1.0 has no way to write (section 2.2), lone surrogates among them. */
const unwritable = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text as it stands in XML, in an element or an attribute; what XML cannot hold is left out. */
export const escapeXml = (text: string): string =>
  text.replace(unwritable, "").replace(/[&<>"]/g, (character) => entities[character]);

const [leastCoordinate, mostCoordinate] = [-2_147_483_648, 2_147_483_647];

/** A number as a schema's integer, inside its bounds; what is no number is 0, or the least where 0 is too little. */
export const integer = (value: number, least = leastCoordinate, most = mostCoordinate): string =>
  `${within(value, least, most)}`;

function within(value: number, least: number, most: number): number {
  // Most are integers within the bounds.
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  if (Number.isNaN(value)) return Math.max(0, least);
  return Math.min(most, Math.max(least, Math.round(value)));
}

/**
 * A position and a length in EMU. ST_Coordinate allows more (ECMA-376 part 1, 20.1.10.16), but `a:ext` of a shape and
 * ST_Coordinate32 end at 32 bits, and readers keep all of them so.
 */
export const coordinate = (emu: number): string => integer(emu);
/** A position as `coordinate` has it, not yet as text. */
export const withinCoordinates = (emu: number): number => within(emu, leastCoordinate, mostCoordinate);
export const size = (emu: number): string => integer(emu, 0);

/** A share as ST_Percentage: thousandths of a per cent. */
export const share = (value: number): string => integer(value * 100_000);
/** The same, from 0 to 100 %. */
export const fraction = (value: number): string => integer(value * 100_000, 0, 100_000);

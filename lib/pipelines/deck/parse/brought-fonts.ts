import type { Fonts } from "../fonts";
import { BroughtFonts } from "../fonts/brought";
import type { FontAllowance } from "../fonts/brought/allowance";
import { readBrought } from "./brought-source";
import type { Note } from "./notes";
import type { StatedFont } from "./sheets";

/**
 * The fonts for one document: those it brings along, before the others; just the others where it brings none.
 * @param note is told of each font that cannot be read.
 */
export function fontsFor(stated: readonly StatedFont[], others: Fonts, allowance: FontAllowance, note: Note): Fonts {
  const records = stated.flatMap(({ rule, element }, index) => {
    const read = readBrought(rule, `font ${index + 1}`, allowance);
    if (typeof read !== "string") return [read];
    note(element, read, rule.family);
    return [];
  });
  return records.length === 0 ? others : new BroughtFonts(records, others);
}

import { FontTooLarge } from "@/lib/fonts/too-large";
import type { FontAllowance } from "../fonts/brought/allowance";
import { type BroughtRecord, broughtRecord } from "../fonts/brought/record";
import type { FontFaceRule } from "../fonts/brought/rule";
import { readDataUrl } from "./scene/data-url";

/** Why a font that a rule names is not there. */
export type Unread = "font_not_embedded" | "font_broken" | "fonts_too_large";

/**
 * The font of a rule: the first of its sources that can be read.
 * @param name by which it is told from the document's others.
 */
export function readBrought(rule: FontFaceRule, name: string, allowance: FontAllowance): BroughtRecord | Unread {
  let why: Unread = "font_not_embedded";
  for (const address of rule.sources) {
    const read = readSource(address, rule, name, allowance);
    if (typeof read !== "string") return read;
    why = read;
  }
  return why;
}

function readSource(
  address: string,
  rule: FontFaceRule,
  name: string,
  allowance: FontAllowance,
): BroughtRecord | Unread {
  if (!allowance.spendFace() || !allowance.spendBytes(address.length)) return "fonts_too_large";
  const file = readDataUrl(address);
  if (file === null) return "font_broken";
  try {
    return broughtRecord(Buffer.from(file.bytes), rule, name, allowance);
  } catch (thrown) {
    if (!(thrown instanceof Error)) throw thrown;
    return thrown instanceof FontTooLarge ? "fonts_too_large" : "font_broken";
  }
}

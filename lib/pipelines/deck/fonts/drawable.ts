import { readFileSync } from "node:fs";
import { sfntFromWoff2 } from "@/lib/fonts/woff2";

import type { FontRecord } from "./record";
import { regularOf } from "./regular";
import { unvaried } from "./unvaried";

/** How many are kept: the next slide often has the same script. Some dozens of kilobytes each. */
const mostKept = 16;
const kept = new Map<string, Uint8Array>();

/**
 * A font as resvg can draw with it: one of ours, which are variable and packed, as a plain one; others as they usually look.
 * For bold letters there is none of ours: of a family in many files resvg takes the first that has a character, whatever
 * its weight.
 */
export function drawableFont({ file, names }: FontRecord): Uint8Array {
  if (!file.endsWith(".woff2")) return unvaried(readFileSync(file));
  const font = kept.get(file) ?? regularOf(sfntFromWoff2(readFileSync(file)), names.family);
  // The last used stands last.
  kept.delete(file);
  kept.set(file, font);
  if (kept.size > mostKept) kept.delete(kept.keys().next().value as string);
  return font;
}

import { readQuantity, toUserUnits } from "./length";

/** `medium` in CSS pixels, what a root has before any style is read; each step of the named sizes is a fifth larger. */
export const medium = 16;
const steps: Record<string, number> = {
  "xx-small": -3,
  "x-small": -2,
  small: -1,
  medium: 0,
  large: 1,
  "x-large": 2,
  "xx-large": 3,
  "xxx-large": 4,
};
const nowhere = { width: 0, height: 0 };

/**
 * A computed `font-size` in user units (CSS Fonts 4, 2.5).
 * @param text as specified; null for nothing, which is the parent's.
 * @param parent size of the parent, null on the root.
 * @param root size of the root, null on the root itself.
 */
export function fontSizeOf(text: string | null, parent: number | null, root: number | null): number {
  const around = parent ?? medium;
  if (text === null || text === "inherit") return around;
  const word = text.trim().toLowerCase();
  if (word === "larger") return around * 1.2;
  if (word === "smaller") return around / 1.2;
  if (word in steps) return medium * 1.2 ** steps[word];
  const read = readQuantity(word);
  if (read === null || read.value < 0) return around;
  if (read.unit === "%") return (read.value / 100) * around;
  const base = { fontSize: around, rootFontSize: root ?? medium, viewport: nowhere, window: nowhere };
  return toUserUnits(read, "other", base) ?? around;
}

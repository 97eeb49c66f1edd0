import type { PaintStep } from "../../scene";

const usual: readonly PaintStep[] = ["fill", "stroke", "markers"];

/** `paint-order` with what it leaves out put last in the usual order (SVG 2, 13.7); broken or `normal` is the usual. */
export function readPaintOrder(text: string): readonly PaintStep[] {
  const words = text.trim().split(/\s+/);
  const named = words.filter((word): word is PaintStep => usual.includes(word as PaintStep));
  if (named.length === 0 || named.length !== words.length || new Set(named).size !== named.length) return usual;
  return [...named, ...usual.filter((step) => !named.includes(step))];
}

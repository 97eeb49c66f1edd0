import type { Point, Rect } from "../../scene";
import type { Axis } from "./context";

type Length = (text: string | undefined, axis: Axis, of: number) => number | null;

const shares: Record<string, number> = { left: 0, top: 0, center: 0.5, right: 1, bottom: 1 };
const upright = new Set(["top", "bottom"]);

/** A place in a box by CSS's `<position>` (CSS Values 4, 9) of one, two or four words; null for any other. */
export function positionIn(box: Rect, words: readonly string[], length: Length): Point | null {
  if (words.length === 4) return fromEdges(box, words, length);
  if (words.length === 0 || words.length > 2) return null;
  const [first, second = "center"] = words;
  const [across, down] = upright.has(first) || /^(?:left|right)$/.test(second) ? [second, first] : [first, second];
  const x = across in shares ? shares[across] * box.width : length(across, "x", box.width);
  const y = down in shares ? shares[down] * box.height : length(down, "y", box.height);
  return x === null || y === null ? null : { x: box.x + x, y: box.y + y };
}

/** Two edges, each with how far inside of it. */
function fromEdges(box: Rect, words: readonly string[], length: Length): Point | null {
  const [one, by, other, and] = words;
  if (upright.has(one)) return upright.has(other) ? null : fromEdges(box, [other, and, one, by], length);
  const inward = length(by, "x", box.width);
  const along = length(and, "y", box.height);
  if (inward === null || along === null || !/^(?:left|right)$/.test(one) || !upright.has(other)) return null;
  return {
    x: one === "left" ? box.x + inward : box.x + box.width - inward,
    y: other === "top" ? box.y + along : box.y + box.height - along,
  };
}

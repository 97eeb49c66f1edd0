import type { Glyph } from "fontkit";
import type { PathData } from "../scene";

/** A glyph's outline in font units, y down, quadratic curves as cubic ones. */
export function glyphOutline(glyph: Glyph): PathData {
  const path: PathData = [];
  let x = 0;
  let y = 0;
  for (const { command, args } of glyph.path.commands) {
    if (command === "closePath") {
      path.push({ type: "Z" });
      continue;
    }
    const [toX, toY] = [args[args.length - 2], -args[args.length - 1]];
    if (command === "moveTo") path.push({ type: "M", x: toX, y: toY });
    else if (command === "lineTo") path.push({ type: "L", x: toX, y: toY });
    else if (command === "quadraticCurveTo") {
      const [cx, cy] = [args[0], -args[1]];
      const first = { x1: x + (2 / 3) * (cx - x), y1: y + (2 / 3) * (cy - y) };
      path.push({
        type: "C",
        ...first,
        x2: toX + (2 / 3) * (cx - toX),
        y2: toY + (2 / 3) * (cy - toY),
        x: toX,
        y: toY,
      });
    } else path.push({ type: "C", x1: args[0], y1: -args[1], x2: args[2], y2: -args[3], x: toX, y: toY });
    x = toX;
    y = toY;
  }
  return path;
}

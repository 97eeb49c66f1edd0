import type { Colour, Matrix, PathData } from "../../scene";

/** Numbers as SVG text: at most nine digits, no exponent of note is lost. */
export function number(value: number): string {
  return Number.isFinite(value) ? String(Number(value.toPrecision(9))) : "0";
}

export function matrixText(matrix: Matrix): string {
  return `matrix(${matrix.map(number).join(" ")})`;
}

export function rgb({ red, green, blue }: Colour): string {
  return `rgb(${Math.round(red)},${Math.round(green)},${Math.round(blue)})`;
}

export function pathText(path: PathData): string {
  const parts: string[] = [];
  for (const segment of path) {
    if (segment.type === "Z") parts.push("Z");
    else if (segment.type !== "C") parts.push(`${segment.type}${number(segment.x)} ${number(segment.y)}`);
    else {
      const { x1, y1, x2, y2, x, y } = segment;
      parts.push(`C${[x1, y1, x2, y2, x, y].map(number).join(" ")}`);
    }
  }
  return parts.join("");
}

export function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

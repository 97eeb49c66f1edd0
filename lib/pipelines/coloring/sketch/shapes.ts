import type { Element } from "@xmldom/xmldom";

/** Elements that draw something, with their geometry as SVG path data; empty where nothing is to be seen. */
export const shapePaths: Readonly<Record<string, (element: Element) => string>> = {
  path: (element) => element.getAttribute("d") ?? "",
  line: (element) => {
    const [x1, y1, x2, y2] = numbers(element, "x1", "y1", "x2", "y2");
    return `M${x1} ${y1}L${x2} ${y2}`;
  },
  polyline: (element) => polyline(element, ""),
  polygon: (element) => polyline(element, "Z"),
  rect: (element) => {
    const [x, y, width, height, rx, ry] = numbers(element, "x", "y", "width", "height", "rx", "ry");
    if (width <= 0 || height <= 0) return "";
    return roundedRect(x, y, width, height, Math.min(rx || ry, width / 2), Math.min(ry || rx, height / 2));
  },
  circle: (element) => {
    const [cx, cy, r] = numbers(element, "cx", "cy", "r");
    return ellipse(cx, cy, r, r);
  },
  ellipse: (element) => {
    const [cx, cy, rx, ry] = numbers(element, "cx", "cy", "rx", "ry");
    return ellipse(cx, cy, rx, ry);
  },
};

function numbers(element: Element, ...names: string[]): number[] {
  return names.map((name) => {
    const value = Number.parseFloat(element.getAttribute(name) ?? "0");
    return Number.isFinite(value) ? value : 0;
  });
}

function polyline(element: Element, end: "" | "Z"): string {
  const points = (element.getAttribute("points") ?? "").match(/[-+]?(?:\d*\.\d+|\d+\.?)(?:e[-+]?\d+)?/gi) ?? [];
  if (points.length < 4) return "";
  const even = points.slice(0, points.length - (points.length % 2));
  return `M${even.join(" ")}${end}`;
}

const ellipse = (cx: number, cy: number, rx: number, ry: number): string =>
  rx > 0 && ry > 0 ? `M${cx - rx} ${cy}A${rx} ${ry} 0 1 1 ${cx + rx} ${cy}A${rx} ${ry} 0 1 1 ${cx - rx} ${cy}Z` : "";

function roundedRect(x: number, y: number, width: number, height: number, rx: number, ry: number): string {
  if (rx <= 0 || ry <= 0) return `M${x} ${y}h${width}v${height}h${-width}Z`;
  const arc = (dx: number, dy: number) => `a${rx} ${ry} 0 0 1 ${dx} ${dy}`;
  return (
    `M${x + rx} ${y}h${width - 2 * rx}${arc(rx, ry)}v${height - 2 * ry}${arc(-rx, ry)}` +
    `h${2 * rx - width}${arc(-rx, -ry)}v${2 * ry - height}${arc(rx, -ry)}Z`
  );
}

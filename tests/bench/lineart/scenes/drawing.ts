/**
 * The words that our scenes are drawn with. A scene is a list of elements from back to front: areas, each of one colour,
 * and pen lines. What an outline is needs no annotation: it is where two areas meet, and the middle of every pen line.
 */

/** A piece of an area in SVG path data: filled, or stroked as a band of some width. */
export interface Part {
  d: string;
  band?: number;
}

export interface Area {
  kind: "area";
  fill: string;
  parts: Part[];
  transform: string;
}

export interface Line {
  kind: "line";
  d: string;
  width: number;
  transform: string;
}

export type Element = Area | Line;

export interface Scene {
  name: string;
  width: number;
  height: number;
  elements: Element[];
}

type Drawn = Element | Drawn[];

export const scene = (name: string, width: number, height: number, ...drawn: Drawn[]): Scene => ({
  name,
  width,
  height,
  elements: flat(drawn),
});

const flat = (drawn: Drawn[]): Element[] => drawn.flatMap((one) => (Array.isArray(one) ? flat(one) : one));

/** One area: its parts have no border between them. */
export const area = (fill: string, ...parts: (Part | string)[]): Area => ({
  kind: "area",
  fill,
  parts: parts.map((part) => (typeof part === "string" ? { d: part } : part)),
  transform: "",
});

/** A line of the pen. Keep it below 1.2 % of the picture's side; what is wider is a band and has two outlines. */
export const line = (d: string, width = 3): Line => ({ kind: "line", d, width, transform: "" });

export const band = (d: string, width: number): Part => ({ d, band: width });

export const oval = (x: number, y: number, rx: number, ry = rx): string =>
  `M${x - rx} ${y}a${rx} ${ry} 0 1 0 ${2 * rx} 0a${rx} ${ry} 0 1 0 ${-2 * rx} 0z`;

export const box = (x: number, y: number, width: number, height: number, round = 0): string => {
  const r = Math.min(round, width / 2, height / 2);
  if (!r) return `M${x} ${y}h${width}v${height}h${-width}z`;
  const corner = (dx: number, dy: number) => `a${r} ${r} 0 0 1 ${dx} ${dy}`;
  const [w, h] = [width - 2 * r, height - 2 * r];
  return `M${x + r} ${y}h${w}${corner(r, r)}v${h}${corner(-r, r)}h${-w}${corner(-r, -r)}v${-h}${corner(r, -r)}z`;
};

/** A polygon through points written `x,y x,y …`. */
export const poly = (points: string): string => `M${points.trim().split(/\s+/).join("L")}z`;

/** A smooth closed shape through points (Catmull and Rom 1974, as cubic Béziers). */
export const blob = (points: string): string => `${spline(parse(points), true)}z`;

/** A smooth open line through points. */
export const curve = (points: string): string => spline(parse(points), false);

export const star = (x: number, y: number, outer: number, rays = 5, inner = outer * 0.42): string => {
  const tips = Array.from({ length: 2 * rays }, (_, i) => {
    const radius = i % 2 ? inner : outer;
    const angle = (i * Math.PI) / rays - Math.PI / 2;
    return `${near(x + radius * Math.cos(angle))},${near(y + radius * Math.sin(angle))}`;
  });
  return poly(tips.join(" "));
};

interface Placing {
  x?: number;
  y?: number;
  scale?: number;
  /** Degrees, clockwise. */
  turn?: number;
}

/** Elements drawn round (0, 0), put somewhere else. */
export const place = ({ x = 0, y = 0, scale = 1, turn = 0 }: Placing, ...drawn: Drawn[]): Element[] =>
  flat(drawn).map((element) => ({
    ...element,
    transform: `translate(${x} ${y}) rotate(${turn}) scale(${scale}) ${element.transform}`,
  }));

/** Elements and their mirror images on the other side of the vertical `axis`. */
export const both = (axis: number, ...drawn: Drawn[]): Element[] => {
  const elements = flat(drawn);
  const mirror = (element: Element) => ({
    ...element,
    transform: `translate(${2 * axis} 0) scale(-1 1) ${element.transform}`,
  });
  return elements.flatMap((element) => [element, mirror(element)]);
};

/** The same thing at several places: `x,y x,y …`. */
export const repeat = (places: string, draw: (x: number, y: number, i: number) => Drawn): Element[] =>
  flat(parse(places).map(([x, y], i) => draw(x, y, i)));

const parse = (points: string): [number, number][] =>
  points
    .trim()
    .split(/\s+/)
    .map((point) => point.split(",").map(Number) as [number, number]);

function spline(points: [number, number][], isClosed: boolean): string {
  const count = points.length;
  const at = (i: number) => (isClosed ? points[(i + count) % count] : points[Math.min(count - 1, Math.max(0, i))]);
  let data = `M${points[0].join(" ")}`;
  for (let i = 0; i < (isClosed ? count : count - 1); i++) {
    const [before, start, end, after] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    const numbers = [
      start[0] + (end[0] - before[0]) / 6,
      start[1] + (end[1] - before[1]) / 6,
      end[0] - (after[0] - start[0]) / 6,
      end[1] - (after[1] - start[1]) / 6,
      ...end,
    ];
    data += `C${numbers.map(near).join(" ")}`;
  }
  return data;
}

const near = (value: number): number => Math.round(value * 100) / 100;

import type { MapDecisions } from "@/lib/pipelines/deck/map";
import { mapScene } from "@/lib/pipelines/deck/map";
import type { Group, PathData, Scene, SceneNode, Shape, Stroke } from "@/lib/pipelines/deck/scene";
import type { SlideForm, SlideShape } from "@/lib/pipelines/deck/slide";

/** Hand-made scenes for the tests of map: 100 user units are 100 slide pixels on a slide of 200 by 100. */
export const base = (id: string, tag = "path") => ({
  origin: { id, idGiven: true, tag, line: 1, source: 1 },
  transform: [1, 0, 0, 1, 0, 0] as const,
  title: "",
  description: "",
  link: "",
  opacity: 1,
  blend: "normal",
  isolated: false,
  clip: null,
  mask: null,
  filter: null,
});

export const red = { kind: "solid", colour: { red: 255, green: 0, blue: 0, alpha: 1 } } as const;

export function rectPath(x: number, y: number, width: number, height: number): PathData {
  return polygon([x, y], [x + width, y], [x + width, y + height], [x, y + height]);
}

export function polygon(...points: [number, number][]): PathData {
  return [
    ...points.map(([x, y], index) => ({ type: index === 0 ? ("M" as const) : ("L" as const), x, y })),
    { type: "Z" },
  ];
}

export function path(outline: PathData, extra: Partial<Shape> = {}): Shape {
  return {
    kind: "shape",
    ...base("shape"),
    geometry: { kind: "path", outline },
    fill: { paint: red, rule: "nonzero", opacity: 1 },
    stroke: null,
    paintOrder: ["fill", "stroke", "markers"],
    markers: [],
    ...extra,
  };
}

export function rect(x: number, y: number, width: number, height: number, extra: Partial<Shape> = {}): Shape {
  const outline = rectPath(x, y, width, height);
  const geometry = { kind: "rect", rect: { x, y, width, height }, rx: 0, ry: 0, outline } as const;
  return path(outline, { ...base("rect", "rect"), geometry, ...extra });
}

export function stroke(extra: Partial<Stroke> = {}): Stroke {
  return {
    paint: red,
    opacity: 1,
    width: 2,
    cap: "butt",
    join: "miter",
    miterLimit: 4,
    dashes: [],
    dashOffset: 0,
    nonScaling: false,
    ...extra,
  };
}

export function group(children: SceneNode[], extra: Partial<Group> = {}): Group {
  return { kind: "group", ...base("group", "g"), children, ...extra };
}

/** What is asked to be drawn as a picture, for looking at. */
export const drawn: string[] = [];

export async function mapped(children: SceneNode[], decisions: MapDecisions = new Map()) {
  const root = group(children, { ...base("svg-1", "svg"), origin: { ...base("svg-1", "svg").origin, idGiven: false } });
  const scene: Scene = { width: 200, height: 100, title: "", description: "", root, notes: [] };
  const page = { width: 200 * 9525, height: 100 * 9525, scale: 9525, offset: { x: 0, y: 0 } };
  drawn.length = 0;
  return mapScene(scene, decisions, page, {
    text: "editable",
    source: { document: undefined as never, width: 200, height: 100, cut: (keys) => `<svg>${keys.join()}</svg>` },
    rasterizer: {
      isSpent: () => false,
      draw: (svg, width) => {
        drawn.push(svg);
        return { png: new Uint8Array([drawn.length]), width, height: width };
      },
    },
  });
}

/** The only shape of a slide, which must be a form. */
export function onlyForm(shapes: SlideShape[]): SlideForm {
  if (shapes.length !== 1 || shapes[0].kind !== "form") throw new Error(`not one form: ${JSON.stringify(shapes)}`);
  return shapes[0];
}

/** Corners of a custom geometry in slide pixels from the shape's own corner, as text. */
export function cornersOf({ geometry }: SlideForm): string {
  if (geometry.kind !== "custom") return geometry.kind;
  return geometry.paths
    .map(({ commands }) => commands.map((c) => (c.type === "close" ? "Z" : `${round(c.x)},${round(c.y)}`)).join(" "))
    .join(" | ");
}

function round(value: number): number {
  return Math.round((value / 9525) * 100) / 100;
}

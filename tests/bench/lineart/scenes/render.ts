import { Resvg } from "@resvg/resvg-js";
import { thin } from "../boundary/thin";
import type { Area, Line, Scene } from "./drawing";
import { c } from "./palette";

/** Long side of a scene's picture and of its truth, in pixels. */
export const longSide = 800;

export interface Picture {
  rgb: Uint8Array;
  width: number;
  height: number;
}

/** What counts as one area: each by itself, or all of one colour, for where two of them touch nothing is seen. */
export type Grouping = "areas" | "colours";

/** Which area each pixel belongs to; -1 where there is none. */
export interface AreaMap {
  ids: Int16Array;
  width: number;
  height: number;
}

/** The scene's picture without any style. */
export function drawFlat(scene: Scene, side = longSide): Picture {
  const markup = scene.elements.map((element) =>
    element.kind === "line" ? penMarkup(element, c.ink, element.width) : areaMarkup(element, element.fill),
  );
  return rasterize(scene, markup.join(""), { side, edges: "geometricPrecision", paper: c.white });
}

/** The areas as they are seen, hard-edged: what later elements cover is gone. */
export function mapAreas(scene: Scene, grouping: Grouping, side = longSide): AreaMap {
  const colours = [...new Set(scene.elements.map((element) => (element.kind === "area" ? element.fill : "")))];
  const markup = scene.elements.map((element, index) => {
    if (element.kind === "line") return "";
    const id = grouping === "areas" ? index : colours.indexOf(element.fill);
    return areaMarkup(element, `#${(id + 1).toString(16).padStart(6, "0")}`);
  });
  const { rgb, width, height } = rasterize(scene, markup.join(""), { side, edges: "crispEdges", paper: "#000000" });
  const ids = Int16Array.from({ length: width * height }, (_, i) => (rgb[3 * i + 1] << 8) + rgb[3 * i + 2] - 1);
  return { ids, width, height };
}

/** 1 where two areas meet: between a pixel and its right or lower neighbour, marked on the former. */
export function bordersOf({ ids, width, height }: AreaMap): Uint8Array {
  const out = new Uint8Array(ids.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0, i = y * width; x < width; x++, i++) {
      if ((x < width - 1 && ids[i] !== ids[i + 1]) || (y < height - 1 && ids[i] !== ids[i + width])) out[i] = 1;
    }
  }
  return out;
}

/** The outlines that a page of this scene should show, one pixel wide; exact, for the scene is known. */
export function outlinesOf(scene: Scene, grouping: Grouping): { mask: Uint8Array; width: number; height: number } {
  const map = mapAreas(scene, grouping);
  const mask = bordersOf(map);
  const pixel = Math.max(scene.width, scene.height) / longSide;
  const pens = scene.elements.map((element) =>
    element.kind === "line" ? penMarkup(element, "#ffffff", pixel) : areaMarkup(element, "#000000"),
  );
  const { rgb } = rasterize(scene, pens.join(""), { side: longSide, edges: "crispEdges", paper: "#000000" });
  for (let i = 0; i < mask.length; i++) if (rgb[3 * i] > 127) mask[i] = 1;
  return { mask: thin(mask, map.width, map.height), width: map.width, height: map.height };
}

const round = 'stroke-linecap="round" stroke-linejoin="round"';

function areaMarkup(area: Area, paint: string): string {
  const parts = area.parts.map(({ d, band }) =>
    band
      ? `<path d="${d}" fill="none" stroke="${paint}" stroke-width="${band}" ${round}/>`
      : `<path d="${d}" fill="${paint}" fill-rule="evenodd"/>`,
  );
  return `<g transform="${area.transform}">${parts.join("")}</g>`;
}

const penMarkup = ({ d, transform }: Line, colour: string, width: number): string =>
  `<g transform="${transform}"><path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" ${round}/></g>`;

interface Rendering {
  side: number;
  edges: "geometricPrecision" | "crispEdges";
  paper: string;
}

function rasterize(scene: Scene, markup: string, { side, edges, paper }: Rendering): Picture {
  const zoom = side / Math.max(scene.width, scene.height);
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${scene.width} ${scene.height}" shape-rendering="${edges}">` +
    `<rect width="100%" height="100%" fill="${paper}"/>${markup}</svg>`;
  const drawn = new Resvg(svg, { fitTo: { mode: "zoom", value: zoom }, font: { loadSystemFonts: false } }).render();
  const { pixels, width, height } = drawn;
  const rgb = new Uint8Array(width * height * 3);
  for (let i = 0, at = 0; i < width * height; i++) {
    rgb[at++] = pixels[4 * i];
    rgb[at++] = pixels[4 * i + 1];
    rgb[at++] = pixels[4 * i + 2];
  }
  return { rgb, width, height };
}

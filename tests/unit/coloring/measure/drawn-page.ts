import { Resvg } from "@resvg/resvg-js";
import { measurePage, type PageMeasures, type PageRaster } from "@/lib/pipelines/coloring/measure";

/** Width of the pen on these pages, in mm. */
export const pen = 0.6;
/** Pixels per millimetre: six across a line. */
const density = 10;

/** A sheet of 60 by 40 mm drawn from SVG elements in millimetres; `stroke` and `fill` default to a pen's. */
export function drawPage(elements: string): PageRaster {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 40"><rect width="60" height="40" fill="#fff"/>
    <g fill="none" stroke="#000" stroke-width="${pen}" stroke-linecap="round" stroke-linejoin="round">${elements}</g></svg>`;
  const { pixels, width, height } = new Resvg(svg, { fitTo: { mode: "width", value: 60 * density } }).render();
  return {
    grey: Uint8Array.from({ length: width * height }, (_, i) => pixels[4 * i]),
    width,
    height,
    scale: 1 / density,
  };
}

export const measure = (elements: string): PageMeasures => measurePage(drawPage(elements), pen);

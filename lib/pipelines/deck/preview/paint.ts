import { number } from "../map/svg/numbers";
import type { SlideColour, SlideFill, SlideStop } from "../slide";
import type { Defs } from "./defs";
import { type Box, boxText, degrees, pixels } from "./lengths";

type Gradient = Extract<SlideFill, { kind: "linear" | "radial" }>;
type Property = "fill" | "stroke";

export function colourText({ rgb, alpha }: SlideColour, property: Property): string {
  const opacity = alpha < 1 ? ` ${property}-opacity="${number(alpha)}"` : "";
  return `${property}="#${rgb}"${opacity}`;
}

/**
 * A fill as the attributes of an outline, text or line.
 * @param box the shape's, over which gradients and pictures stretch.
 * @param reach how far paint may go beyond the box, in pixels.
 */
export function paintText(fill: SlideFill | null, property: Property, box: Box, defs: Defs, reach = 0): string {
  if (fill === null) return `${property}="none"`;
  switch (fill.kind) {
    case "solid":
      return colourText(fill.colour, property);
    case "linear":
    case "radial":
      return `${property}="url(#${gradient(fill, box, defs)})"`;
    case "picture":
    case "tiles":
      return `${property}="url(#${pattern(fill, box, defs, reach)})"`;
  }
}

function gradient(fill: Gradient, box: Box, defs: Defs): string {
  const stops = fill.stops.map(stop).join("");
  return defs.add((id) => {
    const head = `id="${id}" gradientUnits="userSpaceOnUse"`;
    return fill.kind === "linear"
      ? `<linearGradient ${head} ${ramp(fill.angle, box)}>${stops}</linearGradient>`
      : `<radialGradient ${head} ${circle(fill.centre, box)}>${stops}</radialGradient>`;
  });
}

function stop({ at, colour }: SlideStop): string {
  return `<stop offset="${number(at)}" stop-color="#${colour.rgb}" stop-opacity="${number(colour.alpha)}"/>`;
}

/** From corner to corner of the box along the angle: a ramp that is not scaled (ECMA-376 part 1, 20.1.8.41). */
function ramp(angle: number, { x, y, width, height }: Box): string {
  const turn = (degrees(angle) * Math.PI) / 180;
  const [across, down] = [Math.cos(turn), Math.sin(turn)];
  const half = (Math.abs(across) * width + Math.abs(down) * height) / 2;
  const [middleX, middleY] = [x + width / 2, y + height / 2];
  const from = `x1="${number(middleX - across * half)}" y1="${number(middleY - down * half)}"`;
  return `${from} x2="${number(middleX + across * half)}" y2="${number(middleY + down * half)}"`;
}

/** The ramp ends at the corner of the box that is farthest from the centre. */
function circle(centre: { x: number; y: number }, { x, y, width, height }: Box): string {
  const farX = Math.max(centre.x, 1 - centre.x) * width;
  const farY = Math.max(centre.y, 1 - centre.y) * height;
  const radius = number(Math.hypot(farX, farY));
  return `cx="${number(x + centre.x * width)}" cy="${number(y + centre.y * height)}" r="${radius}"`;
}

function pattern(fill: Extract<SlideFill, { media: number }>, box: Box, defs: Defs, reach: number): string {
  const tile = fill.kind === "tiles" ? tileOf(fill, box, defs) : { box: stretched(fill, box), repeats: false };
  const around = tile.repeats ? tile.box : grown(box, tile.box, reach);
  const picture = placedPicture(fill.media, tile.box, fill.opacity, defs);
  const view = `viewBox="${[around.x, around.y, around.width, around.height].map(number).join(" ")}"`;
  return defs.add(
    (id) => `<pattern id="${id}" patternUnits="userSpaceOnUse" ${boxText(around)} ${view}>${picture}</pattern>`,
  );
}

/** A picture in a box. */
export function placedPicture(media: number, { x, y, width, height }: Box, opacity: number, defs: Defs): string {
  const faded = opacity < 1 ? ` opacity="${number(opacity)}"` : "";
  const matrix = [width, 0, 0, height, x, y].map(number).join(" ");
  return `<use xlink:href="#${defs.picture(media)}" transform="matrix(${matrix})"${faded}/>`;
}

/** Where the whole picture of a fill stands. */
export function stretched({ over }: Extract<SlideFill, { kind: "picture" }>, { x, y, width, height }: Box): Box {
  return {
    x: x + over.left * width,
    y: y + over.top * height,
    width: (over.right - over.left) * width,
    height: (over.bottom - over.top) * height,
  };
}

function tileOf(fill: Extract<SlideFill, { kind: "tiles" }>, box: Box, defs: Defs): { box: Box; repeats: boolean } {
  const size = defs.pictureSize(fill.media) ?? { width: 1, height: 1 };
  const [width, height] = [size.width * fill.scaleX, size.height * fill.scaleY];
  return { box: { x: box.x + pixels(fill.offsetX), y: box.y + pixels(fill.offsetY), width, height }, repeats: true };
}

/** A pattern's tile about both boxes, so that its picture shows once. */
function grown(first: Box, second: Box, reach: number): Box {
  const x = Math.min(first.x - reach, second.x);
  const y = Math.min(first.y - reach, second.y);
  const right = Math.max(first.x + first.width + reach, second.x + second.width);
  const bottom = Math.max(first.y + first.height + reach, second.y + second.height);
  return { x, y, width: right - x, height: bottom - y };
}

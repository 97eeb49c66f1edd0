import { number } from "../map/svg/numbers";
import type { SlideEffects } from "../slide";
import type { Defs } from "./defs";
import { type Box, boxText, degrees, pixels } from "./lengths";

/** A blur on a slide reaches its radius to both sides; Gaussian blurs reach about two and a half deviations. */
const deviations = 2.5;
/** A soft edge's radius is one deviation of its blur, beyond three of which nothing is left to see. */
const softDeviations = 3;

/**
 * Shadow, glow and soft edge as a filter: `filter="…"` with a space before it, or nothing.
 * @param box of the shape, turns worked in.
 */
export function effectsText(effects: SlideEffects, box: Box, defs: Defs): string {
  const { shadow, glow, softEdge } = effects;
  if (!shadow && !glow && !softEdge) return "";
  const steps: string[] = [];
  const layers: string[] = [];
  if (shadow) steps.push(shadowSteps(shadow));
  if (shadow) layers.push("shadow");
  if (glow) steps.push(glowSteps(glow));
  if (glow) layers.push("glow");
  if (softEdge) steps.push(softEdgeSteps(softEdge));
  layers.push(softEdge ? "soft" : "SourceGraphic");
  const merged = `<feMerge>${layers.map((layer) => `<feMergeNode in="${layer}"/>`).join("")}</feMerge>`;
  const seen = inSight(grown(box, reachOf(effects)), effects, defs.sheet);
  if (seen === null) return "";
  const region = boxText(seen);
  const id = defs.add(
    (id) =>
      `<filter id="${id}" filterUnits="userSpaceOnUse" color-interpolation-filters="sRGB" ${region}>${steps.join("")}${merged}</filter>`,
  );
  return ` filter="url(#${id})"`;
}

function blur(radius: number, from: string, result: string): string {
  const deviation = number(pixels(radius) / deviations);
  return `<feGaussianBlur in="${from}" stdDeviation="${deviation}" result="${result}"/>`;
}

function coloured(rgb: string, alpha: number, within: string, result: string): string {
  return (
    `<feFlood flood-color="#${rgb}" flood-opacity="${number(alpha)}"/>` +
    `<feComposite operator="in" in2="${within}" result="${result}"/>`
  );
}

function shadowSteps({ colour, blur: radius, distance, direction }: NonNullable<SlideEffects["shadow"]>): string {
  const turn = (degrees(direction) * Math.PI) / 180;
  const [dx, dy] = [Math.cos(turn) * pixels(distance), Math.sin(turn) * pixels(distance)];
  const moved = `<feOffset in="blurred" dx="${number(dx)}" dy="${number(dy)}" result="moved"/>`;
  return blur(radius, "SourceAlpha", "blurred") + moved + coloured(colour.rgb, colour.alpha, "moved", "shadow");
}

/** Blurred and then made stronger, so that it is full beside the shape and gone at its radius. */
function glowSteps({ colour, radius }: NonNullable<SlideEffects["glow"]>): string {
  const strong = `<feComponentTransfer in="halo" result="strong"><feFuncA type="linear" slope="2"/></feComponentTransfer>`;
  return blur(radius, "SourceAlpha", "halo") + strong + coloured(colour.rgb, colour.alpha, "strong", "glow");
}

/**
 * Half gone at the radius within the edge, as LibreOffice draws it: blurred by a whole radius, an edge is at 0.84 there
 * and at 0.69 half way, which becomes nothing.
 */
function softEdgeSteps({ radius }: NonNullable<SlideEffects["softEdge"]>): string {
  const kept = `<feComponentTransfer in="edge" result="kept"><feFuncA type="linear" slope="3.3" intercept="-2.28"/></feComponentTransfer>`;
  const spread = `<feGaussianBlur in="SourceAlpha" stdDeviation="${number(pixels(radius))}" result="edge"/>`;
  const cut = `<feComposite in="SourceGraphic" in2="kept" operator="in" result="soft"/>`;
  return spread + kept + cut;
}

function reachOf({ shadow, glow }: SlideEffects): number {
  return Math.max(shadow ? pixels(shadow.distance + shadow.blur * 2) : 0, glow ? pixels(glow.radius * 2) : 0);
}

/**
 * All of a filter's region is worked on, so a shape of a mile gets only what the slide's own pixels depend on.
 * @returns null where they depend on none of it.
 */
function inSight(region: Box, effects: SlideEffects, sheet: Box): Box | null {
  const margin = reachOf(effects) + softDeviations * pixels(effects.softEdge?.radius ?? 0);
  const seen = grown(sheet, margin);
  const [x, y] = [Math.max(region.x, seen.x), Math.max(region.y, seen.y)];
  const right = Math.min(region.x + region.width, seen.x + seen.width);
  const bottom = Math.min(region.y + region.height, seen.y + seen.height);
  return right > x && bottom > y ? { x, y, width: right - x, height: bottom - y } : null;
}

function grown({ x, y, width, height }: Box, reach: number): Box {
  return { x: x - reach, y: y - reach, width: width + 2 * reach, height: height + 2 * reach };
}

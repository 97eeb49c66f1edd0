import type { Matrix, Shadow } from "../scene";
import type { SlideEffects } from "../slide";
import { slideColour } from "./colour";
import { noEffects } from "./form";
import { emuPerPixel } from "./placing";

/** Blur radius of a slide's shadow for each standard deviation: measured, the nearest of 1 to 4 in LibreOffice 25.2. */
const radiusPerDeviation = 2.5;

/**
 * A shape's shadow as an effect.
 * @param matrix from the shape's user space to slide pixels.
 * @param opacity of all around the shape.
 */
export function shadowEffect({ colour, dx, dy, deviation }: Shadow, matrix: Matrix, opacity: number): SlideEffects {
  const [a, b, c, d] = matrix;
  const across = a * dx + c * dy;
  const down = b * dx + d * dy;
  const scale = Math.sqrt(Math.abs(a * d - b * c));
  const degrees = ((Math.atan2(down, across) * 180) / Math.PI + 360) % 360;
  const shadow = {
    colour: slideColour(colour, opacity),
    blur: Math.round(deviation * scale * radiusPerDeviation * emuPerPixel),
    distance: Math.round(Math.hypot(across, down) * emuPerPixel),
    direction: Math.round(degrees * 60_000) % 21_600_000,
  };
  return { ...noEffects, shadow };
}

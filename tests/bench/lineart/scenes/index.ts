import type { Scene } from "./drawing";
import { type Style, styles } from "./styles";
import { animals } from "./themes/animals";
import { faces } from "./themes/faces";
import { food } from "./themes/food";
import { landscapes } from "./themes/landscapes";
import { lettering } from "./themes/lettering";
import { plants } from "./themes/plants";
import { rooms } from "./themes/rooms";
import { things } from "./themes/things";
import { toys } from "./themes/toys";
import { vehicles } from "./themes/vehicles";

/** Our own pictures whose outlines are known exactly, in an order that must not change: it decides the split. */
export const scenes: Scene[] = [
  faces,
  animals,
  vehicles,
  plants,
  lettering,
  rooms,
  food,
  toys,
  landscapes,
  things,
].flat();

export const splits = ["tuned", "reported"] as const;
export type Split = (typeof splits)[number];

/** Every other scene may be looked at while the engine is tuned; figures on the others are only reported. */
export const splitOf = (index: number): Split => splits[index % 2];

const stylesPerScene = 2;

/** The styles a scene is drawn in: two of them, so that each style has as many scenes of each split. */
export function stylesOf(index: number): Style[] {
  const turn = Math.floor(index / 2);
  return Array.from({ length: stylesPerScene }, (_, k) => styles[(turn + 3 * k) % styles.length]);
}

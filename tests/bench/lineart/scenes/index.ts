import type { Scene } from "./drawing";
import { faces } from "./themes/faces";

export const scenes: Scene[] = [...faces];

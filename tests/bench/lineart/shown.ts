import { readFile } from "node:fs/promises";
import { photos, type SetName, samplesOf } from "./samples";
import { scenes, splitOf, stylesOf } from "./scenes";
import { styles } from "./scenes/styles";

/** A picture on a contact sheet. */
export interface Shown {
  name: string;
  split?: string;
  picture(): Promise<Buffer>;
}

/** The pictures of a set; of the scenes each in its first style. */
export function shownOf(set: string): Shown[] {
  if (set === "photos") return photos().map(({ name, path }) => ({ name, picture: () => readFile(path) }));
  if (set === "scenes") {
    return scenes.map((scene, index) => ({
      name: `${scene.name}, ${stylesOf(index)[0].name}`,
      split: splitOf(index),
      picture: () => stylesOf(index)[0].draw(scene),
    }));
  }
  const samples = samplesOf(set as SetName);
  if (typeof samples !== "string") return samples;
  console.log(`skipped: ${samples}`);
  return [];
}

/** What the README shows: a scene of each kind, in the style that suits it. */
const chosen: [string, string][] = [
  ["cat", "shaded"],
  ["bicycle", "flat"],
  ["girl with plaits", "photographed"],
  ["sailing boat", "shaded"],
  ["kitchen", "outlined"],
  ["owl", "textured"],
  ["birthday cake", "shaded"],
  ["castle", "noisy"],
  ["tulips in a vase", "photographed"],
];

export const showcase = (): Shown[] =>
  chosen.map(([name, style]) => {
    const scene = scenes.find((one) => one.name === name);
    const drawn = styles.find((one) => one.name === style);
    if (!scene || !drawn) throw new Error(`There is no scene ${name} in style ${style}.`);
    return { name, picture: () => drawn.draw(scene) };
  });

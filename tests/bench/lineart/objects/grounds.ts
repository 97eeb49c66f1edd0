import { existsSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { gaussian } from "../scenes/random";
import type { Picture } from "../scenes/render";

/** What things stand before: as it was photographed, out of focus, or a plain wall. */
export type GroundKind = "real" | "calm";

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Photos, and the part of each without a thing of its own, as shares of its sides. */
const parts: [file: string, ...box: [left: number, top: number, right: number, bottom: number]][] = [
  ["backgrounds/mate/nature/GreenMeadow.jpg", 0, 0, 1, 1],
  ["backgrounds/mate/nature/Dune.jpg", 0, 0.3, 1, 1],
  ["backgrounds/mate/nature/RainDrops.jpg", 0, 0, 1, 1],
  ["backgrounds/mate/nature/Wood.jpg", 0, 0, 1, 1],
  ["backgrounds/mate/nature/Blinds.jpg", 0, 0, 1, 1],
  ["backgrounds/mate/nature/Storm.jpg", 0, 0, 1, 0.9],
  ["backgrounds/aitzgorri_by_Aitzol_Berasategi.jpg", 0, 0.45, 1, 1],
  ["backgrounds/picosdeeuropa_by_Aitzol_Berasategi.jpg", 0, 0.55, 1, 1],
  ["backgrounds/life_by_Aitzol_Berasategi.jpg", 0, 0, 1, 1],
  ["backgrounds/Bridge_by_Sander_Klootwijk.jpg", 0, 0.6, 0.9, 1],
  ["backgrounds/Dragonfly_by_Bolly.jpg", 0, 0, 1, 1],
  ["wallpapers/BytheWater/contents/images/2560x1600.jpg", 0, 0.4, 1, 1],
  ["wallpapers/OneStandsOut/contents/images/2560x1600.jpg", 0, 0, 0.6, 1],
  ["wallpapers/FallenLeaf/contents/images/2560x1600.jpg", 0, 0.3, 1, 1],
  ["wallpapers/Kite/contents/images/2560x1600.jpg", 0, 0.2, 0.6, 1],
  ["wallpapers/summer_1am/contents/images/2560x1600.jpg", 0, 0, 1, 1],
  ["wallpapers/Path/contents/images/2560x1600.jpg", 0, 0, 1, 1],
];

/** Where Debian's packages lie, or were unpacked to: their licences are their own, so they are read and never copied. */
const folder = process.env.BACKGROUNDS ?? "/usr/share";

/** Why there are no grounds; null where all are there. */
export function groundsMissing(): string | null {
  const missing = parts.map(([file]) => file).filter((file) => !existsSync(join(folder, file)));
  if (!missing.length) return null;
  return `objects: no ${missing[0]} in ${folder}; BACKGROUNDS names where mate-backgrounds, lomiri-wallpapers-16.04, lomiri-wallpapers-20.04 and plasma-workspace-wallpapers are`;
}

/** A ground of this size; two of three calm ones are photos far out of focus, the third is a wall that the light falls off on. */
export async function drawGround(kind: GroundKind, width: number, height: number, random: () => number) {
  if (kind === "calm" && random() < 1 / 3) return wall(width, height, random);
  const [file, left, top, right, bottom] = parts[Math.floor(random() * parts.length)];
  const soft = kind === "calm" ? Math.max(width, height) * (0.02 + 0.03 * random()) : 0;
  return cut(file, { left, top, right, bottom }, { width, height, soft }, random);
}

interface Asked {
  width: number;
  height: number;
  /** How far it is out of focus: sigma in pixels. */
  soft: number;
}

/** Some part of the box with the proportions asked for, between half of it and all of it. */
async function cut(file: string, box: Box, { width, height, soft }: Asked, random: () => number): Promise<Picture> {
  const image = sharp(join(folder, file));
  const whole = await image.metadata();
  const wide = (box.right - box.left) * whole.width;
  const high = (box.bottom - box.top) * whole.height;
  const scale = Math.min(wide / width, high / height) * (0.5 + 0.5 * random());
  const size = { width: Math.floor(width * scale), height: Math.floor(height * scale) };
  const place = {
    left: Math.floor(box.left * whole.width + random() * (wide - size.width)),
    top: Math.floor(box.top * whole.height + random() * (high - size.height)),
  };
  const sharpened = image.extract({ ...place, ...size }).resize(width, height, { fit: "fill" });
  const rgb = await (soft ? sharpened.blur(soft) : sharpened).removeAlpha().toColourspace("srgb").raw().toBuffer();
  return { rgb, width, height };
}

/** A wall in one muted colour, lit from a side, with a floor whose rear end is out of focus. */
function wall(width: number, height: number, random: () => number): Picture {
  const noise = gaussian(random);
  const light = 70 + 150 * random();
  const tint = [0, 1, 2].map(() => 0.8 + 0.35 * random());
  const across = (random() - 0.5) * 0.5;
  const floor = random() < 0.5 ? 0.55 + 0.2 * random() : 2;
  const step = random() < 0.5 ? 0.8 : 1.2;
  const rgb = new Uint8Array(3 * width * height);
  for (let y = 0, at = 0; y < height; y++) {
    const onFloor = 1 / (1 + Math.exp((floor - y / height) * 40));
    const lit = light * (1 + onFloor * (step - 1));
    for (let x = 0; x < width; x++) {
      const here = lit * (1 + across * (x / width - 0.5));
      for (const part of tint) rgb[at++] = Math.max(0, Math.min(255, here * part + noise()));
    }
  }
  return { rgb, width, height };
}

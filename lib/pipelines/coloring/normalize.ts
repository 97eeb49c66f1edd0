import type { ColoringOptions } from "@/lib/contracts/coloring";
import type { StageContext } from "../pipeline";
import type { Raster } from "./decode";
import { coverFringe } from "./kernels/fringe";
import { plainGround } from "./kernels/ground";
import { type Lab, toLab } from "./kernels/lab";
import { giveBack } from "./kernels/shelf";
import { cropRaster, findContent, insideWhite, isWhite, withWhiteRound } from "./kernels/trim";
import { type PictureBox, type Placement, placeOn, type Sheet, type Size, sheetFor } from "./options";

export interface NormalizeInput {
  raster: Raster;
  options: ColoringOptions;
}

/** The part of the picture that is drawn, in CIELAB, and its place on paper. */
export interface Canvas {
  lab: Lab;
  sheet: Sheet;
  /** Takes pixels of `lab` to millimetres on the sheet. */
  placement: Placement;
  /** Where the whole picture lies on the sheet, what was trimmed from it included. */
  picture: PictureBox;
  /** Deviation of the noise, in units of L. */
  noise: number;
  /** Length of one of the file's own pixels in pixels of `lab`, 1 at least. */
  grain: number;
  /** Whether the file lost what is as fine as its pixels. */
  isLossy: boolean;
  /** Share of the picture that is a plain ground round a thing, 0 to 1. */
  ground: number;
}

/** Stage 2: trims empty or black frames, goes over to CIELAB and finds the picture's place on the sheet. */
export function normalize({ raster, options }: NormalizeInput, { span }: StageContext): Canvas {
  const keepsPlace = options.page_size === "original";
  const trimmed = findContent(raster);
  const bare = cropRaster(raster, trimmed);
  const ground = plainGround(bare);
  const isCutOff = ground?.isTouched === true && isWhite(ground.colour);
  const content = isCutOff && !keepsPlace ? withWhiteRound(insideWhite(raster, trimmed)) : trimmed;
  const cropped = content === trimmed ? bare : cropRaster(raster, content);
  const share = (content === trimmed ? ground : plainGround(cropped))?.share ?? 0;
  const lab = toLab(cropped.rgb, cropped.width, cropped.height);
  for (const one of new Set([bare, cropped])) if (one !== raster) giveBack(one.rgb);
  const fringe = coverFringe(lab);
  const noise = noiseOf(lab);
  const sheet = sheetFor(options, keepsPlace ? raster.source : cropped);
  const placement = keepsPlace
    ? placeOriginal(sheet, raster, content)
    : placeOn(sheet, cropped, options.caption !== "none");
  span.set("content.left", content.left);
  span.set("content.top", content.top);
  span.set("content.width", content.width);
  span.set("content.height", content.height);
  span.set("content.trimmed", content.reason);
  span.set("ground.share", round(share));
  span.set("fringe.covered_pixels", fringe);
  span.set("noise.L", round(noise));
  span.set("sheet.width_mm", round(sheet.width));
  span.set("sheet.height_mm", round(sheet.height));
  span.set("sheet.margin_mm", round(sheet.margin));
  span.set("sheet.mm_per_pixel", round(placement.scale, 4));
  const picture = pictureBox(raster, content, placement);
  const { grain, isLossy } = raster;
  return { lab, sheet, placement, picture, noise, grain, isLossy, ground: share };
}

/** The content's place when the whole picture fills the whole sheet. */
function placeOriginal(sheet: Sheet, raster: Size, content: { left: number; top: number }): Placement {
  const scale = sheet.width / raster.width;
  return { scale, left: content.left * scale, top: content.top * scale };
}

/** `content` is the part of `raster` that `placement` speaks of. */
function pictureBox(raster: Size, content: { left: number; top: number }, placement: Placement): PictureBox {
  const { scale, left, top } = placement;
  return {
    left: left - content.left * scale,
    top: top - content.top * scale,
    width: raster.width * scale,
    height: raster.height * scale,
  };
}

/** Standard deviation of the noise from a second-difference mask (Immerkær 1996), on a quarter of the pixels. */
function noiseOf({ L, width, height }: Lab): number {
  let sum = 0;
  for (let y = 1; y < height - 1; y += 2) sum = addNoiseOfRow(L, y * width, width, sum);
  const count = (Math.max(0, width - 1) >> 1) * (Math.max(0, height - 1) >> 1);
  return count ? (Math.sqrt(Math.PI / 2) * sum) / (6 * count) : 0;
}

/** `sum` and the size of the mask's answers in the row that begins at `start`. */
function addNoiseOfRow(L: Float32Array, start: number, width: number, sum: number): number {
  let whole = sum;
  for (let i = start + 1; i < start + width - 1; i += 2) {
    const corners = L[i - width - 1] + L[i - width + 1] + L[i + width - 1] + L[i + width + 1];
    const sides = L[i - 1] + L[i + 1] + L[i - width] + L[i + width];
    whole += Math.abs(corners - 2 * sides + 4 * L[i]);
  }
  return whole;
}

const round = (value: number, digits = 2): number => Number(value.toFixed(digits));

import sharp from "sharp";
import { previewPng, previewSvg } from "@/lib/pipelines/deck/preview";
import type { Rasterizer } from "@/lib/pipelines/deck/raster";
import type {
  Placing,
  Slide,
  SlideForm,
  SlideLine,
  SlideMedia,
  SlidePicture,
  SlideRun,
  SlideShape,
  SlideText,
} from "@/lib/pipelines/deck/slide";

/** Hand-made slides for the tests of the preview: 200 by 100 slide pixels, of 9,525 EMU each. */
export const emu = (pixels: number) => Math.round(pixels * 9525);
export const turn = (degrees: number) => degrees * 60_000;

export const solid = (rgb: string, alpha = 1) => ({ kind: "solid", colour: { rgb, alpha } }) as const;
export const stops = (...colours: string[]) =>
  colours.map((rgb, index) => ({ at: index / (colours.length - 1), colour: { rgb, alpha: 1 } }));

export function place(x: number, y: number, width: number, height: number, more: Partial<Placing> = {}): Placing {
  const size = { width: emu(width), height: emu(height) };
  return { x: emu(x), y: emu(y), ...size, turn: 0, flipX: false, flipY: false, ...more };
}

const noEffects = { shadow: null, glow: null, softEdge: null };

export function form(placing: Placing, more: Partial<SlideForm> = {}): SlideForm {
  const base = { kind: "form", id: 2, name: "form", alt: "", link: "", element: "form" } as const;
  const geometry = { kind: "rect" } as const;
  return { ...base, placing, geometry, fill: solid("FF0000"), line: null, effects: noEffects, text: null, ...more };
}

export function picture(placing: Placing, more: Partial<SlidePicture> = {}): SlidePicture {
  const base = { kind: "picture", id: 2, name: "picture", alt: "", link: "", element: "picture" } as const;
  const geometry = { kind: "rect" } as const;
  return { ...base, placing, geometry, media: 0, vector: null, opacity: 1, effects: noEffects, ...more };
}

export function line(rgb: string, width: number, more: Partial<SlideLine> = {}): SlideLine {
  const ends = { head: null, tail: null };
  return { width: emu(width), fill: solid(rgb), cap: "flat", join: { kind: "bevel" }, dashes: [], ...ends, ...more };
}

/** The outline of corners in slide pixels, closed. */
export function corners(...subpaths: [number, number][][]): SlideForm["geometry"] {
  const commands = subpaths.flatMap((points) => [
    ...points.map(([x, y], index) => {
      return { type: index === 0 ? ("moveTo" as const) : ("lineTo" as const), x: emu(x), y: emu(y) };
    }),
    { type: "close" as const },
  ]);
  return { kind: "custom", paths: [{ commands, filled: true, stroked: true }] };
}

export function run(text: string, more: Partial<SlideRun> = {}): SlideRun {
  const plain = { bold: false, italic: false, underline: false, strike: false, smallCaps: false };
  const rest = { spacing: 0, baseline: 0, fill: solid("000000"), line: null, link: "" };
  return { text, size: 1500, font: "Noto Sans", ...plain, ...rest, ...more };
}

/** One line of text for each run. */
export function words(align: "left" | "centre" | "right", runs: SlideRun[], more: Partial<SlideText> = {}): SlideText {
  const paragraphs = runs.map((one) => ({ align, rightToLeft: false, runs: [one] }));
  const inset = { left: 0, top: 0, right: 0, bottom: 0 };
  return { paragraphs, inset, anchor: "top", wrap: false, pitch: null, vertical: "none", ...more };
}

export function slide(shapes: SlideShape[], media: SlideMedia[] = []): Slide {
  return { width: emu(200), height: emu(100), background: "FFFFFF", title: "", shapes, media };
}

/** 40 by 20 pixels: the left half is green, the right half blue. */
export async function twoHalves(): Promise<SlideMedia> {
  const half = await sharp({ create: { width: 20, height: 20, channels: 3, background: "#00ff00" } })
    .png()
    .toBuffer();
  const whole = sharp({ create: { width: 40, height: 20, channels: 3, background: "#0000ff" } });
  const bytes = await whole
    .composite([{ input: half, left: 0, top: 0 }])
    .png()
    .toBuffer();
  return { bytes: new Uint8Array(bytes), mediaType: "image/png" };
}

/** A preview of a slide to look at, two pixels for each slide pixel. */
export class Look {
  private constructor(
    private readonly data: Buffer,
    readonly width: number,
    readonly height: number,
  ) {}

  static async at(seen: Slide, rasterizer: Rasterizer): Promise<Look> {
    const { data, info } = await sharp(await previewPng(previewSvg(seen), 400, rasterizer))
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    return new Look(data, info.width, info.height);
  }

  /** Colour as RRGGBB of a place in slide pixels, each part rounded to the nearest of 00, 40, 80, C0 and FF. */
  colour(x: number, y: number): string {
    const index = (Math.floor(y * 2) * this.width + Math.floor(x * 2)) * 3;
    const parts = [...this.data.subarray(index, index + 3)];
    return parts.map((part) => ["00", "40", "80", "C0", "FF"][Math.round((part / 255) * 4)]).join("");
  }

  /** The box of all that is not the white background, in slide pixels; null for an empty slide. */
  ink(): { left: number; top: number; right: number; bottom: number } | null {
    let [left, top, right, bottom] = [this.width, this.height, -1, -1];
    for (let index = 0; index < this.data.length; index += 3) {
      if (Math.min(this.data[index], this.data[index + 1], this.data[index + 2]) > 200) continue;
      const [x, y] = [(index / 3) % this.width, Math.floor(index / 3 / this.width)];
      [left, top, right, bottom] = [
        Math.min(left, x),
        Math.min(top, y),
        Math.max(right, x + 1),
        Math.max(bottom, y + 1),
      ];
    }
    return right < 0 ? null : { left: left / 2, top: top / 2, right: right / 2, bottom: bottom / 2 };
  }
}

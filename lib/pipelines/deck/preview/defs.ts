import { readPictureHeader } from "../parse/scene/picture-header";
import type { Slide, SlideMedia } from "../slide";
import { type Box, pixels } from "./lengths";

/** What the shapes of a preview refer to: gradients, clips, patterns, filters and pictures, each written once. */
export class Defs {
  private readonly list: string[] = [];
  private readonly ids = new Map<string, string>();

  /** The slide itself, in CSS pixels. */
  readonly sheet: Box;
  private readonly media: readonly SlideMedia[];

  /** @param shown the slide's pictures as they are drawn, in any number of pixels. */
  constructor(
    { width, height, media }: Pick<Slide, "width" | "height" | "media">,
    private readonly shown: readonly SlideMedia[],
  ) {
    this.sheet = { x: 0, y: 0, width: pixels(width), height: pixels(height) };
    this.media = media;
  }

  get xml(): string {
    return this.list.join("");
  }

  /** @param write the definition with its id; what is written twice in the same way is one. */
  add(write: (id: string) => string): string {
    const key = write("");
    const known = this.ids.get(key);
    if (known !== undefined) return known;
    const id = `d${this.ids.size + 1}`;
    this.ids.set(key, id);
    this.list.push(write(id));
    return id;
  }

  /** Id of a picture one unit wide and high. */
  picture(index: number): string {
    const known = this.ids.get(`media ${index}`);
    if (known !== undefined) return known;
    const { bytes, mediaType } = this.shown[index];
    const id = `d${this.ids.size + 1}`;
    this.ids.set(`media ${index}`, id);
    const address = `data:${mediaType};base64,${Buffer.from(bytes).toString("base64")}`;
    this.list.push(`<image id="${id}" width="1" height="1" preserveAspectRatio="none" xlink:href="${address}"/>`);
    return id;
  }

  /** Size of the slide's picture in its own pixels; null when it cannot be read. */
  pictureSize(index: number): { width: number; height: number } | null {
    return readPictureHeader(this.media[index].bytes);
  }
}

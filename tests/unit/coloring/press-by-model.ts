import type { ItemModel } from "@/lib/pipelines/pipeline";
import { type Pressed, type PressInput, press } from "./press";

/** Runs the whole item path with a model that is asked, as the worker does; `picture` is null for a prompt alone. */
export async function pressBy(
  model: ItemModel,
  picture: Buffer | null,
  input: PressInput,
): Promise<Pressed & { svg: string; png: Buffer }> {
  const pressed = await press(picture, { ...input, model });
  const svg = (await pressed.bytesOf("pages/001-picture.svg")).toString("utf8");
  return { ...pressed, svg, png: await pressed.bytesOf("pages/001-picture.png") };
}

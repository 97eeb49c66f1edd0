import type { DeckWork } from "@/lib/contracts/deck";
import type { StageFiles } from "../pipeline";
import { machineFonts } from "./machine-fonts";
import { slideSize } from "./page";
import { viewportOf } from "./viewport";

/** Options with the slide's size taken from the deck's first file, as far as that says one. */
export async function sizedByFirst(
  options: DeckWork,
  { name, source }: { name: string; source: string },
  files: StageFiles,
): Promise<DeckWork> {
  const viewport = viewportOf(await files.read(source), name, machineFonts);
  return viewport === null ? options : { ...options, slide: slideSize("first", viewport) };
}

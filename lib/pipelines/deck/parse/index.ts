import { TracepressError } from "@/lib/errors";
import { notAnSvg } from "@/lib/not-a-picture";
import type { Fonts } from "../fonts";
import type { Scene } from "../scene";
import type { SourceDocument } from "../source";
import { Budget } from "./budget";
import { readScene } from "./scene/read-scene";

export interface ParseOptions {
  /** Name of the file, for messages. */
  name: string;
  fonts: Fonts;
  signal?: AbortSignal;
}

export interface Parsed {
  scene: Scene;
  source: SourceDocument;
  /** Those the document brings along, then those of the machine: what pictures of it are drawn with. */
  fonts: Fonts;
}

/**
 * Reads one SVG or SVGZ into a scene, in which no reference, unit or inheritance is left, and the document it came from.
 * @throws TracepressError `unsupported_media` for a picture of pixels or a document; `invalid_svg` with file, line and
 * column; `too_large` above 100,000 elements, copies by `use` included, and after 5 seconds of work.
 */
export function parseSvg(bytes: Uint8Array, { name, fonts, signal }: ParseOptions): Parsed {
  signal?.throwIfAborted();
  const other = notAnSvg(name, bytes);
  if (other !== null) throw new TracepressError("unsupported_media", other);
  try {
    return readScene(bytes, { name, fonts, depth: 0, budget: new Budget(name, signal) });
  } catch (thrown) {
    if (!(thrown instanceof RangeError)) throw thrown;
    throw new TracepressError("too_large", `${name} is nested too deeply; make it simpler.`, { cause: thrown });
  }
}

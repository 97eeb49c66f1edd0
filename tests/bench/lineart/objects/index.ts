import { thin } from "../boundary/thin";
import type { Sample } from "../samples";
import { splits } from "../scenes";
import { seedOf } from "../scenes/random";
import { type Composed, compose } from "./compose";
import { type GroundKind, groundsMissing } from "./grounds";
import { thingFiles } from "./things";

const wanted = 60;
const kinds: GroundKind[] = ["real", "calm"];
/** Long sides in pixels; the short one is two thirds of it. */
const longSides = [481, 1000];
/** Every third picture stands upright. */
const uprightEvery = 3;

/** Photos of things put before other photos, so that their outlines are known exactly; or why there are none. */
export function objectSamples(): Sample[] | string {
  const files = thingFiles();
  if (typeof files === "string") return files;
  return groundsMissing() ?? Array.from({ length: wanted }, (_, i) => objectSample(i, files));
}

function objectSample(index: number, files: readonly string[]): Sample {
  const split = splits[index % 2];
  const kind = kinds[(index >> 1) % 2];
  const long = longSides[(index >> 2) % 2];
  const short = Math.round((long * 2) / 3);
  const isUpright = index % uprightEvery === 0;
  const size = isUpright ? { width: short, height: long } : { width: long, height: short };
  const name = `objects ${String(index + 1).padStart(2, "0")}, ${kind}, ${long} px`;
  let composed: Promise<Composed> | undefined;
  const once = () => (composed ??= compose({ ...size, kind, seed: seedOf(`objects ${index + 1}`) }, files));
  return {
    name,
    rows: [`objects ${split}`, `· ${kind} ground ${split}`, `· ${long} px ${split}`],
    split,
    picture: async () => (await once()).file,
    truth: async () => ({ ...size, mask: thin((await once()).borders, size.width, size.height) }),
  };
}

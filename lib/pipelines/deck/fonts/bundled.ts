import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Coverage } from "./coverage";
import { openedFile } from "./opened-file";
import type { Axis, FontRecord } from "./record";
import { unicodeRange } from "./unicode-range";

/** Of the packages that come with us, in the order they are asked; together they write what most people write in. */
const packages = [
  "noto-sans",
  "noto-sans-arabic",
  "noto-sans-hebrew",
  "noto-sans-thai",
  "noto-sans-bengali",
  "noto-sans-tamil",
  "noto-sans-jp",
  "noto-sans-kr",
  "noto-sans-sc",
  "noto-sans-tc",
];

let read: FontRecord[] | undefined;

/**
 * Noto Sans as its packages bring it, a file for each script or part of one: the last resort, so that text is never
 * lost. They have all weights.
 */
export function bundledRecords(): FontRecord[] {
  read ??= packages.flatMap(recordsOf);
  return read;
}

/** None where the package is not installed. */
function recordsOf(name: string): FontRecord[] {
  // Looked up from the working directory, because bundlers rewrite require.resolve and import.meta.url.
  const folder = join(process.cwd(), "node_modules/@fontsource-variable", name);
  if (!existsSync(folder)) return [];
  const { family, variable } = metadataSchema.parse(JSON.parse(readFileSync(join(folder, "metadata.json"), "utf8")));
  const ranges = rangesSchema.parse(JSON.parse(readFileSync(join(folder, "unicode.json"), "utf8")));
  const subsets = Object.entries(ranges).sort(([first], [second]) => rank(first) - rank(second));
  return subsets.map(([subset, range]) => {
    const part = subset.replace(/[[\]]/g, "");
    return recordOf({ family, weights: variable.wght }, join(folder, `files/${name}-${part}-wght-normal.woff2`), range);
  });
}

const weightsSchema = z.object({ min: z.coerce.number(), max: z.coerce.number() });
const metadataSchema = z.object({ family: z.string(), variable: z.object({ wght: weightsSchema }) });
const rangesSchema = z.record(z.string(), z.string());

/** The first one gives lines their metrics. */
function rank(subset: string): number {
  return subset === "latin" ? 0 : subset === "latin-ext" ? 1 : 2;
}

type Family = { family: string; weights: z.infer<typeof weightsSchema> };

function recordOf({ family, weights }: Family, file: string, range: string): FontRecord {
  let coverage: Coverage | undefined;
  const names = { legacyFamily: family, family, full: family, aliases: [family] };
  const axes = new Map<string, Axis>([["wght", [weights.min, null, weights.max]]]);
  const style = { weight: 400, stretch: 100, italic: false, bold: false, axes, colour: false };
  return {
    file,
    index: 0,
    names,
    ...style,
    open: () => openedFile(file, 0),
    coverage() {
      coverage ??= unicodeRange(range);
      return coverage;
    },
  };
}

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { drawCharts } from "./charts";
import { type PackageName, packageFolder } from "./packages";
import { drawVega } from "./vega";

/** An SVG that is to look the same on its slide. */
export interface Sample {
  name: string;
  /** What it is counted under within its set. */
  family: string;
  bytes: Uint8Array;
  /** The picture it must look like; resvg draws it where there is none. */
  picture: string | null;
}

export const iconSets = {
  lucide: { package: "lucide-static", folder: "icons" },
  bootstrap: { package: "bootstrap-icons", folder: "icons" },
  flags: { package: "flag-icons", folder: "flags/4x3" },
  brands: { package: "simple-icons", folder: "icons" },
} as const satisfies Record<string, { package: PackageName; folder: string }>;

export type IconSet = keyof typeof iconSets;
export const iconSetNames = Object.keys(iconSets) as IconSet[];
export type Found = { samples: Sample[] } | { absent: string };

const corpus = join(process.cwd(), "../shared/corpora/resvg-dev");

/** Folders of the fonts that the corpus was drawn with; none where they are not there. */
export function corpusFonts(): string[] {
  const folder = join(process.cwd(), "../shared/corpora/resvg-fonts");
  return existsSync(folder) ? [folder] : [];
}

/** resvg's own test files with their pictures, by folder; every `1/share`-th of them. */
export function corpusSamples(share = 1): Found {
  if (!existsSync(corpus)) return { absent: `the corpus: no ${corpus}` };
  const list = JSON.parse(readFileSync(join(corpus, "list.json"), "utf8")) as {
    name: string;
    svg: string;
    png: string;
  }[];
  const chosen = evenly(list, Math.ceil(list.length * share));
  return {
    samples: chosen.map(({ name, svg, png }) => ({
      name,
      family: name.split("/")[0],
      bytes: readFileSync(join(corpus, svg)),
      picture: join(corpus, png),
    })),
  };
}

/** The SVGs of any folder and of those in it, as of a collection of drawings; every `1/share`-th of them by name. */
export function folderSamples(folder: string, share = 1): Found {
  if (!existsSync(folder)) return { absent: `folder: no ${folder}` };
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.svgz?$/.test(file))
    .sort();
  return {
    samples: evenly(files, Math.ceil(files.length * share)).map((file) => ({
      name: file,
      family: file.split("/")[0],
      bytes: readFileSync(join(folder, file)),
      picture: null,
    })),
  };
}

/** `wanted` icons of a set, evenly from all of them by name. */
export async function iconSamples(set: IconSet, wanted: number): Promise<Found> {
  const fetched = await packageFolder(iconSets[set].package);
  if ("absent" in fetched) return fetched;
  const folder = join(fetched.folder, iconSets[set].folder);
  const files = readdirSync(folder)
    .filter((file) => file.endsWith(".svg"))
    .sort();
  const chosen = evenly(files, wanted);
  return {
    samples: chosen.map((file) => ({
      name: `${set}/${file}`,
      family: set,
      bytes: readFileSync(join(folder, file)),
      picture: null,
    })),
  };
}

/** Who draws charts, each from its package. */
export const chartSets = {
  echarts: { package: "echarts", draw: drawCharts },
  vega: { package: "vega-lite", draw: drawVega },
} as const satisfies Record<string, { package: PackageName; draw: typeof drawCharts }>;

export type ChartSet = keyof typeof chartSets;
export const chartSetNames = Object.keys(chartSets) as ChartSet[];

/** One chart of each kind, by who draws them. */
export async function chartSamples(set: ChartSet): Promise<Found> {
  const fetched = await packageFolder(chartSets[set].package);
  if ("absent" in fetched) return fetched;
  const charts = await chartSets[set].draw(fetched.folder);
  return {
    samples: charts.map(({ name, svg }) => ({
      name: `${set}/${name}.svg`,
      family: set,
      bytes: Buffer.from(svg),
      picture: null,
    })),
  };
}

function evenly<T>(all: readonly T[], wanted: number): T[] {
  const count = Math.min(wanted, all.length);
  return Array.from({ length: count }, (_, i) => all[Math.floor(((i + 0.5) * all.length) / count)]);
}

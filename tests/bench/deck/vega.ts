import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { vegaSpecs } from "./vega-specs";

interface VegaLite {
  compile(spec: object): { spec: object };
}

interface Vega {
  parse(spec: object): object;
  View: new (runtime: object, how: { renderer: "none" }) => { toSVG(): Promise<string>; finalize(): void };
}

/**
 * Each chart as Vega draws it on a server, 640 by 360 CSS pixels and its axes.
 * @param folder of the package vega-lite, beside which vega is installed.
 */
export async function drawVega(folder: string): Promise<{ name: string; svg: string }[]> {
  const { compile } = await loaded<VegaLite>(join(folder, "build/index.js"));
  const { parse, View } = await loaded<Vega>(join(dirname(folder), "vega/build/vega.module.js"));
  const drawn: { name: string; svg: string }[] = [];
  for (const [name, spec] of Object.entries(vegaSpecs)) {
    const asked = { width: 640, height: 360, title: name, ...spec };
    const view = new View(parse(compile(asked).spec), { renderer: "none" });
    drawn.push({ name, svg: await view.toSVG() });
    view.finalize();
  }
  return drawn;
}

/** Packages of modules only, which `require` does not load. */
const loaded = <Module>(file: string) => import(pathToFileURL(file).href) as Promise<Module>;

import { readFile } from "node:fs/promises";
import asc from "assemblyscript/asc";

const names = [
  "planes",
  "flood",
  "chamfer",
  "products",
  "channels",
  "euclidean",
  "valleys",
  "graph",
  "heap",
  "prices",
  "merging",
  "smooth",
  "majority",
  "growing",
  "thinning",
  "pieces",
  "runs",
  "cracks",
  "crests",
  "tails",
  "halves",
  "evidence",
  "shading",
  "colours",
];

/** Compiles the sources beside it into one module; the same bytes every time. */
export async function compilePlanes(): Promise<Uint8Array> {
  const sources: Record<string, string> = {};
  for (const name of names) sources[`${name}.ts`] = await readFile(new URL(`./${name}.as`, import.meta.url), "utf8");
  const { error, stderr, binary } = await asc.compileString(sources, {
    optimizeLevel: 3,
    shrinkLevel: 0,
    runtime: "stub",
    noAssert: true,
    enable: ["simd", "bulk-memory"],
  });
  if (error || !binary) throw new Error(`The kernels do not compile: ${stderr}`);
  return binary;
}

/** The module that carries them, in lines that fit. */
export function wasmModule(binary: Uint8Array): string {
  const lines =
    Buffer.from(binary)
      .toString("base64")
      .match(/.{1,115}/g) ?? [];
  const body = lines.map((line) => `  "${line}",\n`).join("");
  return `// Made from the .as files beside it by \`npm run planes\`.\nexport const planesWasm: string = [\n${body}].join("");\n`;
}

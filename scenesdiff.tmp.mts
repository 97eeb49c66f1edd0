import { samplesOf } from "./tests/bench/lineart/samples"; import { compare } from "./tests/bench/lineart/boundary/scores"; import { drawPage } from "./tests/bench/lineart/engine"; import { rasterizeStrokes } from "./tests/bench/lineart/prediction";
import { writeFileSync } from "node:fs";
const all = samplesOf("scenes"); if (typeof all === "string") throw all; const out: any = {};
for (const s of all) {
  const file = await s.picture(), truth = await s.truth();
  const { document, trace } = await drawPage(file, s.name, { detail: "standard", page_size: "original", formats: ["svg"] }).catch(() => ({ document: null, trace: {} } as any));
  if (!String(trace["outline.kind"]).includes("drawing") && process.argv[3] !== "all") { out[s.name] = [trace["outline.kind"]]; continue; }
  const c = document ? compare(rasterizeStrokes(document, truth.width, truth.height), truth.mask, truth.width, truth.height) : { matched: 0, predicted: 1, truth: 1 };
  const p = c.matched / c.predicted, r = c.matched / c.truth; out[s.name] = [trace["outline.kind"], +(2 * p * r / (p + r)).toFixed(3)];
}
writeFileSync(process.argv[2], JSON.stringify(out));

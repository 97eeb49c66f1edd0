import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { analyze } from "@/lib/pipelines/deck/analyze";
import { FontBook } from "@/lib/pipelines/deck/fonts";
import { mapScene } from "@/lib/pipelines/deck/map";
import { loadPathKit } from "@/lib/pipelines/deck/map/pathkit";
import { parseSvg } from "@/lib/pipelines/deck/parse";
import { decideScene, reasons, targets } from "@/lib/pipelines/deck/policy";
import { loadRasterizer } from "@/lib/pipelines/deck/raster";
import { settle } from "@/lib/pipelines/deck/settle";

const cases = "tests/cases/support";
const document = "lib/pipelines/deck/SUPPORT.md";
const page = { width: 952_500, height: 952_500, scale: 9525, offset: { x: 0, y: 0 } };

/** What became of the elements of one case: tiers and reason codes. */
async function outcomeOf(file: string): Promise<{ tiers: string[]; codes: string[] }> {
  const fonts = new FontBook([]);
  const rasterizer = await loadRasterizer({ buffers: () => [] });
  const { scene, source } = parseSvg(readFileSync(join(cases, file)), { name: file, fonts });
  await loadPathKit();
  const settled = settle(scene, targets.balanced);
  const decisions = decideScene(settled, analyze(settled.scene), targets.balanced);
  const { mapped } = await mapScene(settled.scene, decisions, page, { rasterizer, source, text: "editable" });
  const notes = settled.scene.notes.map(({ reason }) => reason);
  const codes = [...new Set([...mapped.flatMap((row) => row.reasons), ...notes])];
  return { tiers: [...new Set(mapped.map((row) => row.output_format))], codes };
}

/** The worst tier comes last in a row: a drawn shadow under a native shape is "native, raster". */
const order = ["native", "picture", "raster", "none"];

async function rowOf(file: string): Promise<string> {
  const { tiers, codes } = await outcomeOf(file);
  const sorted = tiers.sort((one, other) => order.indexOf(one) - order.indexOf(other));
  const feature = file.replace(/\.svg$/, "").replaceAll("-", " ");
  return `| ${feature} | ${sorted.join(", ") || "none"} | ${codes.map((code) => `\`${code}\``).join(" ")} |`;
}

const head = `# What becomes of SVG's features

Written by tests/unit/deck/support.test.ts from the files of tests/cases/support, and checked by it; run it with
\`UPDATE=1\` after a change. Native, even with a reason, is editable shapes; "native, raster" means that only one layer,
such as a blurred shadow, is a picture. Reasons are explained in policy/reasons.ts.

The pictures of one slide share a budget of work (raster/allowance.ts), so that no SVG holds up the others: each is drawn
as large as the rest of it allows, and what comes after it is spent is left out with \`too_much_to_draw\`.

| feature | tier | reasons |
|---|---|---|
`;

describe("SUPPORT.md", () => {
  it("says of every feature what becomes of it", async () => {
    const rows: string[] = [];
    for (const file of readdirSync(cases).sort()) rows.push(await rowOf(file));
    const text = `${head}${rows.join("\n")}\n`;
    if (process.env.UPDATE === "1") writeFileSync(document, text);
    expect(readFileSync(document, "utf8")).toBe(text);
  });

  it("gives only reasons of the closed list", async () => {
    for (const file of readdirSync(cases)) {
      const { codes } = await outcomeOf(file);
      expect(codes.filter((code) => !Object.hasOwn(reasons, code))).toEqual([]);
    }
  });
});

import sharp from "sharp";
import type { ColoringOptions } from "@/lib/contracts/coloring";
import type { Pipeline } from "../pipeline";
export const coloring: Pipeline<ColoringOptions> = {
  kind: "coloring",
  itemStages: ["decode", "page"],
  closingStages: ["book"],
  needsClosing: (o) => o.include_pdf,
  async runItem(job, stage) {
    const g = await stage("decode", async (_: null, c) => sharp(await c.files.read(job.source)).greyscale().png().toBuffer(), null);
    return stage("page", async (_: null, c) => [{ name: `pages/${job.slug}.png`, media_type: "image/png", blob: await c.files.write(g), role: "output" as const }], null);
  },
  async runClosing(job, stage) {
    return stage("book", async (_: null, c) => [{ name: "book.pdf", media_type: "application/pdf", blob: await c.files.write(Buffer.from(String(job.items.length))), role: "output" as const }], null);
  },
};

import type { ColoringOptions } from "@/lib/contracts/coloring";
import type { ArtifactDraft, ItemJob, StageContext } from "../pipeline";
import type { Curve } from "./lines/bezier";
import { dashPattern, linePoints, mmPerPoint, type Placement, type Sheet } from "./options";
import { layCaption } from "./print/caption";
import { type PageDocument, pageDocumentType } from "./print/page-document";
import { pathData } from "./print/path";
import { renderPng } from "./print/png";
import { renderSvg } from "./print/svg";

export interface PageInput {
  curves: Curve[];
  sheet: Sheet;
  placement: Placement;
  job: Pick<ItemJob<unknown>, "name" | "prompt" | "slug">;
  options: ColoringOptions;
}

/** Stage 6: lays the strokes on the sheet and prints it: the page's document, and of SVG and PNG what was asked for. */
export async function page(input: PageInput, { files, span, progress }: StageContext): Promise<ArtifactDraft[]> {
  const { options, job, sheet } = input;
  const document = composePage(input);
  const svg = renderSvg(document);
  const store = async (name: string, type: string, bytes: Uint8Array, role: ArtifactDraft["role"] = "output") => ({
    name,
    media_type: type,
    blob: await files.write(bytes),
    role,
  });
  const drafts = [
    await store(`${job.slug}.page.json`, pageDocumentType, Buffer.from(JSON.stringify(document)), "intermediate"),
  ];
  progress(0.2);
  if (options.formats.includes("png")) {
    const png = await renderPng(svg, sheet);
    drafts.push(await store(`pages/${job.slug}.png`, "image/png", png));
    span.set("png.bytes", png.length);
  }
  if (options.formats.includes("svg")) {
    drafts.push(await store(`pages/${job.slug}.svg`, "image/svg+xml", Buffer.from(svg)));
  }
  span.set("svg.bytes", Buffer.byteLength(svg));
  span.set("line.points", linePoints[options.line_weight]);
  span.set("line.mm", Number(document.line.toFixed(3)));
  span.set("line.dashed", document.dash !== null);
  span.set("caption.letters", document.caption?.paths.length ?? 0);
  return drafts;
}

export function composePage({ curves, sheet, placement, job, options }: PageInput): PageDocument {
  const line = linePoints[options.line_weight] * mmPerPoint;
  const text = { none: "", prompt: job.prompt, name: stem(job.name) }[options.caption];
  return {
    width: sheet.width,
    height: sheet.height,
    title: job.prompt.trim() || stem(job.name),
    line,
    dash: options.style === "dashed" ? [dashPattern.dash * line, dashPattern.gap * line] : null,
    strokes: curves.map((curve) => pathData(curve, placement)),
    // A page of the picture's own proportions has no paper to spare under it.
    caption: text && options.page_size !== "original" ? layCaption(text, sheet) : null,
  };
}

/** A file's name as a person would say it: without its ending, with spaces. */
const stem = (name: string): string =>
  name
    .replace(/\.[a-z0-9]{1,5}$/i, "")
    .replace(/[_-]+/g, " ")
    .trim();

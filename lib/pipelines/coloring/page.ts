import type { ColoringOptions } from "@/lib/contracts/coloring";
import type { ArtifactDraft, ItemJob, StageContext } from "../pipeline";
import type { Curve } from "./lines/bezier";
import { linePoints, mmPerPoint, type PictureBox, type Placement, type Sheet } from "./options";
import { layCaption } from "./print/caption";
import { dashStroke } from "./print/dashes";
import { type PageDocument, pageDocumentType } from "./print/page-document";
import { isFrame, pathData } from "./print/path";
import { renderPng } from "./print/png";
import { renderSvg } from "./print/svg";

export interface PageInput {
  curves: Curve[];
  sheet: Sheet;
  placement: Placement;
  /** Left out where the lines were not drawn over the picture. */
  picture?: PictureBox;
  job: Pick<ItemJob<unknown>, "name" | "prompt" | "slug">;
  options: ColoringOptions;
}

/** Stage 6: lays the strokes on the sheet and prints it: the page's document, and of SVG and PNG what was asked for. */
export async function page(input: PageInput, { files, span }: StageContext): Promise<ArtifactDraft[]> {
  const { options, job } = input;
  const { document, missing } = composePage(input);
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
  if (options.formats.includes("png")) {
    const png = await renderPng(document);
    drafts.push(await store(`pages/${job.slug}.png`, "image/png", png));
    span.set("png.bytes", png.length);
  }
  if (options.formats.includes("svg")) {
    drafts.push(await store(`pages/${job.slug}.svg`, "image/svg+xml", Buffer.from(svg)));
  }
  span.set("svg.bytes", Buffer.byteLength(svg));
  span.set("line.points", linePoints[options.line_weight]);
  span.set("line.mm", Number(document.line.toFixed(3)));
  span.set("line.dashed", document.dashes !== null);
  span.set("caption.letters", (document.caption?.paths.length ?? 0) + (document.caption?.drawings.length ?? 0));
  span.set("caption.missing_characters", missing);
  return drafts;
}

export interface ComposedPage {
  document: PageDocument;
  /** Characters of the caption that no typeface has. */
  missing: number;
}

export function composePage({ curves, sheet, placement, picture, job, options }: PageInput): ComposedPage {
  const line = linePoints[options.line_weight] * mmPerPoint;
  const isDashed = options.style === "dashed";
  const pieces = curves.flatMap((curve) => {
    const whole = [{ data: pathData(curve, placement), dash: null }];
    // A frame is nothing to trace, and unbroken it sets off what is.
    if (!isDashed || isFrame(whole[0].data)) return whole;
    return dashStroke(curve, placement.scale, line).map((piece) => ({
      data: pathData(piece.curve, placement),
      dash: piece.dash,
    }));
  });
  const ink = inkOf(curves, placement);
  const text = { none: "", prompt: job.prompt, name: stem(job.name) }[options.caption];
  // A page of the picture's own proportions has no paper to spare under it.
  const lettering = text && options.page_size !== "original" ? layCaption(text, sheet, ink[3] + line / 2) : null;
  const document: PageDocument = {
    width: sheet.width,
    height: sheet.height,
    margin: sheet.margin,
    ...(picture && { picture }),
    title: job.prompt.trim() || stem(job.name),
    line,
    ink,
    strokes: pieces.map(({ data }) => data),
    dashes: isDashed ? pieces.map(({ dash }) => dash) : null,
    caption: lettering && { line: lettering.line, paths: lettering.paths, drawings: lettering.drawings },
  };
  return { document, missing: lettering?.missing ?? 0 };
}

/** The box of all control points, in mm to 10 µm. */
function inkOf(curves: Curve[], { scale, left, top }: Placement): PageDocument["ink"] {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { points } of curves) {
    for (let i = 0; i < points.length; i += 2) {
      x0 = Math.min(x0, points[i]);
      x1 = Math.max(x1, points[i]);
      y0 = Math.min(y0, points[i + 1]);
      y1 = Math.max(y1, points[i + 1]);
    }
  }
  const mm = (pixels: number, offset: number): number => Math.round((pixels * scale + offset) * 100) / 100;
  return [mm(x0, left), mm(y0, top), mm(x1, left), mm(y1, top)];
}

/** A file's name as a person would say it: without its ending, with spaces. */
const stem = (name: string): string =>
  name
    .replace(/\.[a-z0-9]{1,5}$/i, "")
    .replace(/[_-]+/g, " ")
    .trim();

import { qualities } from "@/lib/contracts/terms/coloring";
import { workingPixels } from "@/lib/pipelines/coloring/options";
import type { BoundaryRow } from "./boundary-rows";
import type { PagesRow } from "./pages/rows";
import type { Speed } from "./speed";
import { fixed, table } from "./table";

/** Everything that one run of the bench found out; also what is written as JSON. */
export interface Report {
  boundary: BoundaryRow[];
  pages: PagesRow[];
  speed: Speed | null;
  skipped: string[];
}

export function showReport({ boundary, pages, speed, skipped }: Report): string {
  const parts: string[] = [];
  if (boundary.length) parts.push(boundaryTable(boundary));
  if (pages.length) parts.push(pagesTable(pages));
  if (speed) parts.push(speedTable(speed));
  return [...parts, ...skipped.map((what) => `skipped: ${what}`)].join("\n");
}

const boundaryTable = (rows: BoundaryRow[]): string =>
  table(
    "Boundaries: F at 0.0075 of the diagonal, one-to-one",
    ["set", "n", "F (ODS)", "OIS", "P", "R", "level", "Canny", "XDoG", "refused"],
    rows.map(({ row, pictures, refused, scores }) => {
      const { ods, ois } = scores.page;
      const peer = (name: string) => fixed(scores[name]?.ods.f, 3);
      const figures = [ods.f, ois.f, ods.precision, ods.recall].map((value) => fixed(value, 3));
      return [row, String(pictures), ...figures, ods.level, peer("Canny"), peer("XDoG"), String(refused)];
    }),
  );

const pagesTable = (rows: PagesRow[]): string =>
  table(
    "Pages on letter paper (black, gray: the worst page; mean / most; least / median / most)",
    [
      "pages",
      "n",
      "ink %",
      "black %",
      "gray %",
      "specks",
      "open ends",
      "regions",
      "⌀2mm %",
      "⌀4mm %",
      "pages ok %",
      "SVG kB",
      "refused",
    ],
    rows.map((page) => [
      page.row,
      String(page.pages),
      fixed(page.ink, 1),
      fixed(page.black, 3),
      fixed(page.grey, 3),
      `${fixed(page.specksMean, 1)} / ${page.specksMost}`,
      `${fixed(page.endsMean, 1)} / ${page.endsMost}`,
      `${page.regionsLeast} / ${page.regionsMedian} / ${page.regionsMost}`,
      fixed(page.circle1, 1),
      fixed(page.circle2, 1),
      fixed(page.pagesWithCircle1, 0),
      fixed(page.svgMost / 1000, 0),
      String(page.refused),
    ]),
  );

/** Seconds by megapixel at the three qualities, which differ in little else than the pixels they work on. */
const byWorkingPixels = ({ name, engine }: Speed["pictures"][number]): string => {
  const each = qualities.map((quality) => {
    const megapixels = workingPixels[quality] / 1e6;
    return `${fixed(megapixels, 2)} MP ${fixed(engine.page[quality] / megapixels, 2)} s/MP`;
  });
  return `${name}: ${each.join(" · ")}`;
};

function speedTable({ pictures, byMegapixels, memory }: Speed): string {
  const rows = pictures.flatMap(({ name, engine, opencv }) => {
    const { page, cold, sharpToWorking, sharpToPage, sameBytes } = engine;
    const row = (what: string, seconds: number | undefined) => [
      `${name}: ${what}`,
      fixed(seconds, 3),
      fixed((seconds ?? Number.NaN) / sharpToWorking, 2),
      fixed((seconds ?? Number.NaN) / sharpToPage, 2),
    ];
    return [
      ...Object.entries(page).map(([quality, seconds]) => row(`page, ${quality}`, seconds)),
      row("page, standard, first run of all", cold),
      row("sharp, to working size", sharpToWorking),
      row("sharp, to the page's size", sharpToPage),
      row("OpenCV pencilSketch, decode to PNG", opencv?.decodePencilSketchEncode),
      row("OpenCV pencilSketch alone", opencv?.pencilSketch),
      row("OpenCV Canny, decode to PNG", opencv?.decodeCannyEncode),
      [`${name}: same bytes in every run`, sameBytes ? "yes" : "NO", "", ""],
    ];
  });
  const stages = Object.entries(pictures[0]?.engine.stages ?? {}).map(([stage, ms]) => `${stage} ${fixed(ms, 0)}`);
  return [
    table(
      "Processor seconds on one core, and as multiples of sharp's decode + resize + PNG",
      ["what", "s", "× working", "× page"],
      rows,
    ),
    `stages of the first, ms: ${stages.join(" · ")}`,
    `standard by megapixels that come in: ${Object.entries(byMegapixels)
      .sort((a, b) => Number(a[0]) - Number(b[0]))
      .map(([megapixels, seconds]) => `${megapixels} MP ${fixed(seconds, 2)} s`)
      .join(" · ")}`,
    `by pixels worked on: ${pictures.map(byWorkingPixels).join("; ")}`,
    `peak memory: ${Object.entries(memory)
      .map(([slots, megabytes]) => `${slots} slots ${fixed(megabytes, 0)} MB`)
      .join(" · ")}`,
    "",
  ].join("\n");
}

import type { PageDocument } from "./page-document";

/** The page as an SVG of its real size; one unit is one millimetre, one path is one stroke of the pen. */
export function renderSvg(page: PageDocument): string {
  const width = size(page.width);
  const height = size(page.height);
  const lines = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}mm" height="${height}mm" viewBox="0 0 ${width} ${height}">`,
    `<title>${escapeText(page.title)}</title>`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    `<g fill="none" stroke="#000" stroke-linecap="round" stroke-linejoin="round" stroke-width="${size(page.line)}">`,
    ...page.strokes.map((data, i) => pathElement(data, page.dashes?.[i])),
    "</g>",
    ...(page.caption ? letters(page.caption) : []),
    "</svg>\n",
  ];
  return lines.join("\n");
}

/** The caption alone: the sheet from `top` mm on, where nothing else is drawn. */
export function renderLettering(page: PageDocument, top: number): string {
  const width = size(page.width);
  const height = size(page.height - top);
  const view = `0 ${size(top)} ${width} ${height}`;
  const lines = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}mm" height="${height}mm" viewBox="${view}">`,
    `<rect y="${size(top)}" width="${width}" height="${height}" fill="#fff"/>`,
    ...(page.caption ? letters(page.caption) : []),
    "</svg>",
  ];
  return lines.join("\n");
}

/** Outlines first and white over them, so that letters that touch become one shape; a stroke's inner half is hidden. */
function letters({ line, paths, drawings }: NonNullable<PageDocument["caption"]>): string[] {
  const elements: string[] = [];
  if (paths.length) {
    elements.push(
      `<defs><g id="letters">${paths.map((data) => pathElement(data)).join("")}</g></defs>`,
      `<use href="#letters" fill="none" stroke="#000" stroke-linejoin="round" stroke-width="${size(2 * line)}"/>`,
      '<use href="#letters" fill="#fff"/>',
    );
  }
  if (drawings.length) elements.push(`<g>${drawings.map((data) => pathElement(data)).join("")}</g>`);
  return elements;
}

const pathElement = (data: string, dash?: readonly [number, number] | null): string =>
  dash ? `<path d="${data}" stroke-dasharray="${dash.map(size).join(" ")}"/>` : `<path d="${data}"/>`;

/** Micrometres are finer than any sheet is cut. */
const size = (mm: number): string => String(Number(mm.toFixed(3)));

/** Text safe inside XML; what XML 1.0 cannot carry is left out. */
function escapeText(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}

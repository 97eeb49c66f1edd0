import type { PageDocument } from "./page-document";

/** The page as an SVG of its real size; one unit is one millimetre, one path is one stroke of the pen. */
export function renderSvg(page: PageDocument): string {
  const width = size(page.width);
  const height = size(page.height);
  const dash = page.dash ? ` stroke-dasharray="${page.dash.map(size).join(" ")}"` : "";
  const lines = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}mm" height="${height}mm" viewBox="0 0 ${width} ${height}">`,
    `<title>${escapeText(page.title)}</title>`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    `<g fill="none" stroke="#000" stroke-linecap="round" stroke-linejoin="round" stroke-width="${size(page.line)}"${dash}>`,
    ...page.strokes.map(pathElement),
    "</g>",
  ];
  if (page.caption) {
    lines.push(
      `<g fill="none" stroke="#000" stroke-linejoin="round" stroke-width="${size(page.caption.line)}">`,
      ...page.caption.paths.map(pathElement),
      "</g>",
    );
  }
  return `${lines.join("\n")}\n</svg>\n`;
}

const pathElement = (data: string): string => `<path d="${data}"/>`;

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

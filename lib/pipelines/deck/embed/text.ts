import type { SlideParagraph, SlideRun, SlideText } from "../slide";
import { fillXml } from "./fill";
import { lineXml } from "./line";
import type { Relations } from "./relations";
import { escapeXml, integer, share, size } from "./xml";

const anchors = { top: "t", middle: "ctr", bottom: "b" } as const;
const aligns = { left: "l", centre: "ctr", right: "r" } as const;
/** Bounds of ST_TextFontSize and ST_TextPoint, in hundredths of a point. */
const smallest = 100;
const largest = 400_000;

/** Bound of ST_TextSpacingPoint. */
const mostPitch = 158_400;

/** A body has at least one paragraph. */
const noParagraph = '<a:p><a:endParaRPr lang="en-US"/></a:p>';

/** A body that may be typed into, for a shape without text. */
export const emptyText =
  '<p:txBody><a:bodyPr rtlCol="0" anchor="ctr"/><a:lstStyle/><a:p><a:pPr algn="ctr"/><a:endParaRPr lang="en-US"/></a:p></p:txBody>';

/** `p:txBody` (ECMA-376 part 1, 19.3.1.51). */
export function textXml(text: SlideText | null, relations: Relations): string {
  if (!text) return emptyText;
  const { inset, anchor, wrap, vertical } = text;
  const turned = vertical === "clockwise" ? ' vert="vert"' : "";
  const body =
    `<a:bodyPr wrap="${wrap ? "square" : "none"}" lIns="${size(inset.left)}" tIns="${size(inset.top)}" rIns="${size(inset.right)}"` +
    ` bIns="${size(inset.bottom)}" rtlCol="0" anchor="${anchors[anchor]}"${turned}><a:noAutofit/></a:bodyPr>`;
  return `<p:txBody>${body}<a:lstStyle/>${text.paragraphs.map((one) => paragraph(one, text.pitch, relations)).join("") || noParagraph}</p:txBody>`;
}

function paragraph({ align, rightToLeft, runs }: SlideParagraph, pitch: number | null, relations: Relations): string {
  const direction = rightToLeft ? ' rtl="1"' : "";
  const spacing = pitch === null ? "" : `<a:lnSpc><a:spcPts val="${integer(pitch, 0, mostPitch)}"/></a:lnSpc>`;
  const properties = `<a:pPr marL="0" indent="0" algn="${aligns[align]}"${direction}>${spacing}<a:buNone/></a:pPr>`;
  return `<a:p>${properties}${runs.map((one) => run(one, relations)).join("")}</a:p>`;
}

function run(part: SlideRun, relations: Relations): string {
  const attributes = [
    'lang="en-US"',
    `sz="${integer(part.size, smallest, largest)}"`,
    `b="${part.bold ? 1 : 0}"`,
    `i="${part.italic ? 1 : 0}"`,
    part.underline ? 'u="sng"' : "",
    part.strike ? 'strike="sngStrike"' : "",
    part.smallCaps ? 'cap="small"' : "",
    part.spacing ? `spc="${integer(part.spacing, -largest, largest)}"` : "",
    part.baseline ? `baseline="${share(part.baseline)}"` : "",
    'dirty="0"',
  ].filter(Boolean);
  const font = escapeXml(part.font);
  const faces = ["latin", "ea", "cs"].map((script) => `<a:${script} typeface="${font}"/>`).join("");
  const outline = part.line ? lineXml(part.line, relations) : "";
  const link = part.link && relations.link(part.link);
  const click = link ? `<a:hlinkClick r:id="${link}"/>` : "";
  return `<a:r><a:rPr ${attributes.join(" ")}>${outline}${fillXml(part.fill, relations)}${faces}${click}</a:rPr><a:t>${escapeXml(part.text)}</a:t></a:r>`;
}

import type { SlideForm, SlideGroup, SlidePicture, SlideShape } from "../slide";
import { bounds } from "./bounds";
import { effectsXml } from "./effects";
import { blipXml, fillXml } from "./fill";
import { writeGeometry } from "./geometry";
import { lineXml } from "./line";
import { placingXml } from "./placing";
import type { Relations } from "./relations";
import { textXml } from "./text";
import { coordinate, escapeXml, share, size } from "./xml";
import type { XmlBytes } from "./xml-bytes";

/** Hears how many bytes of XML each shape takes, a group with all that is in it. */
export type ShapeListener = (shape: SlideShape, bytes: number) => void;

/** Where shapes are written, what they refer to and who hears of them. */
export interface ShapeSheet {
  xml: XmlBytes;
  relations: Relations;
  listener: ShapeListener;
}

/** Writes one shape with all that is in it, as `p:sp`, `p:pic` or `p:grpSp` (ECMA-376 part 1, 19.3.1). */
export function writeShape(shape: SlideShape, sheet: ShapeSheet): void {
  const before = sheet.xml.length;
  if (shape.kind === "group") writeGroup(shape, sheet);
  else if (shape.kind === "form") writeForm(shape, sheet);
  else writePicture(shape, sheet);
  sheet.listener(shape, sheet.xml.length - before);
}

function named({ id, name, alt, link }: SlideShape, relations: Relations): string {
  const described = alt ? ` descr="${escapeXml(alt)}"` : "";
  const target = link && relations.link(link);
  const head = `<p:cNvPr id="${id}" name="${escapeXml(name)}"${described}`;
  return target ? `${head}><a:hlinkClick r:id="${target}"/></p:cNvPr>` : `${head}/>`;
}

function writeForm(shape: SlideForm, { xml, relations }: ShapeSheet): void {
  const { placing, geometry, fill, line, effects, text } = shape;
  const box = text && !fill && !line ? ' txBox="1"' : "";
  const head = `<p:sp><p:nvSpPr>${named(shape, relations)}<p:cNvSpPr${box}/><p:nvPr/></p:nvSpPr><p:spPr>`;
  xml.add(head + placingXml(placing));
  writeGeometry(geometry, placing.width, placing.height, xml);
  const dress = fillXml(fill, relations) + lineXml(line, relations) + effectsXml(effects);
  xml.add(`${dress}</p:spPr>${textXml(text, relations)}</p:sp>`);
}

const vectorUri = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}";
const vectorSpace = "http://schemas.microsoft.com/office/drawing/2016/SVG/main";

function writePicture(shape: SlidePicture, { xml, relations }: ShapeSheet): void {
  const { placing, geometry, media, vector, crop, opacity, effects } = shape;
  const pixels = relations.picture(media);
  const sharp =
    vector === null
      ? ""
      : `<a:extLst><a:ext uri="${vectorUri}"><asvg:svgBlip xmlns:asvg="${vectorSpace}" r:embed="${relations.picture(vector)}"/></a:ext></a:extLst>`;
  xml.add(
    `<p:pic><p:nvPicPr>${named(shape, relations)}<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/></p:nvPicPr>` +
      `<p:blipFill>${blipXml(pixels, opacity, sharp)}${cropXml(crop)}<a:stretch><a:fillRect/></a:stretch></p:blipFill>` +
      `<p:spPr>${placingXml(placing)}`,
  );
  writeGeometry(geometry, placing.width, placing.height, xml);
  xml.add(`${effectsXml(effects)}</p:spPr></p:pic>`);
}

function cropXml(crop: SlidePicture["crop"]): string {
  if (!crop) return "";
  return `<a:srcRect l="${share(crop.left)}" t="${share(crop.top)}" r="${share(crop.right)}" b="${share(crop.bottom)}"/>`;
}

function writeGroup(shape: SlideGroup, sheet: ShapeSheet): void {
  const { x, y, width, height } = bounds(shape.children);
  const origin = `x="${coordinate(x)}" y="${coordinate(y)}"`;
  const extent = `cx="${size(width)}" cy="${size(height)}"`;
  sheet.xml.add(
    `<p:grpSp><p:nvGrpSpPr>${named(shape, sheet.relations)}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>` +
      `<a:off ${origin}/><a:ext ${extent}/><a:chOff ${origin}/><a:chExt ${extent}/></a:xfrm></p:grpSpPr>`,
  );
  for (const child of shape.children) writeShape(child, sheet);
  sheet.xml.add("</p:grpSp>");
}

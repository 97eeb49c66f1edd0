import type { SlideForm, SlideGroup, SlidePicture, SlideShape } from "../slide";
import { bounds } from "./bounds";
import { effectsXml } from "./effects";
import { blipXml, fillXml } from "./fill";
import { geometryXml } from "./geometry";
import { lineXml } from "./line";
import { placingXml } from "./placing";
import type { Relations } from "./relations";
import { textXml } from "./text";
import { coordinate, escapeXml, share, size } from "./xml";

/** Hears of the XML of each shape, a group's with all that is in it. */
export type ShapeListener = (shape: SlideShape, xml: string) => void;

/** One shape with all that is in it, as `p:sp`, `p:pic` or `p:grpSp` (ECMA-376 part 1, 19.3.1). */
export function shapeXml(shape: SlideShape, relations: Relations, listener: ShapeListener): string {
  const xml = writtenXml(shape, relations, listener);
  listener(shape, xml);
  return xml;
}

function writtenXml(shape: SlideShape, relations: Relations, listener: ShapeListener): string {
  switch (shape.kind) {
    case "form":
      return form(shape, relations);
    case "picture":
      return picture(shape, relations);
    case "group":
      return group(shape, relations, listener);
  }
}

function named({ id, name, alt, link }: SlideShape, relations: Relations): string {
  const described = alt ? ` descr="${escapeXml(alt)}"` : "";
  const target = link && relations.link(link);
  const head = `<p:cNvPr id="${id}" name="${escapeXml(name)}"${described}`;
  return target ? `${head}><a:hlinkClick r:id="${target}"/></p:cNvPr>` : `${head}/>`;
}

function form(shape: SlideForm, relations: Relations): string {
  const { placing, geometry, fill, line, effects, text } = shape;
  const box = text ? ' txBox="1"' : "";
  return (
    `<p:sp><p:nvSpPr>${named(shape, relations)}<p:cNvSpPr${box}/><p:nvPr/></p:nvSpPr><p:spPr>` +
    placingXml(placing) +
    geometryXml(geometry, placing.width, placing.height) +
    fillXml(fill, relations) +
    lineXml(line, relations) +
    effectsXml(effects) +
    `</p:spPr>${textXml(text, relations)}</p:sp>`
  );
}

const vectorUri = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}";
const vectorSpace = "http://schemas.microsoft.com/office/drawing/2016/SVG/main";

function picture(shape: SlidePicture, relations: Relations): string {
  const { placing, geometry, media, vector, crop, opacity, effects } = shape;
  const pixels = relations.picture(media);
  const sharp =
    vector === null
      ? ""
      : `<a:extLst><a:ext uri="${vectorUri}"><asvg:svgBlip xmlns:asvg="${vectorSpace}" r:embed="${relations.picture(vector)}"/></a:ext></a:extLst>`;
  return (
    `<p:pic><p:nvPicPr>${named(shape, relations)}<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/></p:nvPicPr>` +
    `<p:blipFill>${blipXml(pixels, opacity, sharp)}${cropXml(crop)}<a:stretch><a:fillRect/></a:stretch></p:blipFill>` +
    `<p:spPr>${placingXml(placing)}${geometryXml(geometry, placing.width, placing.height)}${effectsXml(effects)}</p:spPr></p:pic>`
  );
}

function cropXml(crop: SlidePicture["crop"]): string {
  if (!crop) return "";
  return `<a:srcRect l="${share(crop.left)}" t="${share(crop.top)}" r="${share(crop.right)}" b="${share(crop.bottom)}"/>`;
}

function group(shape: SlideGroup, relations: Relations, listener: ShapeListener): string {
  const { x, y, width, height } = bounds(shape.children);
  const origin = `x="${coordinate(x)}" y="${coordinate(y)}"`;
  const extent = `cx="${size(width)}" cy="${size(height)}"`;
  return (
    `<p:grpSp><p:nvGrpSpPr>${named(shape, relations)}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>` +
    `<a:off ${origin}/><a:ext ${extent}/><a:chOff ${origin}/><a:chExt ${extent}/></a:xfrm></p:grpSpPr>` +
    `${shape.children.map((child) => shapeXml(child, relations, listener)).join("")}</p:grpSp>`
  );
}

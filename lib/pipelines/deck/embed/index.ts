import type { Slide } from "../slide";
import { type MediaFile, Relations, type Relationship } from "./relations";
import { type ShapeListener, writeShape } from "./shape";
import { escapeXml } from "./xml";
import { XmlBytes } from "./xml-bytes";

/** One slide as its parts of the package. */
export interface SlideParts {
  /** UTF-8. */
  xml: Uint8Array;
  relationships: Relationship[];
  media: MediaFile[];
}

const spaces = [
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"',
].join(" ");

const root =
  '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/>' +
  '<a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>';

/** Writes a slide as PresentationML (ECMA-376 part 1, 19.3.1.38), with the relationships and media it needs. */
export function embedSlide(slide: Slide, listener: ShapeListener = () => {}): SlideParts {
  const relations = new Relations(slide.media);
  const xml = new XmlBytes();
  const background = `<p:bg><p:bgPr><a:solidFill><a:srgbClr val="${slide.background}"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>`;
  xml.add(
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<p:sld ${spaces}><p:cSld name="${escapeXml(slide.title)}">` +
      `${background}<p:spTree>${root}`,
  );
  for (const shape of slide.shapes) writeShape(shape, { xml, relations, listener });
  xml.add("</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>");
  return { xml: xml.bytes(), relationships: relations.list, media: relations.used };
}

import type { SlideCommand, SlideGeometry, SlidePath } from "../slide";
import { integer, size, withinCoordinates } from "./xml";
import type { XmlBytes } from "./xml-bytes";

const bytesOf = (text: string): Uint8Array => Buffer.from(text);

const opening = bytesOf(
  '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst>',
);
const closing = bytesOf("</a:pathLst></a:custGeom>");
const moveTo = [bytesOf("<a:moveTo>"), bytesOf("</a:moveTo>")];
const lineTo = [bytesOf("<a:lnTo>"), bytesOf("</a:lnTo>")];
const curveTo = [bytesOf("<a:cubicBezTo>"), bytesOf("</a:cubicBezTo>")];
const close = bytesOf("<a:close/>");
const point = [bytesOf('<a:pt x="'), bytesOf('" y="'), bytesOf('"/>')];

/** Writes a shape's outline: a preset, or `a:custGeom` in EMU of its own box (ECMA-376 part 1, 20.1.9). */
export function writeGeometry(geometry: SlideGeometry, width: number, height: number, xml: XmlBytes): void {
  if (geometry.kind !== "custom") xml.add(presetXml(geometry));
  else {
    xml.addBytes(opening);
    for (const path of geometry.paths) writePath(path, width, height, xml);
    xml.addBytes(closing);
  }
}

function presetXml(geometry: Exclude<SlideGeometry, { kind: "custom" }>): string {
  const adjust =
    geometry.kind === "roundRect"
      ? `<a:avLst><a:gd name="adj" fmla="val ${integer(geometry.radius * 100_000, 0, 50_000)}"/></a:avLst>`
      : "<a:avLst/>";
  return `<a:prstGeom prst="${geometry.kind}">${adjust}</a:prstGeom>`;
}

/** Most of a slide's bytes are its paths: they are written without a text for each point. */
function writePath({ commands, filled, stroked }: SlidePath, width: number, height: number, xml: XmlBytes): void {
  const flags = `${filled ? "" : ' fill="none"'}${stroked ? "" : ' stroke="0"'}`;
  xml.add(`<a:path w="${size(width)}" h="${size(height)}"${flags}>`);
  for (const command of commands) writeCommand(command, xml);
  xml.add("</a:path>");
}

function writeCommand(command: SlideCommand, xml: XmlBytes): void {
  if (command.type === "close") {
    xml.addBytes(close);
    return;
  }
  const [begin, end] = command.type === "curveTo" ? curveTo : command.type === "lineTo" ? lineTo : moveTo;
  xml.addBytes(begin);
  if (command.type === "curveTo") {
    writePoint(command.x1, command.y1, xml);
    writePoint(command.x2, command.y2, xml);
  }
  writePoint(command.x, command.y, xml);
  xml.addBytes(end);
}

function writePoint(x: number, y: number, xml: XmlBytes): void {
  xml.addBytes(point[0]);
  xml.addInteger(withinCoordinates(x));
  xml.addBytes(point[1]);
  xml.addInteger(withinCoordinates(y));
  xml.addBytes(point[2]);
}

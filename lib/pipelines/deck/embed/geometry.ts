import type { SlideCommand, SlideGeometry, SlidePath } from "../slide";
import { coordinate, integer, size } from "./xml";

/** A shape's outline: a preset, or `a:custGeom` in EMU of its own box (ECMA-376 part 1, 20.1.9). */
export function geometryXml(geometry: SlideGeometry, width: number, height: number): string {
  if (geometry.kind === "custom") return custom(geometry.paths, width, height);
  const adjust =
    geometry.kind === "roundRect"
      ? `<a:avLst><a:gd name="adj" fmla="val ${integer(geometry.radius * 100_000, 0, 50_000)}"/></a:avLst>`
      : "<a:avLst/>";
  return `<a:prstGeom prst="${geometry.kind}">${adjust}</a:prstGeom>`;
}

function custom(paths: SlidePath[], width: number, height: number): string {
  const drawn = paths.map((path) => pathXml(path, width, height)).join("");
  return `<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst>${drawn}</a:pathLst></a:custGeom>`;
}

function pathXml({ commands, filled, stroked }: SlidePath, width: number, height: number): string {
  const flags = `${filled ? "" : ' fill="none"'}${stroked ? "" : ' stroke="0"'}`;
  let drawn = "";
  for (const command of commands) drawn += commandXml(command);
  return `<a:path w="${size(width)}" h="${size(height)}"${flags}>${drawn}</a:path>`;
}

function commandXml(command: SlideCommand): string {
  switch (command.type) {
    case "moveTo":
      return `<a:moveTo>${point(command.x, command.y)}</a:moveTo>`;
    case "lineTo":
      return `<a:lnTo>${point(command.x, command.y)}</a:lnTo>`;
    case "curveTo":
      return `<a:cubicBezTo>${point(command.x1, command.y1)}${point(command.x2, command.y2)}${point(command.x, command.y)}</a:cubicBezTo>`;
    case "close":
      return "<a:close/>";
  }
}

const point = (x: number, y: number): string => `<a:pt x="${coordinate(x)}" y="${coordinate(y)}"/>`;

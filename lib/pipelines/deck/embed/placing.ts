import type { Placing } from "../slide";
import { coordinate, integer, size } from "./xml";

/** `a:xfrm` of a shape or picture. */
export function placingXml({ x, y, width, height, turn, flipX, flipY }: Placing): string {
  const turned = turn ? ` rot="${integer(turn)}"` : "";
  const flipped = `${flipX ? ' flipH="1"' : ""}${flipY ? ' flipV="1"' : ""}`;
  return (
    `<a:xfrm${turned}${flipped}><a:off x="${coordinate(x)}" y="${coordinate(y)}"/>` +
    `<a:ext cx="${size(width)}" cy="${size(height)}"/></a:xfrm>`
  );
}

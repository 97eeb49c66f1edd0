import { identity } from "../../matrix";
import { rectanglePath } from "../../outline";
import type { ReasonCode } from "../../policy/reasons";
import type { Clip, Group, Image, Rect } from "../../scene";
import { type Aspect, fitMatrix, readAspect } from "../aspect";
import type { SvgElement } from "../element";
import { type Context, originOf, plainGroup, plainNode } from "./context";
import { readDataUrl } from "./data-url";
import { attribute } from "./geometry";
import { readPictureHeader } from "./picture-header";

/** How many SVGs may stand inside each other. */
const deepest = 4;
const mostBytes = 32 * 1024 * 1024;
/**
 * An `image` with a `data:` URL (SVG 2, 12.3): a PNG, JPEG, GIF or WebP, or another SVG as a group. Null, with a note,
 * for all other addresses, since nothing outside the file is read, and for data that is no picture.
 */
export function imageOf(element: SvgElement, ctx: Context): Image | Group | null {
  const address = element.attributes.get("href");
  if (address === undefined || address.trim() === "") return null;
  const data = readDataUrl(address);
  if (data === null) return refuse(element, ctx, "image_not_embedded", address.slice(0, 200));
  if (data.bytes.length > mostBytes) return refuse(element, ctx, "image_too_large", `${data.bytes.length} bytes.`);
  return isSvg(data.bytes) ? nested(data.bytes, element, ctx) : picture(data.bytes, element, ctx);
}

/** Plain or gzipped, whatever the media type says. */
function isSvg(bytes: Uint8Array): boolean {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return true;
  const start = new TextDecoder().decode(bytes.subarray(0, 64)).trimStart();
  return start.startsWith("<");
}

function refuse(element: SvgElement, ctx: Context, reason: ReasonCode, detail: string): null {
  ctx.note(element, reason, detail);
  return null;
}

function picture(bytes: Uint8Array, element: SvgElement, ctx: Context): Image | Group | null {
  const header = readPictureHeader(bytes);
  if (header === null) return refuse(element, ctx, "image_unreadable", "It is no PNG, JPEG, GIF or WebP.");
  const frame = frameOf(element, header, ctx);
  if (frame === null) return null;
  const aspect = aspectOf(element);
  const [scaleX, , , scaleY, x, y] = fitMatrix(
    { x: 0, y: 0, width: header.width, height: header.height },
    frame,
    aspect,
  );
  const image: Image = {
    kind: "image",
    ...plainNode(element, identity),
    bytes,
    mediaType: header.mediaType,
    box: { x, y, width: header.width * scaleX, height: header.height * scaleY },
    crisp: /^(optimizeSpeed|pixelated|crisp-edges)$/.test(ctx.style(element, "image-rendering").trim()),
  };
  return overhangs(image.box, frame)
    ? plainGroup(element, identity, [{ ...image, clip: frameClip(element, frame) }])
    : image;
}

function nested(bytes: Uint8Array, element: SvgElement, ctx: Context): Group | null {
  if (ctx.depth >= deepest) return refuse(element, ctx, "image_too_deep", `More than ${deepest} SVGs in each other.`);
  const inner = ctx.nestedSvg(bytes, ctx, element);
  if (inner === null) return refuse(element, ctx, "image_unreadable", "The SVG in it cannot be read.");
  const frame = frameOf(element, inner, ctx);
  if (frame === null) return null;
  const size = { x: 0, y: 0, width: inner.width, height: inner.height };
  const placed = plainGroup(element, fitMatrix(size, frame, aspectOf(element)), [inner.group]);
  return plainGroup(element, identity, [
    { ...plainGroup(element, identity, [placed]), clip: frameClip(element, frame) },
  ]);
}

function aspectOf(element: SvgElement): Aspect {
  return readAspect(element.attributes.get("preserveAspectRatio"));
}

/** Where the picture goes: a missing or `auto` size follows the other and the picture's own; null when it is empty. */
function frameOf(element: SvgElement, own: { width: number; height: number }, ctx: Context): Rect | null {
  const read = (name: string, axis: "x" | "y") => ctx.length(element, attribute(element, name), axis, Number.NaN);
  const given = { width: read("width", "x"), height: read("height", "y") };
  const ratio = own.width / own.height;
  const width = given.width >= 0 ? given.width : given.height >= 0 ? given.height * ratio : own.width;
  const height = given.height >= 0 ? given.height : width / ratio;
  if (!(width > 0 && height > 0)) return null;
  return { x: read("x", "x") || 0, y: read("y", "y") || 0, width, height };
}

function overhangs(box: Rect, frame: Rect): boolean {
  return box.width > frame.width * 1.0001 || box.height > frame.height * 1.0001;
}

function frameClip(element: SvgElement, frame: Rect): Clip {
  return {
    origin: originOf(element),
    shapes: [{ outline: rectanglePath(frame), rule: "nonzero", clip: null }],
    clip: null,
  };
}

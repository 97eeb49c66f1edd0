import { isIdentity } from "../../matrix";
import type {
  Clip,
  Fill,
  FilterUse,
  Image,
  Mask,
  Paint,
  Rect,
  SceneNode,
  Shadow,
  Shape,
  Stroke,
  Text,
  TextRun,
} from "../../scene";
import { filterText } from "./filter";
import { escaped, matrixText, number, pathText, rgb } from "./numbers";

/** Writes parts of a scene back as SVG, for what has to be drawn as a picture. Text becomes outlines. */
export class SvgWriter {
  private readonly defs: string[] = [];
  private last = 0;

  /** A standalone document that shows `view`. */
  document(view: Rect, body: string): string {
    const { x, y, width, height } = view;
    const size = `width="${number(width)}" height="${number(height)}"`;
    const box = [x, y, width, height].map(number).join(" ");
    const names = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"';
    return `<svg ${names} ${size} viewBox="${box}" preserveAspectRatio="none"><defs>${this.defs.join("")}</defs>${body}</svg>`;
  }

  node(node: SceneNode): string {
    return `<g${this.frame(node)}>${this.content(node)}</g>`;
  }

  /** Attributes `fill` and `fill-opacity`, or those of a stroke. */
  paint(paint: Paint, opacity: number, property: "fill" | "stroke" = "fill"): string {
    if (paint.kind === "solid") {
      const alpha = number(paint.colour.alpha * opacity);
      return `${property}="${rgb(paint.colour)}" ${property}-opacity="${alpha}"`;
    }
    const id = paint.kind === "pattern" ? this.pattern(paint) : this.gradient(paint);
    return `${property}="url(#${id})" ${property}-opacity="${number(opacity)}"`;
  }

  private content(node: SceneNode): string {
    switch (node.kind) {
      case "group":
        return node.children.map((child) => this.node(child)).join("");
      case "shape":
        return this.shape(node);
      case "image":
        return this.image(node);
      case "text":
        return this.text(node);
    }
  }

  /** Transform, opacity, clip, mask, filter and blending of a node, as attributes of its `g`. */
  private frame(node: SceneNode): string {
    const parts: string[] = [];
    if (!isIdentity(node.transform)) parts.push(`transform="${matrixText(node.transform)}"`);
    if (node.opacity < 1) parts.push(`opacity="${number(node.opacity)}"`);
    if (node.clip !== null) parts.push(`clip-path="url(#${this.clip(node.clip)})"`);
    if (node.mask !== null) parts.push(`mask="url(#${this.mask(node.mask)})"`);
    if (node.filter !== null) parts.push(`filter="url(#${this.filter(node.filter)})"`);
    const style = [
      node.blend === "normal" ? "" : `mix-blend-mode:${node.blend}`,
      node.isolated ? "isolation:isolate" : "",
    ].filter((rule) => rule !== "");
    if (style.length > 0) parts.push(`style="${style.join(";")}"`);
    return parts.length === 0 ? "" : ` ${parts.join(" ")}`;
  }

  private shape({ geometry, fill, stroke, paintOrder, markers, shadow, blur }: Shape): string {
    const outline = pathText(geometry.outline);
    const steps = {
      fill: () => (fill === null ? "" : `<path d="${outline}" ${this.fill(fill)}/>`),
      stroke: () => (stroke === null ? "" : `<path d="${outline}" fill="none" ${this.stroke(stroke)}/>`),
      markers: () => markers.map(({ content }) => this.node(content)).join(""),
    };
    const painted = paintOrder.map((step) => steps[step]()).join("");
    if (blur !== undefined) return `<g filter="url(#${this.filter(blur.filter)})">${painted}</g>`;
    return shadow === undefined ? painted : `<g filter="url(#${this.shadow(shadow)})">${painted}</g>`;
  }

  private fill({ paint, rule, opacity }: Fill): string {
    return `fill-rule="${rule}" ${this.paint(paint, opacity)}`;
  }

  private stroke(stroke: Stroke): string {
    const dashes = stroke.dashes.length === 0 ? "" : ` stroke-dasharray="${stroke.dashes.map(number).join(" ")}"`;
    const fixed = stroke.nonScaling ? ' vector-effect="non-scaling-stroke"' : "";
    return [
      this.paint(stroke.paint, stroke.opacity, "stroke"),
      `stroke-width="${number(stroke.width)}" stroke-linecap="${stroke.cap}" stroke-linejoin="${stroke.join}"`,
      `stroke-miterlimit="${number(stroke.miterLimit)}" stroke-dashoffset="${number(stroke.dashOffset)}"${dashes}${fixed}`,
    ].join(" ");
  }

  private image({ box, mediaType, bytes, crisp }: Image): string {
    const { x, y, width, height } = box;
    const place = `x="${number(x)}" y="${number(y)}" width="${number(width)}" height="${number(height)}"`;
    const rendering = crisp ? ' image-rendering="optimizeSpeed"' : "";
    const address = `data:${mediaType};base64,${Buffer.from(bytes).toString("base64")}`;
    return `<image ${place} preserveAspectRatio="none"${rendering} xlink:href="${address}"/>`;
  }

  private text(text: Text): string {
    return text.chunks.flatMap((chunk) => chunk.runs.map((run) => this.run(run))).join("");
  }

  private run(run: TextRun): string {
    const under = run.decorations.filter(({ line }) => line !== "line-through");
    const over = run.decorations.filter(({ line }) => line === "line-through");
    const letters = pathText(run.glyphs.flatMap(({ outline }) => outline));
    const bars = (list: typeof under) => list.map(({ bar, fill, stroke }) => this.painted(pathText(bar), fill, stroke));
    const order = run.paintOrder.indexOf("stroke") < run.paintOrder.indexOf("fill");
    const body = letters === "" ? "" : this.painted(letters, run.fill, run.stroke, order);
    return [...bars(under), body, ...bars(over)].join("");
  }

  private painted(outline: string, fill: Fill | null, stroke: Stroke | null, strokeFirst = false): string {
    const parts = [
      fill === null ? "" : `<path d="${outline}" ${this.fill(fill)}/>`,
      stroke === null ? "" : `<path d="${outline}" fill="none" ${this.stroke(stroke)}/>`,
    ];
    return (strokeFirst ? parts.reverse() : parts).join("");
  }

  private gradient(paint: Extract<Paint, { kind: "linear" | "radial" }>): string {
    const stops = paint.stops.map(
      ({ offset, colour }) =>
        `<stop offset="${number(offset)}" stop-color="${rgb(colour)}" stop-opacity="${number(colour.alpha)}"/>`,
    );
    const common = `gradientUnits="userSpaceOnUse" spreadMethod="${paint.spread}" gradientTransform="${matrixText(paint.transform)}"`;
    const id = this.id("gradient");
    if (paint.kind === "linear") {
      const { from, to } = paint;
      const line = `x1="${number(from.x)}" y1="${number(from.y)}" x2="${number(to.x)}" y2="${number(to.y)}"`;
      this.defs.push(`<linearGradient id="${id}" ${common} ${line}>${stops.join("")}</linearGradient>`);
    } else {
      const { centre, radius, focus, focusRadius } = paint;
      const circle = `cx="${number(centre.x)}" cy="${number(centre.y)}" r="${number(radius)}"`;
      const inner = `fx="${number(focus.x)}" fy="${number(focus.y)}" fr="${number(focusRadius)}"`;
      this.defs.push(`<radialGradient id="${id}" ${common} ${circle} ${inner}>${stops.join("")}</radialGradient>`);
    }
    return id;
  }

  private pattern(paint: Extract<Paint, { kind: "pattern" }>): string {
    const id = this.id("pattern");
    const { x, y, width, height } = paint.tile;
    const tile = `x="${number(x)}" y="${number(y)}" width="${number(width)}" height="${number(height)}"`;
    const units = `patternUnits="userSpaceOnUse" patternTransform="${matrixText(paint.transform)}"`;
    // In SVG the content begins at the tile's corner, in a scene it stands in the pattern's coordinates.
    const content = `<g transform="translate(${number(-x)} ${number(-y)})">${this.node(paint.content)}</g>`;
    const overflow = paint.overflowVisible ? ' overflow="visible"' : "";
    this.defs.push(`<pattern id="${id}" ${units} ${tile}${overflow}>${content}</pattern>`);
    return id;
  }

  private clip(clip: Clip): string {
    const id = this.id("clip");
    const shapes = clip.shapes.map(({ outline, rule, clip: own }) => {
      const cut = own === null ? "" : ` clip-path="url(#${this.clip(own)})"`;
      return `<path clip-rule="${rule}" d="${pathText(outline)}"${cut}/>`;
    });
    const cut = clip.clip === null ? "" : ` clip-path="url(#${this.clip(clip.clip)})"`;
    this.defs.push(`<clipPath id="${id}"${cut}>${shapes.join("")}</clipPath>`);
    return id;
  }

  private mask(mask: Mask): string {
    const id = this.id("mask");
    const { x, y, width, height } = mask.region;
    const region = `x="${number(x)}" y="${number(y)}" width="${number(width)}" height="${number(height)}"`;
    const own = mask.mask === null ? "" : ` mask="url(#${this.mask(mask.mask)})"`;
    const kind = `maskUnits="userSpaceOnUse" mask-type="${mask.kind}"`;
    this.defs.push(`<mask id="${id}" ${kind} ${region}${own}>${this.node(mask.content)}</mask>`);
    return id;
  }

  private filter(filter: FilterUse): string {
    const id = this.id("filter");
    this.defs.push(filterText(id, filter, (group) => this.shared(group)));
    return id;
  }

  private shadow({ colour, dx, dy, deviation }: Shadow): string {
    const id = this.id("shadow");
    const flood = `flood-color="${rgb(colour)}" flood-opacity="${number(colour.alpha)}"`;
    const place = `dx="${number(dx)}" dy="${number(dy)}" stdDeviation="${number(deviation)}"`;
    this.defs.push(`<filter id="${id}" x="-1" y="-1" width="3" height="3"><feDropShadow ${place} ${flood}/></filter>`);
    return id;
  }

  /** @returns the id of something that is drawn only where it is referred to. */
  private shared(node: SceneNode): string {
    const id = this.id("shared");
    this.defs.push(`<g id="${id}">${this.node(node)}</g>`);
    return id;
  }

  private id(kind: string): string {
    this.last += 1;
    return escaped(`${kind}-${this.last}`);
  }
}

import sharp from "sharp";
import { FontBook } from "@/lib/pipelines/deck/fonts";
import { SvgWriter } from "@/lib/pipelines/deck/map/svg/writer";
import { multiply, scaling } from "@/lib/pipelines/deck/matrix";
import { edgesOf, transformPath } from "@/lib/pipelines/deck/outline";
import { parseSvg } from "@/lib/pipelines/deck/parse";
import { type PreprocessingPreset, preprocess } from "@/lib/pipelines/deck/preprocess";
import { loadRasterizer } from "@/lib/pipelines/deck/raster";
import type { Matrix, PathData, Point, Scene, SceneNode, Shape } from "@/lib/pipelines/deck/scene";

const fonts = new FontBook();

/** One SVG of 100 by 100 user units, read and preprocessed for a slide of `pixelsPerUnit`. */
export function preprocessed(body: string, preset: PreprocessingPreset, pixelsPerUnit = 1) {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="100" height="100">${body}</svg>`;
  return preprocessedFile(new TextEncoder().encode(svg), preset, pixelsPerUnit);
}

export function preprocessedFile(bytes: Uint8Array, preset: PreprocessingPreset, pixelsPerUnit = 1) {
  const { scene: source, source: parsed } = parseSvg(bytes, { name: "test.svg", fonts });
  return { source, ...preprocess(source, preset, pixelsPerUnit, parsed.document) };
}

export function nodesOf(node: SceneNode): SceneNode[] {
  return node.kind === "group" ? [node, ...node.children.flatMap(nodesOf)] : [node];
}

export function shapesOf({ root }: Scene): Shape[] {
  return nodesOf(root).flatMap((node) => (node.kind === "shape" ? [node] : []));
}

export const idsOf = (scene: Scene) => shapesOf(scene).map(({ origin }) => origin.id);

/** Draws a scene as it stands, as PNG. @param width in pixels. */
export async function pictureOf(scene: Scene, width = 200): Promise<Uint8Array> {
  const rasterizer = await loadRasterizer({ buffers: () => [] });
  const writer = new SvgWriter();
  const body = writer.node(scene.root);
  return rasterizer.draw(writer.document({ x: 0, y: 0, width: scene.width, height: scene.height }, body), width).png;
}

/** All outlines of a scene in slide pixels. */
export function outlinesOf({ root }: Scene, pixelsPerUnit: number): PathData[] {
  const found: PathData[] = [];
  const walk = (node: SceneNode, around: Matrix): void => {
    const matrix = multiply(around, node.transform);
    if (node.kind === "shape") found.push(transformPath(node.geometry.outline, matrix));
    if (node.kind === "group") for (const child of node.children) walk(child, matrix);
  };
  walk(root, scaling(pixelsPerUnit));
  return found;
}

/** Points along outlines, about `apart` from each other. */
export function pointsAlong(paths: PathData[], apart: number): Point[] {
  return paths.flatMap((path) =>
    [...edgesOf(path)].flatMap(({ from, first, second, to }) => {
      const length = [first, second, to].reduce(
        ({ sum, at }, next) => ({ sum: sum + Math.hypot(next.x - at.x, next.y - at.y), at: next }),
        { sum: 0, at: from },
      ).sum;
      const pieces = Math.max(1, Math.ceil(length / apart));
      return Array.from({ length: pieces + 1 }, (_, piece) => onCurve(from, first, second, to, piece / pieces));
    }),
  );
}

function onCurve(from: Point, first: Point, second: Point, to: Point, t: number): Point {
  const s = 1 - t;
  const shares = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t];
  const sum = (axis: "x" | "y") =>
    shares[0] * from[axis] + shares[1] * first[axis] + shares[2] * second[axis] + shares[3] * to[axis];
  return { x: sum("x"), y: sum("y") };
}

/** How far any point of some outlines is from other outlines, a sixteenth of a unit aside. */
export function farthest(paths: PathData[], others: PathData[]): number {
  const along = pointsAlong(others, 1 / 8);
  const squares = pointsAlong(paths, 1).map((point) =>
    along.reduce((least, other) => Math.min(least, (point.x - other.x) ** 2 + (point.y - other.y) ** 2), 1e18),
  );
  return Math.sqrt(Math.max(...squares));
}

/** Largest difference of two pictures of the same size on white, in any channel of a pixel, 0 to 255. */
export async function largestDifference(one: Uint8Array, other: Uint8Array): Promise<number> {
  const [first, second] = await Promise.all(
    [one, other].map((png) => sharp(png).flatten({ background: "#ffffff" }).raw().toBuffer()),
  );
  return first.reduce((most, value, index) => Math.max(most, Math.abs(value - second[index])), 0);
}

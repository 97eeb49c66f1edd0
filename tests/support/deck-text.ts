import { FontBook } from "@/lib/pipelines/deck/fonts";
import { parseSvg } from "@/lib/pipelines/deck/parse";
import type { Scene, SceneNode, Text, TextChunk } from "@/lib/pipelines/deck/scene";

const fonts = new FontBook();

export function sceneOf(inside: string): Scene {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 200" font-family="Noto Sans" font-size="20">${inside}</svg>`;
  return parseSvg(Buffer.from(svg), { name: "text.svg", fonts }).scene;
}

/** All texts of a scene, laid out. */
export function textsIn({ root }: Scene): Text[] {
  const found: Text[] = [];
  const visit = (node: SceneNode) => {
    if (node.kind === "text") found.push(node);
    if (node.kind === "group") node.children.forEach(visit);
  };
  visit(root);
  return found;
}

/** All texts of an SVG's scene, laid out. */
export function textsOf(inside: string): Text[] {
  return textsIn(sceneOf(inside));
}

/** The chunks of the only text. */
export function chunksOf(inside: string): TextChunk[] {
  const texts = textsOf(inside);
  if (texts.length !== 1) throw new Error(`There are ${texts.length} texts.`);
  return texts[0].chunks;
}

export const wordsOf = (chunk: TextChunk) => chunk.runs.map(({ text }) => text).join("");

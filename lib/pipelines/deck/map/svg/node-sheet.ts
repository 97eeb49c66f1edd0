import type { Rect, SceneNode } from "../../scene";
import type { Place } from "../build";
import { matrixText, number, pathText } from "./numbers";
import { SvgWriter } from "./writer";

/** An SVG that shows a part of the slide, in slide pixels, with only this node on it as it stands there. */
export function svgOfNode(node: SceneNode, around: Place, view: Rect): string {
  const writer = new SvgWriter();
  const body = `<g transform="${matrixText(around.matrix)}">${writer.node(node)}</g>`;
  const faded = around.opacity < 1 ? `<g opacity="${number(around.opacity)}">${body}</g>` : body;
  if (around.clip === null) return writer.document(view, faded);
  const clip = `<clipPath id="around"><path clip-rule="evenodd" d="${pathText(around.clip.path)}"/></clipPath>`;
  return writer.document(view, `<defs>${clip}</defs><g clip-path="url(#around)">${faded}</g>`);
}

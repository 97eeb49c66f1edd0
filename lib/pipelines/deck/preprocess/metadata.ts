import type { SvgDocument } from "../parse/element";
import type { Scene, SceneNode } from "../scene";
import { isEditorsNamespace, isEditorsRemark } from "./editors";
import { type PreprocessReport, record } from "./report";

/** Tells of the elements that editors keep for themselves; the scene never has them. */
export function tellMetadata({ elements, foreign }: SvgDocument, report: PreprocessReport): void {
  for (const element of elements) {
    if (element.tag === "metadata" && element.copyOf === null) record(report, element, "metadata", "editors_metadata");
  }
  for (const { id, name, namespace, line } of foreign) {
    if (!isEditorsNamespace(namespace)) continue;
    record(report, { id: id === "" ? name : id, tag: name, line }, "metadata", "editors_metadata");
  }
}

/** The scene without titles and descriptions that only name the program; they would be read out as alternative text. */
export function withoutRemarks(scene: Scene, report: PreprocessReport): Scene {
  const root = cleared(scene.root, report);
  const title = isEditorsRemark(scene.title) ? "" : scene.title;
  const description = isEditorsRemark(scene.description) ? "" : scene.description;
  const same = root === scene.root && title === scene.title && description === scene.description;
  return same ? scene : { ...scene, title, description, root: root.kind === "group" ? root : scene.root };
}

function cleared<Node extends SceneNode>(node: Node, report: PreprocessReport): Node {
  const title = isEditorsRemark(node.title);
  const description = isEditorsRemark(node.description);
  if (title) record(report, { ...node.origin, tag: "title" }, "metadata", "editors_metadata");
  if (description) record(report, { ...node.origin, tag: "desc" }, "metadata", "editors_metadata");
  const own = title || description ? unnamed(node, title, description) : node;
  if (own.kind !== "group") return own;
  const children = own.children.map((child) => cleared(child, report));
  return children.every((child, at) => child === own.children[at]) ? own : { ...own, children };
}

function unnamed<Node extends SceneNode>(node: Node, title: boolean, description: boolean): Node {
  return { ...node, title: title ? "" : node.title, description: description ? "" : node.description };
}

import { type DraftElement, draft } from "./draft";
import type { SvgElement } from "./element";

/** Of what is handed down to an element that stands for something else, nothing may be painted unasked. */
const plainPaint = {
  stroke: "none",
  "stroke-dasharray": "none",
  "fill-opacity": "1",
  "stroke-opacity": "1",
  "paint-order": "normal",
};

/**
 * An element of SVG that says what `from` says in another way; it is read on as if it stood in the file under `from`.
 * @param source whose place in the document it has, so that a cut of the source finds it.
 */
export function standIn(
  tag: string,
  { from, source }: { from: SvgElement; source: SvgElement },
  attributes: Readonly<Record<string, string | number>>,
  declared: Readonly<Record<string, string>>,
): DraftElement {
  const given = new Map(Object.entries(attributes).map(([name, value]) => [name, String(value)]));
  const element = draft({ tag, line: from.line, key: source.key, attributes: given, parent: from as DraftElement });
  const { id, idGiven } = from;
  return Object.assign(element, { id, idGiven, declared: new Map(Object.entries({ ...plainPaint, ...declared })) });
}

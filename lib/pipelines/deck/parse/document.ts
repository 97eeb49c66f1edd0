import type { DraftDocument, DraftElement } from "./draft";
import { refusal } from "./refuse";
import { readTree } from "./xml";

/**
 * Bytes of an SVG as its elements, without styles yet.
 * @param name of the file, for messages.
 * @throws TracepressError `invalid_svg` when it is not well-formed or its root is no `svg`.
 */
export function readDocument(bytes: Uint8Array, name: string): DraftDocument {
  const { elements, foreign, start } = readTree(bytes, name);
  const root = elements.at(0);
  if (root?.tag !== "svg") {
    const place = { line: start.lineNumber, column: start.columnNumber };
    throw refusal(name, place, "the outermost element is not svg; this is another kind of file.");
  }
  const document: DraftDocument = { root, byId: new Map(), elements, foreign };
  nameElements(document);
  return document;
}

/** Gives every element an id that no other has: the file's own, `logo-2` for its second bearer, or `rect-3`. */
function nameElements(document: DraftDocument): void {
  const taken = new Set<string>();
  for (const element of document.elements) {
    const given = element.attributes.get("id") ?? "";
    if (given !== "" && !document.byId.has(given)) document.byId.set(given, element);
    taken.add(given);
  }
  const counts = new Map<string, number>();
  for (const element of document.elements as DraftElement[]) {
    const given = element.attributes.get("id") ?? "";
    element.idGiven = given !== "";
    element.id = document.byId.get(given) === element ? given : freeName(given || element.tag, counts, taken);
  }
}

function freeName(stem: string, counts: Map<string, number>, taken: ReadonlySet<string>): string {
  for (;;) {
    const count = (counts.get(stem) ?? 0) + 1;
    counts.set(stem, count);
    const made = `${stem}-${count}`;
    if (!taken.has(made)) return made;
  }
}

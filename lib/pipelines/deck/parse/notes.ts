import type { ReasonCode } from "../policy/reasons";
import type { SceneNote } from "../scene";
import type { SvgElement } from "./element";

/** Notes of one file beyond these say nothing more. */
const maximumNotes = 10_000;

/** Says that something of an element is not drawn, or not as it says. */
export type Note = (element: SvgElement, reason: ReasonCode, detail?: string) => void;

/** Takes notes of one document, each thing of an element once. */
export function noting(notes: SceneNote[], root: SvgElement): Note {
  const known = new Set<string>();
  return note;

  function note(element: SvgElement, reason: ReasonCode, detail = ""): void {
    if (notes.length > maximumNotes) return;
    const { id, tag, line } = element;
    const said = `${id}\n${reason}\n${detail}`;
    if (known.has(said)) return;
    known.add(said);
    notes.push({ element_id: id, element_type: tag, source_line: line, reason, detail });
    if (notes.length === maximumNotes) note(root, "notes_cut");
  }
}

import type { SlideEffects, SlideFill, SlideForm, SlideGroup, SlideLine, SlideShape } from "../slide";
import type { Build, Label } from "./build";
import type { Placed } from "./placing";

export const noEffects: SlideEffects = { shadow: null, glow: null, softEdge: null };

export interface FormParts {
  placed: Placed;
  fill: SlideFill | null;
  line: SlideLine | null;
}

/** @param part word behind the name when an element takes several shapes. */
export function formOf(build: Build, label: Label, { placed, fill, line }: FormParts, part = ""): SlideForm {
  const { placing, geometry } = placed;
  const base = build.ids.base(label, part);
  return { kind: "form", ...base, placing, geometry, fill, line, effects: noEffects, text: null };
}

/** Shapes as one: none as none, a single one as itself, more in a group of the label's name. */
export function grouped(build: Build, label: Label, shapes: SlideShape[]): SlideShape[] {
  if (shapes.length < 2) return shapes;
  const group: SlideGroup = { kind: "group", ...build.ids.base(label), children: shapes };
  return [group];
}

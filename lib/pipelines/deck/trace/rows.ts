import type { MapperRow, PolicyRow } from "@/lib/contracts/deck-trace";
import type { MadeSlide } from "../make-slide";
import type { SvgDocument } from "../parse/element";
import type { SceneNote } from "../scene";
import type { Mapped } from "../slide";
import type { Painted } from "./painted";

/** From the least to the most native: what an element counts as when its copies differ. */
const formats: readonly MapperRow["output_format"][] = ["none", "raster", "picture", "native"];

/**
 * The rows of a slide's trace, by the elements of its document; each element has one row at most. Give it all
 * decisions, then the elements map made shapes of, then the groups it drew, then their parts, then the notes.
 */
export class Rows {
  private readonly policy = new Map<number, PolicyRow>();
  private readonly mapper = new Map<number, MapperRow>();
  /** Elements that were decided on by themselves. */
  private readonly alone = new Set<number>();
  private readonly notes = new Map<string, MapperRow>();
  /** Shapes whose bytes stand in a row: a label's shape is that of another element. */
  private readonly counted = new Set<number>();

  constructor(
    private readonly document: SvgDocument,
    private readonly shapeBytes: MadeSlide["shapeBytes"],
  ) {}

  get policyRows(): PolicyRow[] {
    return [...this.policy.values()];
  }

  /** Elements in order of painting, then groups, then notes. */
  get mapperRows(): MapperRow[] {
    const rows = [...this.policy.keys()].flatMap((source) => this.mapper.get(source) ?? []);
    return [...new Set([...rows, ...this.mapper.values(), ...this.notes.values()])];
  }

  /** Takes what policy said; the first word on an element stands, and what is said of it alone over a group's. */
  addDecision({ source, decision, reasons, decidedAt, drawnWith }: Painted): void {
    if (this.policy.has(source) && (drawnWith !== null || this.alone.has(source))) return;
    if (drawnWith === null) this.alone.add(source);
    const decided_at = this.document.elements[decidedAt].id;
    this.policy.set(source, { ...this.element(source), decision, reasons: [...reasons], decided_at });
  }

  /** Takes what map made of an element, or of a group that became one picture. */
  addMapped(mapped: Mapped, role: MapperRow["role"]): void {
    const row = this.mapped(mapped, role);
    const before = this.mapper.get(mapped.source);
    this.mapper.set(mapped.source, before === undefined ? row : together(before, row));
  }

  /** Takes an element that is shown by the picture of a group around it, unless a shape of its own shows it too. */
  addPart(source: number, group: Mapped): void {
    const before = this.mapper.get(source);
    if (before !== undefined) {
      before.role = "element";
      return;
    }
    const whole = this.mapped(group, "element");
    const shown_by = this.document.elements[group.source].id;
    const row = { ...whole, ...this.element(source), shown_by, processing_time_ms: 0, output_size_bytes: 0 };
    this.mapper.set(source, row);
  }

  /** Takes a note, into the row of its element where there is one. */
  addNote(note: SceneNote, rowsById: ReadonlyMap<string, MapperRow>): void {
    const { element_id, element_type, source_line, reason, detail } = note;
    const row = rowsById.get(element_id) ??
      this.notes.get(element_id) ?? {
        ...{ element_id, element_type, source_line, role: "note", shape_id: null, shown_by: null },
        ...{ output_format: "none", reasons: [], details: [], processing_time_ms: 0, output_size_bytes: 0 },
      };
    row.reasons = joined(row.reasons, [reason]);
    row.details = joined(row.details, detail === "" ? [] : [detail]);
    if (!rowsById.has(element_id)) this.notes.set(element_id, row);
  }

  private element(source: number): { element_id: string; element_type: string; source_line: number } {
    const { id, tag, line } = this.document.elements[source];
    return { element_id: id, element_type: tag, source_line: line };
  }

  private mapped(mapped: Mapped, role: MapperRow["role"]): MapperRow {
    const { source, shape_id, output_format, reasons, processing_time_ms, media_bytes } = mapped;
    const isNew = shape_id !== null && !this.counted.has(shape_id);
    const xml = isNew ? (this.shapeBytes.get(shape_id) ?? 0) : 0;
    if (isNew) this.counted.add(shape_id);
    const made = { shape_id, output_format, reasons: [...reasons], processing_time_ms };
    return {
      ...this.element(source),
      role,
      shown_by: null,
      details: [],
      ...made,
      output_size_bytes: xml + media_bytes,
    };
  }
}

/**
 * Two shapes of one element as one row: the less native of what is drawn, and the sum of what both cost. A picture
 * beside the element's own shape, such as its blurred shadow, does not make it less native.
 */
function together(first: MapperRow, second: MapperRow): MapperRow {
  const drawn = [first, second].filter(({ shape_id }) => shape_id !== null);
  const own = drawn.filter(({ role }) => role === "element");
  const shown = (own.length > 0 ? own : drawn).map(({ output_format }) => output_format);
  return {
    ...first,
    shape_id: first.shape_id ?? second.shape_id,
    output_format: formats.find((format) => shown.includes(format)) ?? "none",
    reasons: joined(first.reasons, second.reasons),
    details: joined(first.details, second.details),
    processing_time_ms: first.processing_time_ms + second.processing_time_ms,
    output_size_bytes: first.output_size_bytes + second.output_size_bytes,
  };
}

function joined(first: readonly string[], second: readonly string[]): string[] {
  return [...new Set([...first, ...second])];
}

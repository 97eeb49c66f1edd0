import type { MapperRow, PipelineTrace, SlideTrace } from "@/lib/contracts/deck-trace";
import type { TracepressError } from "@/lib/errors";
import type { MadeSlide } from "../make-slide";
import { sentenceOf } from "../policy";
import type { Mapped } from "../slide";
import { type Painted, paintedIn } from "./painted";
import { Rows } from "./rows";
import { summaryOf } from "./summary";

export { DeckTally } from "./tally";

/** Which page of the deck's trace it is. */
export interface TracedPage {
  /** From 1, in the order submitted. */
  page_number: number;
  source_file: string;
  /** How often it was begun, this time included. */
  attempts: number;
}

/** What became of one SVG: each element it paints stands in the rows once, and so does each thing noted of it. */
export function traceSlide(made: MadeSlide, page: TracedPage): SlideTrace {
  const rows = rowsOf(made);
  const mapper = rows.mapperRows;
  const codes = [...mapper, ...rows.policyRows].flatMap(({ reasons }) => reasons);
  return {
    page_number: page.page_number,
    source_file: page.source_file,
    attempts: page.attempts,
    pipeline_trace: {
      parse_result: {
        success: true,
        element_count: made.document.elements.length,
        notes_count: made.scene.notes.length,
        parsing_time_ms: made.times.parse,
        error: null,
      },
      preprocess_result: { ...made.preprocessed, preprocessing_time_ms: made.times.preprocess },
      analysis_result: analysisOf(made),
      policy_time_ms: made.times.policy,
      policy_decisions: rows.policyRows,
      mapper_time_ms: made.times.map,
      mapper_results: mapper,
      embedder_result: embedderOf(made, mapper),
      reason_texts: Object.fromEntries([...new Set(codes)].sort().map((code) => [code, sentenceOf(code)])),
      summary: summaryOf(mapper, made.parts.media),
    },
  };
}

/** The same without what became of each single element. */
export function withoutRows({ pipeline_trace, ...page }: SlideTrace): SlideTrace {
  const { preprocess_result } = pipeline_trace;
  return {
    ...page,
    pipeline_trace: {
      ...pipeline_trace,
      preprocess_result: preprocess_result && { ...preprocess_result, changes: [] },
      policy_decisions: [],
      mapper_results: [],
      reason_texts: {},
    },
  };
}

/** A file of which there is no slide, and why. `parsing_time_ms` is what was spent on it. */
export function traceFailure(error: TracepressError, page: TracedPage, parsing_time_ms: number): SlideTrace {
  const { code, message } = error;
  const pipeline_trace: PipelineTrace = {
    parse_result: { success: false, element_count: 0, notes_count: 0, parsing_time_ms, error: { code, message } },
    preprocess_result: null,
    analysis_result: null,
    policy_time_ms: null,
    policy_decisions: [],
    mapper_time_ms: null,
    mapper_results: [],
    embedder_result: null,
    reason_texts: {},
    summary: null,
  };
  return { ...page, pipeline_trace };
}

function rowsOf({ scene, document, decisions, mapped, shapeBytes }: MadeSlide): Rows {
  const rows = new Rows(document, shapeBytes);
  const painted = paintedIn(scene, decisions);
  const parts = partsOf(painted);
  const groups = mapped.filter((row) => parts.has(keyOf(row.element_id, row.source)));
  const drawn = new Set(groups);
  for (const one of painted) rows.addDecision(one);
  for (const row of mapped) if (!drawn.has(row)) rows.addMapped(row, "element");
  for (const row of groups) rows.addMapped(row, "group");
  for (const row of groups) addParts(rows, row, parts.get(keyOf(row.element_id, row.source)) ?? []);
  const byId = new Map<string, MapperRow>(rows.mapperRows.map((row) => [row.element_id, row]));
  for (const note of scene.notes) rows.addNote(note, byId);
  return rows;
}

function addParts(rows: Rows, group: Mapped, sources: readonly number[]): void {
  for (const source of sources) rows.addPart(source, group);
}

/** Sources of what each drawn group shows, by the group's origin. */
function partsOf(painted: readonly Painted[]): Map<string, number[]> {
  const parts = new Map<string, number[]>();
  for (const { source, drawnWith } of painted) {
    if (drawnWith === null) continue;
    const key = keyOf(drawnWith.origin.id, drawnWith.origin.source);
    const known = parts.get(key);
    if (known === undefined) parts.set(key, [source]);
    else known.push(source);
  }
  return parts;
}

function keyOf(id: string, source: number): string {
  return `${source} ${id}`;
}

function analysisOf({ analysis, times }: MadeSlide): PipelineTrace["analysis_result"] {
  const features = analysis.features.map(({ name, count, native }) => [name, { count, native }] as const);
  return {
    complexity_score: analysis.complexity_score,
    element_count: analysis.totals.elements,
    recommended_format: analysis.recommended_format,
    analysis_time_ms: times.analyze,
    features: Object.fromEntries(features),
  };
}

function embedderOf({ parts, times }: MadeSlide, rows: readonly MapperRow[]): PipelineTrace["embedder_result"] {
  const drawn = rows.filter(({ role, shape_id }) => role === "element" && shape_id !== null);
  const of = (format: MapperRow["output_format"]) => drawn.filter((row) => row.output_format === format).length;
  const xml = parts.xml.length;
  const media = parts.media.reduce((sum, { bytes }) => sum + bytes.length, 0);
  return {
    elements_embedded: drawn.length,
    native_elements: of("native"),
    picture_elements: of("picture"),
    raster_elements: of("raster"),
    processing_time_ms: times.embed,
    xml_size_bytes: xml,
    media_size_bytes: media,
    total_size_bytes: xml + media,
  };
}

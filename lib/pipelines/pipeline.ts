import type { OnModelFailure, RemoteModelName, Usage } from "@/lib/contracts/models";
import type { BatchKind, Drawn, TierCounts } from "@/lib/contracts/status";
import type { Answer, DrawRequest } from "@/lib/models/model";

export type AttributeValue = string | number | boolean | string[] | number[];

/** What a stage may write into the trace about itself. */
export interface StageSpan {
  set(name: string, value: AttributeValue): void;
  event(name: string, attributes?: Record<string, AttributeValue>): void;
}

/** `key` is the SHA-256 of the bytes in hex; `size` is bytes. */
export interface StoredBlob {
  key: string;
  size: number;
}

export interface StageFiles {
  read(key: string): Promise<Buffer>;
  write(bytes: Uint8Array): Promise<StoredBlob>;
  /** Stores the file that `make` writes at the path it gets; nothing is left behind when it throws. */
  create<Result>(make: (path: string) => Promise<Result>): Promise<{ blob: StoredBlob; result: Result }>;
}

/** Everything a stage sees of the machine that runs it. */
export interface StageContext {
  signal: AbortSignal;
  span: StageSpan;
  files: StageFiles;
  /** Keeps an intermediate with the item however it ends; a later one of the same name takes its place. */
  keep(draft: ArtifactDraft): void;
}

export type Stage<Input, Output> = (input: Input, context: StageContext) => Output | Promise<Output>;

/** Runs one stage inside its span: signal checked first, errors mapped to the catalogue. */
export type StageRunner = <Input, Output>(name: string, stage: Stage<Input, Output>, input: Input) => Promise<Output>;

/** Who is asked for an item's page instead of drawing it here. */
export interface ModelOrder {
  name: RemoteModelName;
  onFailure: OnModelFailure;
  /** Whether no attempt comes after this one. */
  last: boolean;
}

/** A model's answer, and what the call took. */
export interface Drawing extends Answer {
  /** Null where it did not come to be known. */
  usage: Usage | null;
  /** Milliseconds until the model might be asked. */
  waitedMs: number;
}

/** A model that can be asked. Names as in the GenAI conventions of OpenTelemetry, in the order they are told. */
export interface ItemModel extends ModelOrder {
  title: string;
  provider: string;
  operation: string;
  modelId: string;
  /** Where it is asked. */
  address: URL;
  maxTokens: number | null;
  answers: "vector" | "picture";
  /** Waits for its turn, then asks once. @throws TracepressError as `Model.draw` does; `cost_limit`. */
  draw(request: DrawRequest, signal: AbortSignal): Promise<Drawing>;
}

/** One item's work. `slug` is a safe, batch-unique file stem such as `001-cat`; `source` is the blob of its file. */
export interface ItemJob<Options> {
  index: number;
  name: string;
  slug: string;
  prompt: string;
  /** Empty where the prompt alone makes the page. */
  source: string;
  /** Left out where nobody else is asked. */
  model?: ItemModel;
  /** How often the item was begun, this time included. */
  attempt: number;
  options: Options;
  limits: { maxPixels: number };
}

/**
 * A file that came out. `name` is its path in the ZIP, or free for an intermediate, which is kept for later stages
 * and neither listed nor zipped.
 */
export interface ArtifactDraft {
  name: string;
  media_type: string;
  blob: StoredBlob;
  role: "output" | "intermediate";
}

/** What came of an item. */
export interface ItemResult {
  artifacts: ArtifactDraft[];
  /** Of a slide; null for other kinds. */
  counts: TierCounts | null;
  /** Of a page. */
  drawn?: Drawn | null;
}

export interface ClosingItem {
  index: number;
  name: string;
  prompt: string;
  artifacts: ArtifactDraft[];
}

/** The work on the whole batch once its last item has ended; `items` are the good ones, in order. */
export interface ClosingJob<Options> {
  options: Options;
  items: ClosingItem[];
}

/**
 * One kind of work, as far as the machine must know it that does none: every process loads this, so it imports no work.
 * Adding a kind is adding a folder with this shape and a line in the registry.
 */
export interface Pipeline<Options = unknown> {
  kind: BatchKind;
  /** Names in the order they run; what progress is counted in. */
  itemStages: readonly string[];
  /** The same where a model is asked. */
  modelStages?: Record<RemoteModelName, readonly string[]>;
  closingStages: readonly string[];
  needsClosing(options: Options): boolean;
  /** Where all items depend on the first one's file: what they need to know of it, worked into their options. */
  heedFirst?: {
    asked(options: Options): boolean;
    options(options: Options, first: { name: string; source: string }, files: StageFiles): Promise<unknown>;
  };
  /** Loads what does the work: whoever works on one kind holds nothing of the others in memory. */
  work(): Promise<PipelineWork<Options>>;
}

/** What a kind of work does. */
export interface PipelineWork<Options = unknown> {
  runItem(job: ItemJob<Options>, stage: StageRunner): Promise<ItemResult>;
  runClosing(job: ClosingJob<Options>, stage: StageRunner): Promise<ArtifactDraft[]>;
}

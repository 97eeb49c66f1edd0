import type { Prices, RemoteModelName, Usage } from "@/lib/contracts/models";
import type { ModelSettings } from "./settings";

/** A picture as it is sent: upright, of bounded size, without what a camera wrote beside it. */
export interface SentPicture {
  bytes: Uint8Array;
  mediaType: "image/jpeg";
  width: number;
  height: number;
}

/** What a model is asked for. At least one of picture and prompt says something. */
export interface DrawRequest {
  /** The item's, for sentences that people read. */
  name: string;
  picture: SentPicture | null;
  prompt: string;
  /** How many regions there should be to color. */
  detail: "simple" | "standard" | "detailed";
  shape: "portrait" | "landscape" | "square";
}

export type DrawnPage = { type: "vector"; svg: string } | { type: "picture"; bytes: Uint8Array };

/** One answer, as the GenAI conventions of OpenTelemetry describe it. */
export interface Answer {
  page: DrawnPage;
  facts: AnswerFacts;
}

export interface AnswerFacts {
  /** The answer's id at its company; null where it gives none. */
  id: string | null;
  /** Who says that it answered. */
  modelId: string;
  finishReason: string;
}

export interface Call {
  signal: AbortSignal;
  /** Told once of every answer that came whole, also of one that is no good: it was paid for. */
  spent(usage: Usage): void;
}

/** Someone who draws pages and is asked over the network. */
export interface Model {
  name: RemoteModelName;
  /** As people call it. */
  title: string;
  company: string;
  /** Its company's name among GenAI systems (OpenTelemetry, `gen_ai.provider.name`). */
  provider: string;
  /** The kind of call (OpenTelemetry, `gen_ai.operation.name`). */
  operation: string;
  answers: DrawnPage["type"];
  settings: ModelSettings;
  /** Settings without which it is not ready; without which a bound on costs cannot be kept. */
  lacks: string[];
  lacksForCap: string[];
  /** US dollars that one call costs at most; null where prices are not known. */
  mostCost(request: DrawRequest): number | null;
  /**
   * Draws one page.
   * @throws TracepressError `model_auth`, `model_quota`, `model_busy`, `model_failed`, `model_refused`, `model_answer`,
   * `timeout`, `aborted`.
   */
  draw(request: DrawRequest, call: Call): Promise<Answer>;
}

const million = 1_000_000;

/** What one answer took. @param tokens null where it did not say. */
export function usageOf(
  { id, prices }: Pick<ModelSettings, "id" | "prices">,
  tokens: { input: number | undefined; output: number | undefined },
  pictures: number,
): Usage {
  return {
    model_id: id,
    calls: 1,
    input_tokens: tokens.input ?? 0,
    output_tokens: tokens.output ?? 0,
    pictures,
    cost: costOf(prices, tokens, pictures),
    unmetered_calls: 0,
  };
}

/** US dollars; a price for a picture goes before those for tokens. Null where a price or a figure is missing. */
function costOf(
  { input, output, picture }: Prices,
  tokens: { input: number | undefined; output: number | undefined },
  pictures: number,
): number | null {
  if (picture !== null) return picture * pictures;
  if (input === null || output === null || tokens.input === undefined || tokens.output === undefined) return null;
  return (tokens.input * input + tokens.output * output) / million;
}

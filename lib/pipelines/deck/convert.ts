import type { DeckOptions } from "@/lib/contracts/deck";
import { asTracepressError, TracepressError } from "@/lib/errors";
import type { StageContext, StageRunner } from "../pipeline";
import type { FontBook } from "./fonts";
import { type DeckSource, type MadeSlide, makeSlide } from "./make-slide";
import { type PackageTrace, PackageWriter } from "./package";
import { type SlideSize, slideSize } from "./page";

export type { DeckSource, MadeSlide } from "./make-slide";

export interface DeckResult {
  /** For each source in order, why it is not in the deck; null for one that is. */
  failures: (TracepressError | null)[];
  package_trace: PackageTrace;
}

export interface DeckTools {
  fonts: FontBook;
  signal?: AbortSignal;
  /** Hears of each slide once it is in the deck; nothing of it is kept. */
  onSlide?: (made: MadeSlide, index: number) => void | Promise<void>;
}

/**
 * Makes one deck of any number of SVGs, one slide each, in order; memory does not grow with their number. One that
 * cannot be read is left out and named in the result.
 * @param output path of the deck.
 * @throws TracepressError of the first SVG when none can be read; what `signal` was aborted with.
 */
export async function convertDeck(
  sources: Iterable<DeckSource> | AsyncIterable<DeckSource>,
  options: DeckOptions,
  output: string,
  tools: DeckTools,
): Promise<DeckResult> {
  const failures: DeckResult["failures"] = [];
  const stage = directly(tools.signal);
  let writer: PackageWriter | null = null;
  let size: SlideSize | null = null;
  try {
    for await (const source of sources) {
      const made = await attempt(
        source,
        options,
        size ?? ((scene) => slideSize(options.slide_size, scene)),
        tools,
        stage,
      );
      failures.push(made instanceof TracepressError ? made : null);
      if (made instanceof TracepressError) continue;
      size ??= { width: made.slide.width, height: made.slide.height };
      writer ??= await PackageWriter.open(output, { ...size, title: options.title }, tools.signal);
      await writer.addSlide(made.parts);
      await tools.onSlide?.(made, failures.length - 1);
    }
    if (!writer) throw failures[0] ?? new TracepressError("invalid_request", "There is no SVG to make a deck of.");
    return { failures, package_trace: await writer.finish() };
  } catch (error) {
    await writer?.abandon();
    throw error;
  }
}

async function attempt(
  source: DeckSource,
  options: DeckOptions,
  size: SlideSize | ((scene: SlideSize) => SlideSize),
  tools: DeckTools,
  stage: StageRunner,
): Promise<MadeSlide | TracepressError> {
  try {
    return await makeSlide(source, options, size, tools.fonts, stage);
  } catch (thrown) {
    tools.signal?.throwIfAborted();
    return asTracepressError(thrown);
  }
}

/** Runs stages where no machine watches: for one who has only bytes. @throws what `signal` was aborted with. */
export function directly(signal: AbortSignal = new AbortController().signal): StageRunner {
  const files = { read: noFiles, write: noFiles, create: noFiles };
  const context: StageContext = { signal, span: { set() {}, event() {} }, files, keep() {} };
  return async (_name, stage, input) => {
    signal.throwIfAborted();
    return stage(input, context);
  };
}

function noFiles(): never {
  throw new Error("There are no files outside of the machine.");
}

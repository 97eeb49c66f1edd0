import type { Messages } from "./catalogue";
import { wordFor } from "./word-for";

/** What a person reads for a span by its name: a stage, or what stands around stages; the name where it has no words. */
export const spanWord = (states: Messages<"states">, trace: Messages<"trace">, name: string): string =>
  wordFor(trace.spans, name) ?? wordFor(states.stages, name) ?? name;

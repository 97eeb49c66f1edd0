import type { Messages } from "./catalogue";

/** The sentences that the server has for codes, in the reader's words. */
export const reasonsIn = (reasons: Messages<"reasons">, texts: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(texts).map(([code, sentence]) => [code, reasons.said(code, sentence)]));

import type { ModelSettings } from "./settings";

/** Pixels of a picture for each token that it counts as, by Anthropic's "Vision" guide. */
const pixelsPerToken = 750;
/** What a request holds besides what we write into it: roles, and the frame that each message is put into. */
const frameTokens = 200;

/**
 * US dollars that an answer in text costs at most: a token is at least one byte of text. Null where a price is not set.
 * @param text all that is written. @param pixels of the picture that goes with it.
 */
export function mostCostOfText(
  { prices, maxTokens }: Pick<ModelSettings, "prices" | "maxTokens">,
  text: string,
  pixels: number,
): number | null {
  if (prices.input === null || prices.output === null || maxTokens === null) return null;
  const tokensIn = Buffer.byteLength(text) + Math.ceil(pixels / pixelsPerToken) + frameTokens;
  return (tokensIn * prices.input + maxTokens * prices.output) / 1_000_000;
}

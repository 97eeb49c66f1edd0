/**
 * Pairs written as `name=value` with commas between, percent-encoded (W3C Baggage); what is no pair is left out.
 * @throws URIError where the percent encoding is damaged.
 */
export function pairsIn(text: string): Record<string, string> {
  const pairs: Record<string, string> = {};
  for (const pair of text.split(",")) {
    const [name, ...value] = pair.split("=");
    if (value.length > 0) pairs[name.trim()] = decodeURIComponent(value.join("=").trim());
  }
  return pairs;
}

/** Whether {@link pairsIn} can read it. */
export function arePairs(text: string): boolean {
  try {
    pairsIn(text);
    return true;
  } catch (error) {
    if (error instanceof URIError) return false;
    throw error;
  }
}

/** Who can draw a coloring page. */
export const modelNames = ["lineart", "claude", "openai", "gemini"] as const;

/** What happens to an item whose model fails for good. */
export const modelFailures = ["fail", "lineart"] as const;

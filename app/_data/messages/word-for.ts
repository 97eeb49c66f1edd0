/** The word for what the server names; undefined where the catalogue has none. */
export const wordFor = (words: Record<string, string>, name: string): string | undefined =>
  Object.hasOwn(words, name) ? words[name] : undefined;

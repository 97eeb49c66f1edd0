/** Names of the settings that have no value. */
export const lacking = (settings: Record<string, string | number | null>): string[] =>
  Object.entries(settings).flatMap(([name, value]) => (value === null ? [name] : []));

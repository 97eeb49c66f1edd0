/** One entry of the `filter` property (Filter Effects 1, 5): a reference, or a function with its arguments as text. */
export type FilterEntry = { kind: "url"; address: string } | { kind: "function"; name: string; text: string };

const url = /^url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"']*?))\s*\)\s*/;
/** Arguments may hold one more level of parentheses, of a colour. */
const call = /^([a-z-]+)\(((?:[^()]|\([^()]*\))*)\)\s*/i;

/** The entries of a `filter` value in order; null when it is broken. */
export function readFilterList(value: string): FilterEntry[] | null {
  const entries: FilterEntry[] = [];
  let rest = value.trim();
  while (rest !== "") {
    const reference = url.exec(rest);
    const named = reference === null ? call.exec(rest) : null;
    const match = reference ?? named;
    if (match === null) return null;
    if (reference !== null) entries.push({ kind: "url", address: reference[1] ?? reference[2] ?? reference[3] });
    else entries.push({ kind: "function", name: match[1].toLowerCase(), text: match[2].trim() });
    rest = rest.slice(match[0].length);
  }
  return entries.length > 0 ? entries : null;
}

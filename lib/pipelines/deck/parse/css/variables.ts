/** Substituted values may not grow beyond this: `var()` of `var()` doubles each time. */
const maximumLength = 10_000;
const maximumDepth = 32;
const maximumCalls = 1000;

interface Effort {
  calls: number;
}

type Lookup = (name: string) => string | undefined;

/**
 * Puts the values of custom properties in the place of `var()` (CSS Variables 1, 3).
 * @param lookup the value of a custom property as written; undefined when there is none.
 * @returns null when a name is missing and has no fallback, or it goes in a circle: the value counts as `unset`.
 */
export function substitute(text: string, lookup: Lookup): string | null {
  return replaceCalls(text, lookup, 0, { calls: 0 });
}

function replaceCalls(text: string, lookup: Lookup, depth: number, effort: Effort): string | null {
  if (depth > maximumDepth) return null;
  let result = "";
  let rest = text;
  for (let call = nextCall(rest); call !== null; call = nextCall(rest)) {
    if (++effort.calls > maximumCalls) return null;
    const value = valueOfCall(call, lookup, depth + 1, effort);
    if (value === null) return null;
    result += rest.slice(0, call.start) + value;
    rest = rest.slice(call.end);
    if (result.length > maximumLength) return null;
  }
  return (result + rest).trim();
}

function valueOfCall({ name, fallback }: Call, lookup: Lookup, depth: number, effort: Effort): string | null {
  const value = lookup(name);
  const own = value === undefined ? null : replaceCalls(value, lookup, depth, effort);
  if (own !== null) return own;
  return fallback === null ? null : replaceCalls(fallback, lookup, depth, effort);
}

interface Call {
  start: number;
  end: number;
  name: string;
  fallback: string | null;
}

function nextCall(text: string): Call | null {
  const start = text.indexOf("var(");
  if (start === -1) return null;
  let depth = 0;
  for (let index = start + 3; index < text.length; index++) {
    if (text[index] === "(") depth++;
    if (text[index] === ")" && --depth === 0)
      return { start, end: index + 1, ...argumentsOf(text.slice(start + 4, index)) };
  }
  return null;
}

function argumentsOf(inner: string): { name: string; fallback: string | null } {
  const comma = inner.indexOf(",");
  if (comma === -1) return { name: inner.trim(), fallback: null };
  return { name: inner.slice(0, comma).trim(), fallback: inner.slice(comma + 1).trim() };
}

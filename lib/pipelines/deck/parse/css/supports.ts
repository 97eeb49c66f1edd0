import { isReadable } from "./values";

/** Conditions in brackets in each other deeper than this are no drawing's, and do not hold. */
const maximumDepth = 16;
/** Prefixes of browsers that are gone, or whose own properties no drawing is the better for. */
const foreignPrefix = /^-(?:moz|ms|o|khtml)-/;

/**
 * Whether a browser of today would say that it supports this (CSS Conditional 3, 6): declarations by what is read here,
 * selectors always. Any other function does not hold.
 */
export function supportsHolds(condition: string, depth = 0): boolean {
  const text = condition.trim();
  if (depth > maximumDepth) return false;
  const denied = /^not(?=[\s(])/i.exec(text);
  if (denied !== null) return !supportsHolds(text.slice(denied[0].length), depth + 1);
  const { terms, words } = termsOf(text);
  const hold = terms.map((term) => termHolds(term, depth));
  return words.includes("or") ? hold.some(Boolean) : hold.length > 0 && hold.every(Boolean);
}

/** What stands in brackets with a function's name before it, and the words between. */
function termsOf(text: string): { terms: string[]; words: string[] } {
  const terms: string[] = [];
  const words: string[] = [];
  let open = 0;
  let begun = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === "(" && ++open === 1) {
      const before = text.slice(begun, at).trim().split(/\s+/);
      const name = /\s$/.test(text.slice(begun, at)) || isWord(before.at(-1)) ? "" : (before.pop() ?? "");
      words.push(...before.map((word) => word.toLowerCase()).filter(Boolean));
      begun = at - name.length;
    } else if (text[at] === ")" && --open === 0) {
      terms.push(text.slice(begun, at + 1));
      begun = at + 1;
    }
  }
  return { terms, words };
}

const isWord = (text = ""): boolean => /^(?:and|or)$/i.test(text);

function termHolds(term: string, depth: number): boolean {
  if (/^selector\(/i.test(term)) return true;
  if (!term.startsWith("(")) return false;
  const inner = term.slice(1, -1).trim();
  if (/^(?:\(|not[\s(]|selector\()/i.test(inner)) return supportsHolds(inner, depth + 1);
  const colon = inner.indexOf(":");
  if (colon === -1) return false;
  const property = inner.slice(0, colon).trim().toLowerCase();
  return !foreignPrefix.test(property) && isReadable(property, inner.slice(colon + 1).trim());
}

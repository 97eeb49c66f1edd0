import type { z } from "zod";

type Issue = z.core.$ZodRawIssue;

/** What the kinds of values are called. */
const nouns: Record<string, string> = {
  array: "a list",
  boolean: "true or false",
  int: "a whole number",
  number: "a number",
  object: "an object",
  record: "an object",
  string: "a text",
};

const none = "It is none of what can stand here.";

/** How a format is written. */
const written: Record<string, string> = {
  datetime: "Write it as 2030-01-31T12:00:00Z.",
  email: "Write it as name@example.org.",
  url: "Write an address that begins with http:// or https://.",
};

/**
 * What is wrong with a value, as one sentence for people; stands behind the field's path. Schemas that say it better
 * themselves are heard first.
 */
export function sentenceOf(issue: Issue): string {
  switch (issue.code) {
    case "invalid_type":
      return wrongType(issue.expected, issue.input);
    case "invalid_value":
      return `It may be ${either(issue.values.map(String))}.`;
    case "invalid_union":
      return Array.isArray(issue.options) ? `It may be ${either(issue.options.map(String))}.` : none;
    case "too_small":
      return tooSmall(issue.origin, Number(issue.minimum), issue.inclusive ?? true);
    case "too_big":
      return tooBig(issue.origin, Number(issue.maximum));
    case "unrecognized_keys":
      return `There is no field ${either(issue.keys.map((key) => key.slice(0, 80)))} here.`;
    case "invalid_format":
      return written[issue.format] ?? "It is not written as it should be.";
    default:
      return none;
  }
}

function wrongType(expected: string, input: unknown): string {
  const needed = `${nouns[expected] ?? "another value"} is needed here`;
  const given = Number.isNaN(input) ? undefined : nouns[kindOf(input)];
  const known = given === undefined || given === nouns[expected] || expected === "int" ? "" : `, not ${given}`;
  return `${needed[0].toUpperCase()}${needed.slice(1)}${known}.`;
}

const kindOf = (input: unknown): string => (Array.isArray(input) ? "array" : input === null ? "null" : typeof input);

function tooSmall(origin: string, least: number, inclusive: boolean): string {
  if (origin === "array") return least === 1 ? "At least one is needed here." : `At least ${least} are needed here.`;
  if (origin === "string") return least === 1 ? "It may not be empty." : `At least ${least} characters are needed.`;
  return inclusive ? `It may be ${least} at least.` : `It must be more than ${least}.`;
}

function tooBig(origin: string, most: number): string {
  if (origin === "array") return `At most ${most} are taken.`;
  return origin === "string" ? `At most ${most} characters are taken.` : `It may be ${most} at most.`;
}

const either = (words: readonly string[]): string =>
  [words.slice(0, -1).join(", "), words[words.length - 1]].filter((part) => part !== "").join(" or ");

import type { Formats } from "@/app/_data/formats";
import type { Messages } from "@/app/_data/messages/catalogue";
import { wordFor } from "@/app/_data/messages/word-for";
import type { TraceAttributes } from "@/lib/contracts/trace";

/** What a person reads for an attribute of a stage; the attribute itself where it has no words. */
export const factName = (t: Messages<"trace">, attribute: string): string => wordFor(t.facts, attribute) ?? attribute;

export function factValue(t: Messages<"trace">, formats: Formats, value: TraceAttributes[string]): string {
  if (Array.isArray(value)) return value.length === 0 ? "–" : value.map((one) => factValue(t, formats, one)).join(", ");
  if (typeof value === "boolean") return value ? t.yes : t.no;
  return typeof value === "number" ? formats.number(value) : value || "–";
}

import { traceMessages } from "@/app/_data/messages/trace";
import type { TraceAttributes } from "@/lib/contracts/trace";

const names = traceMessages.facts;

/** What a person reads for an attribute of a stage; the attribute itself where it has no words. */
export const factName = (attribute: string): string => names[attribute] ?? attribute;

export function factValue(value: TraceAttributes[string]): string {
  if (Array.isArray(value)) return value.length === 0 ? "–" : value.map(factValue).join(", ");
  if (typeof value === "boolean") return value ? traceMessages.yes : traceMessages.no;
  return typeof value === "number" ? value.toLocaleString("en", { maximumFractionDigits: 4 }) : value || "–";
}

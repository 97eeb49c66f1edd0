import type { TraceAttributes } from "@/lib/contracts/trace";

/** Names and values, as they were measured. */
export function AttributeList({ entries }: { entries: [string, TraceAttributes[string]][] }) {
  if (entries.length === 0) return null;
  return (
    <dl className="grid max-w-2xl grid-cols-[minmax(0,9fr)_minmax(0,11fr)] gap-x-3 gap-y-1">
      {entries.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="break-words text-muted-foreground">{name}</dt>
          <dd className="tabular break-words text-[0.8125rem]">{shown(value)}</dd>
        </div>
      ))}
    </dl>
  );
}

function shown(value: TraceAttributes[string]): string {
  if (Array.isArray(value)) return value.length === 0 ? "–" : value.map(shown).join(", ");
  return typeof value === "number" ? value.toLocaleString("en", { maximumFractionDigits: 4 }) : String(value);
}

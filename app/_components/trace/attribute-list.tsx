import type { Formats } from "@/app/_data/formats";
import { useFormats } from "@/app/_data/use-formats";
import type { TraceAttributes } from "@/lib/contracts/trace";

interface Props {
  entries: [string, TraceAttributes[string]][];
  /** In two columns that line up, where there is room for them. */
  wide?: boolean;
}

/** Names and values, as they were measured. */
export function AttributeList({ entries, wide = false }: Props) {
  const formats = useFormats();
  if (entries.length === 0) return null;
  return (
    <dl className={wide ? "grid max-w-2xl grid-cols-[minmax(0,9fr)_minmax(0,11fr)] gap-x-3 gap-y-1" : "space-y-1"}>
      {entries.map(([name, value]) => (
        <div key={name} className={wide ? "contents" : "flex flex-wrap justify-between gap-x-3"}>
          <dt className="min-w-0 break-words text-muted-foreground">{name}</dt>
          <dd className="tabular min-w-0 break-words text-[0.8125rem]">{shown(value, formats)}</dd>
        </div>
      ))}
    </dl>
  );
}

function shown(value: TraceAttributes[string], formats: Formats): string {
  if (Array.isArray(value)) return value.length === 0 ? "–" : value.map((one) => shown(one, formats)).join(", ");
  return typeof value === "number" ? formats.number(value) : String(value);
}

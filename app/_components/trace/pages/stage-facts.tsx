import type { TraceAttributes } from "@/lib/contracts/trace";
import { factName, factValue } from "./fact-words";

/** What a stage measured and chose, in words. */
export function StageFacts({ attributes }: { attributes: TraceAttributes }) {
  return (
    <dl className="grid max-w-2xl grid-cols-[minmax(0,9fr)_minmax(0,11fr)] gap-x-3 gap-y-1">
      {Object.entries(attributes).map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="min-w-0 break-words text-muted-foreground">{factName(name)}</dt>
          <dd className="tabular min-w-0 break-words text-[0.8125rem]">{factValue(value)}</dd>
        </div>
      ))}
    </dl>
  );
}

import { useMessages } from "@/app/_data/messages/use-messages";
import { useFormats } from "@/app/_data/use-formats";
import type { TraceAttributes } from "@/lib/contracts/trace";
import { factName, factValue } from "./fact-words";

/** What a stage measured and chose, in words. */
export function StageFacts({ attributes }: { attributes: TraceAttributes }) {
  const t = useMessages("trace");
  const formats = useFormats();
  return (
    <dl className="grid max-w-2xl grid-cols-[minmax(0,9fr)_minmax(0,11fr)] gap-x-3 gap-y-1">
      {Object.entries(attributes).map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="min-w-0 break-words text-muted-foreground">{factName(t, name)}</dt>
          <dd className="tabular min-w-0 break-words text-[0.8125rem]">{factValue(t, formats, value)}</dd>
        </div>
      ))}
    </dl>
  );
}

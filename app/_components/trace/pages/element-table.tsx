import { SearchX } from "lucide-react";
import { useState } from "react";
import { useMessages } from "@/app/_data/messages/use-messages";
import type { MapperRow } from "@/lib/contracts/deck-trace";
import { Button } from "../../ui/button";
import { EmptyState } from "../../ui/empty-state";
import { useTraceLocation } from "../trace-location";
import { ElementChoices } from "./element-choices";
import { filtered, formatFrom } from "./element-filter";
import { ElementRow } from "./element-row";

/** Rows drawn at first and with each further step. */
const step = 200;

interface Props {
  rows: MapperRow[];
  texts: Record<string, string>;
  chosen: MapperRow | null;
  onChoose(element: string | null): void;
}

/** Every element, what became of it and why: the truth behind the two pictures. */
export function ElementTable({ rows, texts, chosen, onChoose }: Props) {
  const t = useMessages("trace").pages;
  const { get, go } = useTraceLocation();
  const [limit, setLimit] = useState(step);
  const filter = { format: formatFrom(get("format")), reason: get("reason") };
  const matching = filtered(rows, filter);
  const reach = chosen === null ? limit : Math.max(limit, matching.indexOf(chosen) + 1);
  return (
    <section aria-labelledby="elements" className="space-y-3">
      <div className="flex flex-wrap items-end justify-between gap-x-4 gap-y-2">
        <div>
          <h3 id="elements" className="text-lg">
            {t.elements}
          </h3>
          <p aria-live="polite" className="text-muted-foreground text-sm">
            {t.shown(matching.length, rows.length)}
          </p>
        </div>
        <ElementChoices rows={rows} texts={texts} filter={filter} onFilter={(next) => go(next)} />
      </div>
      {matching.length === 0 ? (
        <EmptyState icon={SearchX} title={t.noMatchTitle} detail={t.noMatchDetail}>
          <Button onClick={() => go({ format: null, reason: null })}>{t.clearFilter}</Button>
        </EmptyState>
      ) : (
        <div className="overflow-hidden rounded-xl border border-hairline bg-surface">
          <table aria-labelledby="elements" className="w-full table-fixed text-sm">
            <thead className="border-hairline border-b bg-sunken text-left text-muted-foreground text-xs">
              <tr className="*:px-3 *:py-2 *:font-medium">
                <th className="w-14 text-right">{t.line}</th>
                <th className="w-[32%] sm:w-[24%]">{t.element}</th>
                <th className="max-sm:hidden sm:w-28">{t.became}</th>
                <th>{t.why}</th>
                <th className="w-16 text-right max-md:hidden">{t.shape}</th>
                <th className="w-20 text-right max-md:hidden">{t.bytes}</th>
                <th className="w-20 text-right max-md:hidden">{t.time}</th>
              </tr>
            </thead>
            <tbody>
              {matching.slice(0, reach).map((row, index) => (
                <ElementRow
                  // biome-ignore lint/suspicious/noArrayIndexKey: an id can stand twice in an SVG; rows never move.
                  key={index}
                  row={row}
                  texts={texts}
                  chosen={row === chosen}
                  onChoose={onChoose}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {matching.length > reach && (
        <Button onClick={() => setLimit(reach + step)}>{t.showMore(Math.min(step, matching.length - reach))}</Button>
      )}
    </section>
  );
}

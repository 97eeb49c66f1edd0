import { Search } from "lucide-react";
import { type RefObject, useEffect, useState } from "react";
import { useMessages } from "@/app/_data/messages/use-messages";
import type { TraceLocation } from "../trace-location";
import { type Show, type Sought, shows } from "./use-matches";

interface Props {
  sought: Sought;
  /** How many spans match; null when everything is shown. */
  found: number | null;
  field: RefObject<HTMLInputElement | null>;
  go: TraceLocation["go"];
  onLeave(): void;
}

/** Which rows are to be seen; it stands in the address. */
export function TimelineFilter({ sought, found, field, go, onLeave }: Props) {
  const t = useMessages("timeline");
  const [typed, setTyped] = useState(sought.find);
  useEffect(() => setTyped(sought.find), [sought.find]);
  return (
    <div className="flex flex-1 flex-wrap items-center gap-2">
      <label className="relative min-w-48 flex-1 sm:max-w-64">
        <span className="sr-only">{t.find}</span>
        <Search aria-hidden className="absolute top-1/2 left-3 size-4 -translate-y-1/2 text-muted-foreground" />
        <input
          ref={field}
          type="search"
          value={typed}
          placeholder={t.findHint}
          onChange={({ target }) => {
            setTyped(target.value);
            go({ find: target.value.trim() || null });
          }}
          onKeyDown={(event) => {
            if (event.key !== "Escape" && event.key !== "Enter") return;
            event.preventDefault();
            if (event.key === "Escape") go({ find: null });
            onLeave();
          }}
          className="min-h-11 w-full rounded-lg border border-control bg-surface pr-2 pl-9 placeholder:text-muted-foreground sm:min-h-9 sm:text-sm"
        />
      </label>
      <label>
        <span className="sr-only">{t.show}</span>
        <select
          value={sought.show}
          onChange={({ target }) => go({ show: target.value === "all" ? null : target.value })}
          className="min-h-11 rounded-lg border border-control bg-surface px-2 sm:min-h-9 sm:text-sm"
        >
          {shows.map((show: Show) => (
            <option key={show} value={show}>
              {t.shows[show]}
            </option>
          ))}
        </select>
      </label>
      <span aria-live="polite" className="tabular text-muted-foreground text-xs">
        {found !== null && t.found(found)}
      </span>
    </div>
  );
}

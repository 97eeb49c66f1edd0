import { type KeyboardEvent, useEffect } from "react";
import { useMessages } from "@/app/_data/messages/use-messages";
import { type TraceTab, traceTabs } from "./trace-location";

const steps: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1 };

/** One of them is in the Tab order; the arrow keys go from one to the next. */
export function TraceTabs({ tab, onTab }: { tab: TraceTab; onTab(tab: TraceTab): void }) {
  const t = useMessages("trace");
  useEffect(() => showTab(tab), [tab]);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = traceTabs[(traceTabs.indexOf(tab) + step + traceTabs.length) % traceTabs.length];
    onTab(next);
    document.getElementById(`trace-tab-${next}`)?.focus();
  };
  return (
    <div
      role="tablist"
      aria-label={t.views}
      onKeyDown={onKeyDown}
      className="-mx-4 flex overflow-x-auto px-4 shadow-[inset_0_-1px_0_var(--hairline)] sm:mx-0 sm:px-0"
    >
      {traceTabs.map((one) => (
        <button
          key={one}
          id={`trace-tab-${one}`}
          type="button"
          role="tab"
          aria-selected={one === tab}
          aria-controls="trace-panel"
          tabIndex={one === tab ? 0 : -1}
          onClick={() => onTab(one)}
          className="-outline-offset-4 min-h-11 shrink-0 border-transparent border-b-2 forced-colors:border-[Canvas] px-3 font-medium text-muted-foreground text-sm hover:text-foreground aria-selected:border-accent aria-selected:text-foreground sm:px-4"
        >
          {t.tabs[one]}
        </button>
      ))}
    </div>
  );
}

/** Scrolls sideways only: where there is no room for all of them, the chosen one may be out of sight. */
function showTab(tab: TraceTab): void {
  const button = document.getElementById(`trace-tab-${tab}`);
  const list = button?.parentElement;
  if (!button || !list) return;
  const { left, right } = button.getBoundingClientRect();
  const edges = list.getBoundingClientRect();
  if (left < edges.left || right > edges.right) {
    list.scrollLeft += (left + right) / 2 - (edges.left + edges.right) / 2;
  }
}

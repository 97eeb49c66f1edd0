import { type RefObject, useId } from "react";
import { timelineMessages } from "@/app/_data/messages/timeline";
import { Button } from "../../ui/button";
import { timelineActions } from "./timeline-actions";

const t = timelineMessages;

const shown: Record<string, string> = {
  ArrowDown: "↓",
  ArrowUp: "↑",
  ArrowLeft: "←",
  ArrowRight: "→",
  PageDown: "Page ↓",
  PageUp: "Page ↑",
  Escape: "Esc",
};

const keyRows = timelineActions.map(({ keys, shift, label }) => ({
  label,
  keys: [...(shift ? ["Shift"] : []), shown[keys[0]] ?? keys[0]],
}));

/** Every key there is; the native dialog closes on Escape and gives the focus back. */
export function KeysSheet({ dialog }: { dialog: RefObject<HTMLDialogElement | null> }) {
  const id = useId();
  return (
    <dialog
      ref={dialog}
      aria-labelledby={id}
      className="m-auto max-h-[calc(100dvh-2rem)] w-[min(46rem,calc(100vw-2rem))] overflow-y-auto rounded-2xl border border-hairline bg-surface p-6 text-foreground shadow-2xl"
    >
      <div className="space-y-4">
        <div className="flex items-center justify-between gap-4">
          <h2 id={id} className="text-xl">
            {t.keysTitle}
          </h2>
          <Button onClick={() => dialog.current?.close()}>{t.closeKeys}</Button>
        </div>
        <KeyList rows={keyRows} />
        <h3 className="text-base">{t.keysPointer}</h3>
        <KeyList rows={t.gestures} />
      </div>
    </dialog>
  );
}

function KeyList({ rows }: { rows: readonly { keys: readonly string[]; label: string }[] }) {
  return (
    <dl className="grid grid-cols-[7rem_1fr] items-center sm:grid-cols-[7rem_1fr_7rem_1fr] gap-x-4 gap-y-1.5 text-sm">
      {rows.map(({ label, keys }) => (
        <div key={label} className="contents">
          <dt className="flex flex-wrap gap-1">
            {keys.map((key) => (
              <kbd key={key} className="tabular rounded border border-control bg-sunken px-1.5 text-xs leading-5">
                {key}
              </kbd>
            ))}
          </dt>
          <dd>{label}</dd>
        </div>
      ))}
    </dl>
  );
}
